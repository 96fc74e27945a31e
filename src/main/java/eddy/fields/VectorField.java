package eddy.fields;

/** A vector field: d numbers for a point of d coordinates. */
@FunctionalInterface
public interface VectorField {
  /**
   * Evaluates the field. Must not change {@code x} and must be safe to call from several threads.
   *
   * @param x the point, d coordinates
   * @param out receives the d components; every one must be written
   */
  void at(double[] x, double[] out);
}

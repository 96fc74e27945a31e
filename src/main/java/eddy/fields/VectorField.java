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

  /**
   * Evaluates the field at n points that lie side by side, coordinate i of point k at {@code x[i *
   * n + k]}, components likewise. This one calls {@link #at} for each; fields that are simulated
   * often override it with loops over the points, to the same values within rounding.
   *
   * @param n number of points
   * @param x n times the number of coordinates
   * @param out receives n times the number of components
   */
  default void atAll(int n, double[] x, double[] out) {
    double[] point = new double[x.length / n];
    double[] value = new double[out.length / n];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < point.length; i++) {
        point[i] = x[i * n + k];
      }
      at(point, value);
      for (int i = 0; i < value.length; i++) {
        out[i * n + k] = value[i];
      }
    }
  }

  /** The field with the opposite sign. */
  default VectorField negative() {
    return new Negative(this);
  }
}

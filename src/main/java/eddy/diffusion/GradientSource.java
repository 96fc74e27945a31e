package eddy.diffusion;

import eddy.linalg.FloatMatrix;

/** N per-example gradients of d weights, computed again whenever they are read. */
public interface GradientSource {
  /** d. */
  int dimension();

  /** N. */
  int examples();

  /** A reader with a work space of its own, for one thread. */
  Reader open();

  /** Reads gradients; not for use by several threads at once. */
  @FunctionalInterface
  interface Reader extends AutoCloseable {
    /**
     * Puts the gradients of examples {@code from .. from + count − 1} into rows 0 .. count − 1.
     *
     * @param out at least {@code count} rows and d columns
     */
    void read(int from, int count, FloatMatrix out);

    @Override
    default void close() {}
  }
}

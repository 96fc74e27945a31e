package eddy.diffusion;

import eddy.linalg.DoubleMatrix;

/** A symmetric positive semi-definite matrix A that is known by what it does to vectors. */
public interface SymmetricOperator {
  /** The size d of A. */
  int dimension();

  /**
   * Multiplies several vectors at once.
   *
   * @param vectors one in each row, d columns
   * @param out receives A v in the row of v; same size
   */
  void apply(DoubleMatrix vectors, DoubleMatrix out);
}

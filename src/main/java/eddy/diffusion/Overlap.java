package eddy.diffusion;

import eddy.linalg.Blas;
import eddy.linalg.DoubleMatrix;
import eddy.linalg.Eigenpairs;

/** How much two sets of leading eigenvectors point the same way. */
public final class Overlap {
  private Overlap() {}

  /**
   * ‖U₁ U₂ᵀ‖_F² / k for two sets of k orthonormal rows: 1 if they span the same subspace, 0 if they
   * are orthogonal, k/d for random ones.
   *
   * @param first U₁, k x d
   * @param second U₂, of the same size
   * @throws IllegalArgumentException if the sizes differ
   */
  public static double subspace(DoubleMatrix first, DoubleMatrix second) {
    int k = first.rows();
    if (k < 1 || second.rows() != k || second.columns() != first.columns()) {
      throw new IllegalArgumentException(
          "Subspaces of the same size are needed, but there are "
              + k
              + " vectors of length "
              + first.columns()
              + " and "
              + second.rows()
              + " of length "
              + second.columns()
              + ".");
    }
    try (DoubleMatrix products = new DoubleMatrix(k, k)) {
      Blas.dgemm(false, true, 1, first, second, 0, products);
      double sum = 0;
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          sum += products.get(i, j) * products.get(i, j);
        }
      }
      return sum / k;
    }
  }

  /** {@link #subspace(DoubleMatrix, DoubleMatrix)} of two sets of leading eigenvectors. */
  public static double subspace(Eigenpairs first, Eigenpairs second) {
    return subspace(first.vectors(), second.vectors());
  }
}

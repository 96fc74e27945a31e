package eddy.linalg;

import static org.bytedeco.openblas.global.openblas_full.CblasRight;
import static org.bytedeco.openblas.global.openblas_full.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_full.CblasUpper;

import org.bytedeco.openblas.global.openblas_full;

/**
 * Some eigenvalues of a symmetric matrix, in descending order, with orthonormal eigenvectors.
 *
 * @param values k eigenvalues, the largest first
 * @param vectors k x n: row i is the eigenvector of {@code values[i]}
 */
public record Eigenpairs(double[] values, DoubleMatrix vectors) implements AutoCloseable {
  /**
   * The scaled residual max_i ‖A v_i − λ_i v_i‖₂ / (|λ|_max n ε), with ε = 2^-52 for vectors
   * computed in float64 and 2^-23 in float32. Up to about 10 is what a stable method gives.
   *
   * @param a the matrix as it was before the eigenvalues were computed; its upper triangle is read
   * @param epsilon the ε of the arithmetic that computed the vectors
   * @throws IllegalArgumentException if the size is not that of the vectors
   */
  public double scaledResidual(DoubleMatrix a, double epsilon) {
    int k = vectors.rows();
    int n = vectors.columns();
    if (a.rows() != n || a.columns() != n) {
      throw new IllegalArgumentException(
          "Vectors of length "
              + n
              + " cannot be eigenvectors of a "
              + a.rows()
              + " x "
              + a.columns()
              + " matrix.");
    }
    if (k == 0) {
      return 0;
    }
    double worst = 0;
    try (DoubleMatrix product = new DoubleMatrix(k, n)) {
      a.acquire();
      vectors.acquire();
      try {
        openblas_full.cblas_dsymm(
            CblasRowMajor,
            CblasRight,
            CblasUpper,
            k,
            n,
            1,
            a.pointer(),
            n,
            vectors.pointer(),
            n,
            0,
            product.pointer(),
            n);
      } finally {
        vectors.release();
        a.release();
      }
      double[] image = new double[n];
      double[] vector = new double[n];
      for (int i = 0; i < k; i++) {
        product.row(i, image);
        vectors.row(i, vector);
        double square = 0;
        for (int j = 0; j < n; j++) {
          double r = image[j] - values[i] * vector[j];
          square += r * r;
        }
        worst = Math.max(worst, Math.sqrt(square));
      }
    }
    double largest = Math.max(Math.abs(values[0]), Math.abs(values[k - 1]));
    return worst == 0 ? 0 : worst / (largest * n * epsilon);
  }

  /** Gives the memory of the vectors back. */
  @Override
  public void close() {
    vectors.close();
  }
}

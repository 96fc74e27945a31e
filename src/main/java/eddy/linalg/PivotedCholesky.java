package eddy.linalg;

import static org.bytedeco.openblas.global.openblas_full.LAPACK_COL_MAJOR;

import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.openblas.global.openblas_full;

/**
 * The root of a symmetric positive semi-definite matrix by Cholesky's method with complete pivoting
 * (LAPACK dpstrf), O(n³/3): much faster than by eigenvalues, and good for matrices of low rank.
 */
public final class PivotedCholesky {
  private PivotedCholesky() {}

  /**
   * R with Rᵀ R = A up to rounding, so that a row of independent standard normal numbers times R
   * has the covariance A.
   *
   * @param a symmetric, without negative eigenvalues beyond rounding; destroyed
   * @param tolerance pivots below this fraction of the largest diagonal element end it; n ulp(1)
   *     where not above 0
   * @return rank x n, to be closed
   * @throws IllegalArgumentException if the matrix is not square or has an element that is not a
   *     number
   */
  public static DoubleMatrix root(DoubleMatrix a, double tolerance) {
    a.requireSquare("A Cholesky decomposition");
    int n = a.rows();
    double largest = 0;
    for (int i = 0; i < n; i++) {
      largest = Math.max(largest, a.get(i, i));
    }
    double least = largest * (tolerance > 0 ? tolerance : n * Math.ulp(1.0));
    try (IntPointer pivots = new IntPointer((long) n);
        IntPointer found = new IntPointer(1L)) {
      a.acquire();
      int info;
      try {
        info =
            DeepStack.call(
                () ->
                    openblas_full.LAPACKE_dpstrf(
                        LAPACK_COL_MAJOR, (byte) 'L', n, a.pointer(), n, pivots, found, least));
      } finally {
        a.release();
      }
      if (info < 0) {
        throw new IllegalArgumentException("The matrix has an element that is not a number.");
      }
      return permuted(a, found.get(0), pivots);
    }
  }

  /** Row k of the column-major lower factor is column k of Rᵀ; its places are permuted back. */
  private static DoubleMatrix permuted(DoubleMatrix a, int rank, IntPointer pivots) {
    int n = a.rows();
    DoubleMatrix root = new DoubleMatrix(rank, n);
    double[] row = new double[n];
    double[] out = new double[n];
    for (int k = 0; k < rank; k++) {
      a.row(k, row);
      for (int i = 0; i < n; i++) {
        out[pivots.get(i) - 1] = i < k ? 0 : row[i];
      }
      root.setRow(k, out);
    }
    return root;
  }
}

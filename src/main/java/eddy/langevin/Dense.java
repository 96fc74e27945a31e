package eddy.langevin;

import eddy.linalg.Blas;
import eddy.linalg.DoubleMatrix;

/** Products of square matrices in Java arrays, n x n, row-major, by BLAS. */
final class Dense {
  private Dense() {}

  static double[] identity(int n) {
    double[] a = new double[n * n];
    for (int i = 0; i < n; i++) {
      a[i * n + i] = 1;
    }
    return a;
  }

  /** A B. */
  static double[] times(int n, double[] a, double[] b) {
    return product(n, a, b, false);
  }

  /** A Bᵀ. */
  static double[] timesTransposed(int n, double[] a, double[] b) {
    return product(n, a, b, true);
  }

  /** a + factor b, in place. */
  static void add(double[] a, double factor, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += factor * b[i];
    }
  }

  /** The largest absolute row sum, a norm that bounds the spectral radius. */
  static double norm(int n, double[] a) {
    double norm = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += Math.abs(a[i * n + j]);
      }
      norm = Math.max(norm, sum);
    }
    return norm;
  }

  private static double[] product(int n, double[] a, double[] b, boolean transposeB) {
    double[] c = new double[n * n];
    try (DoubleMatrix left = new DoubleMatrix(n, n);
        DoubleMatrix right = new DoubleMatrix(n, n);
        DoubleMatrix result = new DoubleMatrix(n, n)) {
      left.write(0, a, 0, n * n);
      right.write(0, b, 0, n * n);
      Blas.dgemm(false, transposeB, 1, left, right, 0, result);
      result.read(0, c, 0, n * n);
    }
    return c;
  }
}

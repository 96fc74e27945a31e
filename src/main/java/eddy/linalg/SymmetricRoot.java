package eddy.linalg;

import static org.bytedeco.openblas.global.openblas_full.LAPACK_ROW_MAJOR;

import org.bytedeco.openblas.global.openblas_full;

/**
 * A matrix L with L Lᵀ = A for a symmetric positive semi-definite A, which turns independent normal
 * numbers g into normal numbers L g of covariance A.
 */
public final class SymmetricRoot {
  /** Eigenvalues above minus this fraction of the largest count as 0. */
  private static final double ROUNDING = 1e-10;

  private SymmetricRoot() {}

  /**
   * Cholesky's factor (LAPACK dpotrf) where A is positive definite, else V sqrt(lambda) from all
   * eigenpairs.
   *
   * @param n size, at least 1
   * @param a n x n, row-major; the upper triangle is read
   * @return L, n x n, row-major; lower triangular or not
   * @throws IllegalArgumentException if the length is another one, an element is not a number, or A
   *     has a negative eigenvalue beyond rounding (1e-10 of the largest)
   */
  public static double[] of(int n, double[] a) {
    Sylvester.requireShape("A", a, n, n);
    double[] root = new double[n * n];
    try (DoubleMatrix work = transposedUpper(n, a)) {
      int info = openblas_full.LAPACKE_dpotrf(LAPACK_ROW_MAJOR, (byte) 'L', n, work.pointer(), n);
      if (info != 0) {
        return byEigenpairs(n, a);
      }
      work.read(0, root, 0, n * n);
    }
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        root[i * n + j] = 0;
      }
    }
    return root;
  }

  private static DoubleMatrix transposedUpper(int n, double[] a) {
    DoubleMatrix copy = new DoubleMatrix(n, n);
    double[] row = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        row[j] = a[Math.min(i, j) * n + Math.max(i, j)];
      }
      copy.setRow(i, row);
    }
    return copy;
  }

  private static double[] byEigenpairs(int n, double[] a) {
    double[] root = new double[n * n];
    try (DoubleMatrix copy = transposedUpper(n, a);
        Eigenpairs pairs = SymmetricEigen.leading(copy, n)) {
      double largest = Math.max(pairs.values()[0], -pairs.values()[n - 1]);
      if (pairs.values()[n - 1] < -ROUNDING * largest) {
        throw new IllegalArgumentException(
            "A covariance matrix has no negative eigenvalue, but this one has "
                + pairs.values()[n - 1]
                + " (the largest is "
                + pairs.values()[0]
                + "): check its entries.");
      }
      double[] vector = new double[n];
      for (int k = 0; k < n; k++) {
        double factor = Math.sqrt(Math.max(0, pairs.values()[k]));
        pairs.vectors().row(k, vector);
        for (int i = 0; i < n; i++) {
          root[i * n + k] = factor * vector[i];
        }
      }
    }
    return root;
  }
}

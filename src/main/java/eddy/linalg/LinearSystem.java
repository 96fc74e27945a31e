package eddy.linalg;

import static org.bytedeco.openblas.global.openblas_full.LAPACK_ROW_MAJOR;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.openblas.global.openblas_full;

/** Dense linear systems A Y = B by LU decomposition (LAPACK dgetrf, dgecon, dgetrs). */
public final class LinearSystem {
  private LinearSystem() {}

  /**
   * Solves A Y = B.
   *
   * @param name what to call A when it is singular
   * @param n size of A, at least 1
   * @param a n x n, row-major
   * @param columns number of columns of B, at least 1
   * @param b n x columns, row-major
   * @return Y, n x columns, row-major
   * @throws ArithmeticException if A is singular within rounding (reciprocal condition number below
   *     n ulp)
   */
  public static double[] solve(String name, int n, double[] a, int columns, double[] b) {
    Sylvester.requireShape(name, a, n, n);
    Sylvester.requireShape("B", b, n, columns);
    return DeepStack.call(() -> decomposeAndSolve(name, n, a, columns, b));
  }

  /**
   * The inverse of A.
   *
   * @param name what to call A when it is singular
   * @param n size, at least 1
   * @param a n x n, row-major
   * @return n x n, row-major
   * @throws ArithmeticException if A is singular within rounding
   */
  public static double[] inverse(String name, int n, double[] a) {
    double[] identity = new double[n * n];
    for (int i = 0; i < n; i++) {
      identity[i * n + i] = 1;
    }
    return solve(name, n, a, n, identity);
  }

  private static double[] decomposeAndSolve(
      String name, int n, double[] a, int columns, double[] b) {
    try (DoubleMatrix lu = new DoubleMatrix(n, n);
        DoubleMatrix right = new DoubleMatrix(n, columns);
        IntPointer pivots = new IntPointer((long) n);
        DoublePointer condition = new DoublePointer(1L)) {
      lu.write(0, a, 0, n * n);
      right.write(0, b, 0, n * columns);
      int info = openblas_full.LAPACKE_dgetrf(LAPACK_ROW_MAJOR, n, n, lu.pointer(), n, pivots);
      if (info == 0) {
        info =
            openblas_full.LAPACKE_dgecon(
                LAPACK_ROW_MAJOR, (byte) '1', n, lu.pointer(), n, norm(n, a), condition);
      }
      if (info < 0) {
        throw new IllegalArgumentException(name + " has an element that is not a number.");
      }
      if (info > 0 || condition.get() < n * Math.ulp(1.0)) {
        throw new ArithmeticException(name + " is singular within rounding.");
      }
      openblas_full.LAPACKE_dgetrs(
          LAPACK_ROW_MAJOR,
          (byte) 'N',
          n,
          columns,
          lu.pointer(),
          n,
          pivots,
          right.pointer(),
          columns);
      double[] y = new double[n * columns];
      right.read(0, y, 0, n * columns);
      return y;
    }
  }

  /** Largest sum of |entries| in a column. */
  private static double norm(int n, double[] a) {
    double largest = 0;
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += Math.abs(a[i * n + j]);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }
}

package eddy.linalg;

import static org.bytedeco.openblas.global.openblas_full.LAPACK_COL_MAJOR;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.openblas.global.openblas_full;

/**
 * Eigenvalues of real symmetric matrices by LAPACK, in descending order. The upper triangle is
 * read; the matrix is destroyed. A native call cannot be interrupted: for n above about 2000 run it
 * on a worker thread.
 *
 * <p>Each eigenvalue has an absolute error of about n ε λmax at most, usually much less: in float32
 * nothing below 1e-6 λmax means anything.
 */
public final class SymmetricEigen {
  /** Below this size the one-stage reduction to tridiagonal form is faster. */
  private static final int TWO_STAGES_FROM = 1000;

  private SymmetricEigen() {}

  /**
   * All eigenvalues in float64: reduction to tridiagonal form (LAPACK dsyevd, for large matrices
   * dsyevd_2stage), then the QL method without square roots.
   *
   * @param a symmetric, destroyed
   * @return n eigenvalues, the largest first
   * @throws IllegalArgumentException if the matrix is not square or has an element that is not a
   *     number
   */
  public static double[] values(DoubleMatrix a) {
    a.requireSquare("An eigenvalue problem");
    return DeepStack.call(() -> allValues(a));
  }

  private static double[] allValues(DoubleMatrix a) {
    int n = a.rows();
    double[] values = new double[n];
    a.acquire();
    try (DoublePointer w = new DoublePointer(Math.max(1L, n))) {
      DoublePointer p = a.pointer();
      check(
          n == 0
              ? 0
              : n < TWO_STAGES_FROM
                  ? openblas_full.LAPACKE_dsyevd(
                      LAPACK_COL_MAJOR, (byte) 'N', (byte) 'L', n, p, n, w)
                  : openblas_full.LAPACKE_dsyevd_2stage(
                      LAPACK_COL_MAJOR, (byte) 'N', (byte) 'L', n, p, n, w));
      w.get(values, 0, n);
    } finally {
      a.release();
    }
    reverse(values);
    return values;
  }

  /**
   * All eigenvalues in float32 (LAPACK ssyevd).
   *
   * @param a symmetric, destroyed
   * @return n eigenvalues, the largest first
   * @throws IllegalArgumentException if the matrix is not square or has an element that is not a
   *     number
   */
  public static double[] values(FloatMatrix a) {
    a.requireSquare("An eigenvalue problem");
    return DeepStack.call(() -> allValues(a));
  }

  private static double[] allValues(FloatMatrix a) {
    int n = a.rows();
    double[] values = new double[n];
    a.acquire();
    try (FloatPointer w = new FloatPointer(Math.max(1L, n))) {
      check(
          n == 0
              ? 0
              : openblas_full.LAPACKE_ssyevd(
                  LAPACK_COL_MAJOR, (byte) 'N', (byte) 'L', n, a.pointer(), n, w));
      for (int i = 0; i < n; i++) {
        values[i] = w.get(i);
      }
    } finally {
      a.release();
    }
    reverse(values);
    return values;
  }

  /**
   * The k largest eigenvalues with their eigenvectors, in float64 (LAPACK dsyevr).
   *
   * @param a symmetric, destroyed
   * @param k 1 .. n
   * @return to be closed
   * @throws IllegalArgumentException if the matrix is not square, k is out of range, or an element
   *     is not a number
   */
  public static Eigenpairs leading(DoubleMatrix a, int k) {
    int n = requireCount(a.rows(), a.columns(), k);
    return DeepStack.call(() -> leadingPairs(a, n, k));
  }

  private static Eigenpairs leadingPairs(DoubleMatrix a, int n, int k) {
    try (DoubleMatrix z = new DoubleMatrix(k, n);
        DoublePointer w = new DoublePointer((long) n);
        IntPointer found = new IntPointer(1L);
        IntPointer support = new IntPointer(2L * n)) {
      a.acquire();
      try {
        check(
            openblas_full.LAPACKE_dsyevr(
                LAPACK_COL_MAJOR,
                (byte) 'V',
                (byte) 'I',
                (byte) 'L',
                n,
                a.pointer(),
                n,
                0,
                0,
                n - k + 1,
                n,
                0,
                found,
                w,
                z.pointer(),
                n,
                support));
      } finally {
        a.release();
      }
      double[] values = new double[k];
      DoubleMatrix vectors = new DoubleMatrix(k, n);
      double[] row = new double[n];
      for (int i = 0; i < k; i++) {
        values[i] = w.get(k - 1 - i);
        z.row(k - 1 - i, row);
        vectors.setRow(i, row);
      }
      return new Eigenpairs(values, vectors);
    }
  }

  /**
   * The k largest eigenvalues with their eigenvectors, in float32 (LAPACK ssyevr).
   *
   * @param a symmetric, destroyed
   * @param k 1 .. n
   * @return to be closed; the vectors are float32 numbers
   * @throws IllegalArgumentException if the matrix is not square, k is out of range, or an element
   *     is not a number
   */
  public static Eigenpairs leading(FloatMatrix a, int k) {
    int n = requireCount(a.rows(), a.columns(), k);
    return DeepStack.call(() -> leadingPairs(a, n, k));
  }

  private static Eigenpairs leadingPairs(FloatMatrix a, int n, int k) {
    try (FloatMatrix z = new FloatMatrix(k, n);
        FloatPointer w = new FloatPointer((long) n);
        IntPointer found = new IntPointer(1L);
        IntPointer support = new IntPointer(2L * n)) {
      a.acquire();
      try {
        check(
            openblas_full.LAPACKE_ssyevr(
                LAPACK_COL_MAJOR,
                (byte) 'V',
                (byte) 'I',
                (byte) 'L',
                n,
                a.pointer(),
                n,
                0,
                0,
                n - k + 1,
                n,
                0,
                found,
                w,
                z.pointer(),
                n,
                support));
      } finally {
        a.release();
      }
      double[] values = new double[k];
      DoubleMatrix vectors = new DoubleMatrix(k, n);
      double[] row = new double[n];
      float[] narrow = new float[n];
      for (int i = 0; i < k; i++) {
        values[i] = w.get(k - 1 - i);
        z.row(k - 1 - i, narrow);
        for (int j = 0; j < n; j++) {
          row[j] = narrow[j];
        }
        vectors.setRow(i, row);
      }
      return new Eigenpairs(values, vectors);
    }
  }

  private static int requireCount(int rows, int columns, int k) {
    if (rows != columns || k < 1 || k > rows) {
      throw new IllegalArgumentException(
          k
              + " eigenvectors of a "
              + rows
              + " x "
              + columns
              + " matrix: it must be square, and the number between 1 and its size.");
    }
    return rows;
  }

  private static void check(int info) {
    if (info < 0) {
      throw new IllegalArgumentException(
          "The matrix has an element that is not a number, so it has no eigenvalues.");
    }
    if (info > 0) {
      throw new ArithmeticException(
          "LAPACK did not find all eigenvalues (" + info + " are missing).");
    }
  }

  private static void reverse(double[] values) {
    for (int i = 0, j = values.length - 1; i < j; i++, j--) {
      double kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }
}

package eddy.linalg;

import static org.bytedeco.openblas.global.openblas_full.LAPACK_ROW_MAJOR;

import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas_full;

/**
 * The eigenvalues of a real matrix that need not be symmetric (LAPACK dgeev), as a list.
 *
 * @param real real parts
 * @param imaginary imaginary parts; a pair a +- ib stands together, +b first
 */
public record Eigenvalues(double[] real, double[] imaginary) {
  /**
   * Computes the eigenvalues.
   *
   * @param n size, at least 1
   * @param a n x n, row-major
   * @throws IllegalArgumentException if the array has another length or an element is not a number
   */
  public static Eigenvalues of(int n, double[] a) {
    Sylvester.requireShape("A", a, n, n);
    return DeepStack.call(() -> compute(n, a));
  }

  private static Eigenvalues compute(int n, double[] a) {
    try (DoubleMatrix copy = new DoubleMatrix(n, n);
        DoublePointer re = new DoublePointer((long) n);
        DoublePointer im = new DoublePointer((long) n);
        DoublePointer none = new DoublePointer(1L)) {
      copy.write(0, a, 0, n * n);
      int info =
          openblas_full.LAPACKE_dgeev(
              LAPACK_ROW_MAJOR,
              (byte) 'N',
              (byte) 'N',
              n,
              copy.pointer(),
              n,
              re,
              im,
              none,
              n,
              none,
              n);
      if (info != 0) {
        throw info < 0
            ? new IllegalArgumentException("A has an element that is not a number.")
            : new ArithmeticException("LAPACK did not find the eigenvalues.");
      }
      double[] real = new double[n];
      double[] imaginary = new double[n];
      re.get(real);
      im.get(imaginary);
      return new Eigenvalues(real, imaginary);
    }
  }

  /** The smallest real part. */
  public double smallestReal() {
    double least = Double.POSITIVE_INFINITY;
    for (double r : real) {
      least = Math.min(least, r);
    }
    return least;
  }

  /** The imaginary parts above a threshold, the largest first: one for each complex pair. */
  public double[] frequencies(double threshold) {
    double[] found = Arrays.stream(imaginary).filter(v -> v > threshold).sorted().toArray();
    double[] descending = new double[found.length];
    Arrays.setAll(descending, i -> found[found.length - 1 - i]);
    return descending;
  }
}

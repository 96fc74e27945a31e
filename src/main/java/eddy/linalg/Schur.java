package eddy.linalg;

import static org.bytedeco.openblas.global.openblas_full.LAPACK_ROW_MAJOR;

import java.util.Locale;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.openblas.global.openblas_full;

/**
 * The real Schur form A = U S Uᵀ (LAPACK dgees): U orthogonal, S upper triangular but for 2 x 2
 * blocks on the diagonal, one for each pair of complex eigenvalues.
 *
 * @param vectors U
 * @param form S
 * @param real real parts of the eigenvalues, in the order of the diagonal
 * @param imaginary imaginary parts
 */
record Schur(DoubleMatrix vectors, DoubleMatrix form, double[] real, double[] imaginary)
    implements AutoCloseable {

  /** Decomposes the n x n matrix with these rows. */
  static Schur of(String name, int n, double[] a) {
    DoubleMatrix vectors = new DoubleMatrix(n, n);
    DoubleMatrix form = new DoubleMatrix(n, n);
    form.write(0, a, 0, n * n);
    double[] real = new double[n];
    double[] imaginary = new double[n];
    try (DoublePointer wr = new DoublePointer((long) n);
        DoublePointer wi = new DoublePointer((long) n);
        IntPointer selected = new IntPointer(1L)) {
      int info =
          openblas_full.LAPACKE_dgees(
              LAPACK_ROW_MAJOR,
              (byte) 'V',
              (byte) 'N',
              null,
              n,
              form.pointer(),
              n,
              selected,
              wr,
              wi,
              vectors.pointer(),
              n);
      wr.get(real);
      wi.get(imaginary);
      if (info != 0) {
        vectors.close();
        form.close();
        throw info < 0
            ? new IllegalArgumentException(name + " has an element that is not a number.")
            : new ArithmeticException("LAPACK did not find the eigenvalues of " + name + ".");
      }
    }
    return new Schur(vectors, form, real, imaginary);
  }

  int size() {
    return real.length;
  }

  /** The k-th eigenvalue as text, to six digits. */
  String value(int k) {
    return imaginary[k] == 0
        ? String.format(Locale.ROOT, "%.6g", real[k])
        : String.format(Locale.ROOT, "%.6g%+.6gi", real[k], imaginary[k]);
  }

  /** The largest of the moduli of the elements of S. */
  double scale() {
    double largest = 0;
    double[] row = new double[size()];
    for (int i = 0; i < size(); i++) {
      form.row(i, row);
      for (double element : row) {
        largest = Math.max(largest, Math.abs(element));
      }
    }
    return largest;
  }

  /** A place near the middle of rows from .. from + size - 1 where S can be split. */
  int split(int from, int size) {
    int half = size / 2;
    boolean insideBlock = form.get(from + half, from + half - 1) != 0;
    return insideBlock ? half + 1 : half;
  }

  @Override
  public void close() {
    vectors.close();
    form.close();
  }
}

package eddy.linalg;

import static org.bytedeco.openblas.global.openblas_full.LAPACK_ROW_MAJOR;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas_full;

/**
 * Solves S Y + Y op(T) = F in place of F, with S and T in Schur form and op(T) = T or Tᵀ. The
 * larger of the two is halved until blocks of {@value #LEAF} rows are left for LAPACK dtrsyl, so
 * that nearly all work is in matrix products.
 *
 * <p>Source: I. Jonsson, B. Kågström, "Recursive blocked algorithms for solving triangular systems,
 * part I", ACM TOMS 28 (2002).
 */
final class TriangularSylvester {
  private static final int LEAF = 64;

  private final Schur s;
  private final Schur t;
  private final boolean transpose;
  private final DoubleMatrix f;
  private final int stride;

  TriangularSylvester(Schur s, Schur t, boolean transpose, DoubleMatrix f) {
    this.s = s;
    this.t = t;
    this.transpose = transpose;
    this.f = f;
    this.stride = f.columns();
  }

  void solve() {
    solve(0, s.size(), 0, t.size());
  }

  private void solve(int row, int rows, int column, int columns) {
    if (rows <= LEAF && columns <= LEAF) {
      leaf(row, rows, column, columns);
    } else if (rows >= columns) {
      int upper = s.split(row, rows);
      int lower = rows - upper;
      solve(row + upper, lower, column, columns);
      Blas.dgemm(
          false,
          false,
          upper,
          columns,
          lower,
          -1,
          s.form().pointer(),
          at(s, row, row + upper),
          s.size(),
          f.pointer(),
          at(row + upper, column),
          stride,
          1,
          f.pointer(),
          at(row, column),
          stride);
      solve(row, upper, column, columns);
    } else {
      int left = t.split(column, columns);
      int right = columns - left;
      if (transpose) {
        solve(row, rows, column + left, right);
        Blas.dgemm(
            false,
            true,
            rows,
            left,
            right,
            -1,
            f.pointer(),
            at(row, column + left),
            stride,
            t.form().pointer(),
            at(t, column, column + left),
            t.size(),
            1,
            f.pointer(),
            at(row, column),
            stride);
        solve(row, rows, column, left);
      } else {
        solve(row, rows, column, left);
        Blas.dgemm(
            false,
            false,
            rows,
            right,
            left,
            -1,
            f.pointer(),
            at(row, column),
            stride,
            t.form().pointer(),
            at(t, column, column + left),
            t.size(),
            1,
            f.pointer(),
            at(row, column + left),
            stride);
        solve(row, rows, column + left, right);
      }
    }
  }

  private void leaf(int row, int rows, int column, int columns) {
    try (DoublePointer scale = new DoublePointer(1L);
        DoublePointer left = new DoublePointer(s.form().pointer());
        DoublePointer right = new DoublePointer(t.form().pointer());
        DoublePointer block = new DoublePointer(f.pointer())) {
      int info =
          openblas_full.LAPACKE_dtrsyl(
              LAPACK_ROW_MAJOR,
              (byte) 'N',
              (byte) (transpose ? 'T' : 'N'),
              1,
              rows,
              columns,
              left.position(at(s, row, row)),
              s.size(),
              right.position(at(t, column, column)),
              t.size(),
              block.position(at(row, column)),
              stride,
              scale);
      if (info != 0 || scale.get() != 1) {
        throw new Resonance(
            "The equation has no solution of finite size: eigenvalues of its two matrices nearly"
                + " cancel, or its elements are not finite.");
      }
    }
  }

  private long at(int i, int j) {
    return (long) i * stride + j;
  }

  private static long at(Schur a, int i, int j) {
    return (long) i * a.size() + j;
  }
}

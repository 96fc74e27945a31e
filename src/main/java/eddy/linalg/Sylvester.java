package eddy.linalg;

/**
 * The Sylvester equation A X + X B = C for dense real matrices, by the real Schur forms of A and B.
 * It has one solution unless an eigenvalue of A and one of B add up to 0. About 25 (m³ + n³)
 * operations: a second for 500, minutes for 2000, on a worker thread if it may be interrupted.
 *
 * <p>Source: R. H. Bartels, G. W. Stewart, "Solution of the matrix equation AX + XB = C", CACM 15
 * (1972).
 */
public final class Sylvester {
  private Sylvester() {}

  /**
   * Solves A X + X B = C.
   *
   * @param m rows of X, at least 1
   * @param n columns of X, at least 1
   * @param a m x m, row-major
   * @param b n x n, row-major
   * @param c m x n, row-major
   * @return X, m x n, row-major
   * @throws IllegalArgumentException if an array has another length or an element is not a number
   * @throws Resonance if an eigenvalue of A and one of B add up to 0 within rounding
   */
  public static double[] solve(int m, int n, double[] a, double[] b, double[] c) {
    requireShape("A", a, m, m);
    requireShape("B", b, n, n);
    requireShape("C", c, m, n);
    return DeepStack.call(
        () -> {
          try (Schur left = Schur.of("A", m, a);
              Schur right = Schur.of("B", n, b)) {
            requireNoResonance("A", left, "B", right);
            return solve(left, right, false, c);
          }
        });
  }

  /** Solves A X + X op(B) = C, A = U S Uᵀ, B = V T Vᵀ: S Y + Y op(T) = Uᵀ C V, X = U Y Vᵀ. */
  static double[] solve(Schur a, Schur b, boolean transpose, double[] c) {
    int m = a.size();
    int n = b.size();
    try (DoubleMatrix f = new DoubleMatrix(m, n);
        DoubleMatrix g = new DoubleMatrix(m, n)) {
      f.write(0, c, 0, m * n);
      Blas.dgemm(true, false, 1, a.vectors(), f, 0, g);
      Blas.dgemm(false, false, 1, g, b.vectors(), 0, f);
      new TriangularSylvester(a, b, transpose, f).solve();
      Blas.dgemm(false, false, 1, a.vectors(), f, 0, g);
      Blas.dgemm(false, true, 1, g, b.vectors(), 0, f);
      double[] x = new double[m * n];
      f.read(0, x, 0, m * n);
      return x;
    }
  }

  /** Refuses pairs of eigenvalues whose sum is 0 within the rounding of their computation. */
  static void requireNoResonance(String nameA, Schur a, String nameB, Schur b) {
    double rounding = Math.max(a.size(), b.size()) * Math.ulp(1.0) * (a.scale() + b.scale());
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < b.size(); j++) {
        double sum = Math.hypot(a.real()[i] + b.real()[j], a.imaginary()[i] + b.imaginary()[j]);
        if (sum <= rounding) {
          throw new Resonance(
              "The equation has no unique solution (resonance): the eigenvalues "
                  + a.value(i)
                  + " of "
                  + nameA
                  + " and "
                  + b.value(j)
                  + " of "
                  + nameB
                  + " add up to 0 within rounding.");
        }
      }
    }
  }

  static void requireShape(String name, double[] a, int rows, int columns) {
    if (rows < 1 || columns < 1 || a.length != (long) rows * columns) {
      throw new IllegalArgumentException(
          name
              + " should be "
              + rows
              + " x "
              + columns
              + ", but it has "
              + a.length
              + " elements.");
    }
    for (double element : a) {
      if (!Double.isFinite(element)) {
        throw new IllegalArgumentException(name + " has an element that is not a finite number.");
      }
    }
  }
}

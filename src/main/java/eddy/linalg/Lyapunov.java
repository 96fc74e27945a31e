package eddy.linalg;

import static org.bytedeco.openblas.global.openblas_full.LAPACK_ROW_MAJOR;

import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.openblas.global.openblas_full;

/**
 * The Lyapunov equations of a linear process: the continuous A X + X Aᵀ = Q and the discrete X = A
 * X Aᵀ + Q, for dense real A and any Q. With Q = 2 D the first one gives X = β Σ for dx = -A x dt +
 * √(2 D/β) dW; the second gives the covariance of x ← A x + ξ with Cov ξ = Q. Where A has
 * eigenvalues of both signs the solution exists but is no covariance.
 */
public final class Lyapunov {
  private Lyapunov() {}

  /**
   * Solves A X + X Aᵀ = Q, by the real Schur form of A (see {@link Sylvester}).
   *
   * @param n size, at least 1
   * @param a n x n, row-major
   * @param q n x n, row-major
   * @return X, n x n, row-major; symmetric if Q is
   * @throws IllegalArgumentException if an array has another length or an element is not a number
   * @throws Resonance if two eigenvalues of A add up to 0 within rounding
   */
  public static double[] solve(int n, double[] a, double[] q) {
    return solve("A", n, a, q);
  }

  /**
   * The same, with messages that call A by another name.
   *
   * @param name what the caller calls A
   * @param n size, at least 1
   * @param a n x n, row-major
   * @param q n x n, row-major
   * @return X, n x n, row-major; symmetric if Q is
   * @throws IllegalArgumentException if an array has another length or an element is not a number
   * @throws Resonance if two eigenvalues of A add up to 0 within rounding
   */
  public static double[] solve(String name, int n, double[] a, double[] q) {
    Sylvester.requireShape(name, a, n, n);
    Sylvester.requireShape("Q", q, n, n);
    return DeepStack.call(() -> solveContinuous(name, n, a, q));
  }

  private static double[] solveContinuous(String name, int n, double[] a, double[] q) {
    try (Schur schur = Schur.of(name, n, a)) {
      Sylvester.requireNoResonance(name, schur, name, schur);
      return symmetricIf(n, q, Sylvester.solve(schur, schur, true, q));
    }
  }

  /**
   * Solves X = A X Aᵀ + Q. With B = (A + I)⁻¹ (A - I) this is the continuous equation B X + X Bᵀ =
   * -2 (A + I)⁻¹ Q (A + I)⁻ᵀ.
   *
   * @param n size, at least 1
   * @param a n x n, row-major
   * @param q n x n, row-major
   * @return X, n x n, row-major; symmetric if Q is
   * @throws IllegalArgumentException if an array has another length or an element is not a number
   * @throws Resonance if the product of two eigenvalues of A is 1 within rounding
   */
  public static double[] discrete(int n, double[] a, double[] q) {
    Sylvester.requireShape("A", a, n, n);
    Sylvester.requireShape("Q", q, n, n);
    return DeepStack.call(() -> solveDiscrete(n, a, q));
  }

  private static double[] solveDiscrete(int n, double[] a, double[] q) {
    try (Schur schur = Schur.of("A", n, a)) {
      requireNoUnitProduct(schur);
    }
    double[] both = new double[2 * n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        both[2 * n * i + j] = a[n * i + j] - (i == j ? 1 : 0);
        both[2 * n * i + n + j] = q[n * i + j];
      }
    }
    solveShifted(n, a, 2 * n, both);
    double[] b = new double[n * n];
    double[] transposed = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        b[n * i + j] = both[2 * n * i + j];
        transposed[n * j + i] = both[2 * n * i + n + j];
      }
    }
    solveShifted(n, a, n, transposed);
    double[] c = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        c[n * i + j] = -2 * transposed[n * j + i];
      }
    }
    try (Schur schur = Schur.of("A", n, b)) {
      return symmetricIf(n, q, Sylvester.solve(schur, schur, true, c));
    }
  }

  /** Replaces the n x columns matrix Y by (A + I)⁻¹ Y. */
  private static void solveShifted(int n, double[] a, int columns, double[] y) {
    try (DoubleMatrix shifted = new DoubleMatrix(n, n);
        DoubleMatrix right = new DoubleMatrix(n, columns);
        IntPointer pivots = new IntPointer((long) n)) {
      shifted.write(0, a, 0, n * n);
      for (int i = 0; i < n; i++) {
        shifted.set(i, i, shifted.get(i, i) + 1);
      }
      right.write(0, y, 0, n * columns);
      int info =
          openblas_full.LAPACKE_dgesv(
              LAPACK_ROW_MAJOR, n, columns, shifted.pointer(), n, pivots, right.pointer(), columns);
      if (info != 0) {
        throw new Resonance(
            "The equation has no unique solution (resonance): -1 is an eigenvalue of A.");
      }
      right.read(0, y, 0, n * columns);
    }
  }

  private static void requireNoUnitProduct(Schur a) {
    double scale = a.scale();
    double rounding = a.size() * Math.ulp(1.0) * Math.max(1, scale);
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j <= i; j++) {
        double re = a.real()[i] * a.real()[j] - a.imaginary()[i] * a.imaginary()[j] - 1;
        double im = a.real()[i] * a.imaginary()[j] + a.imaginary()[i] * a.real()[j];
        if (Math.hypot(re, im) <= rounding) {
          throw new Resonance(
              "The equation has no unique solution (resonance): the product of the eigenvalues "
                  + a.value(i)
                  + " and "
                  + a.value(j)
                  + " of A is 1 within rounding.");
        }
      }
    }
  }

  /** Removes the rounding that breaks the symmetry of X, where Q is symmetric. */
  private static double[] symmetricIf(int n, double[] q, double[] x) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        if (q[n * i + j] != q[n * j + i]) {
          return x;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double mean = (x[n * i + j] + x[n * j + i]) / 2;
        x[n * i + j] = mean;
        x[n * j + i] = mean;
      }
    }
    return x;
  }
}

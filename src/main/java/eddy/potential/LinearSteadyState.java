package eddy.potential;

import eddy.linalg.Blas;
import eddy.linalg.DoubleMatrix;
import eddy.linalg.Eigenpairs;
import eddy.linalg.Eigenvalues;
import eddy.linalg.LinearSystem;
import eddy.linalg.Lyapunov;
import eddy.linalg.SymmetricEigen;
import eddy.linalg.SymmetricRoot;
import java.util.Arrays;

/**
 * Lemma 20 of Chaudhari and Soatto (2018): the steady state of a linear drift -F x under constant
 * noise, dx = -F x dt + sqrt(2 D/beta) dW, in any dimension d and for any F, symmetric or not, at a
 * minimum or a saddle:
 *
 * <pre>  F X + X F^T = 2 D,   Q = F X - D = -Q^T,   U = X^-1,   F = (D + Q) U.</pre>
 *
 * <p>X = beta Sigma with the stationary covariance Sigma, the potential is Phi = x^T U x / 2, the
 * force j = -Q U x. At a saddle there is no stationary law; X, Q and U still exist and F = (D + Q)
 * U holds. A symmetric F (the Hessian of a loss) is solved in its eigenbasis, X_ij = 2 D_ij / (l_i
 * + l_j), another F by its Schur form; both cost O(d^3). Matrices are row-major.
 */
public final class LinearSteadyState {
  /** |F - F^T| up to this fraction of |F| counts as symmetric. */
  private static final double SYMMETRIC = 1e-13;

  /** Frequencies below this fraction of the largest |F_ij| are rounding. */
  private static final double NO_ROTATION = 1e-12;

  /** An estimated D may have eigenvalues as negative as this, by its largest one. */
  private static final double NEGATIVE_NOISE = 1e-6;

  private final int n;
  private final double[] f;
  private final double[] d;
  private final double[] x;
  private final double[] q;
  private final double slowest;

  private LinearSteadyState(int n, double[] f, double[] d, double[] x, double slowest) {
    this.n = n;
    this.f = f;
    this.d = d;
    this.x = x;
    this.slowest = slowest;
    double[] fx = multiply(f, false, x, false);
    q = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        q[i * n + j] = (fx[i * n + j] - fx[j * n + i]) / 2;
      }
    }
  }

  /**
   * Solves for X and Q.
   *
   * @param n dimension d, at least 1
   * @param f the matrix F (Jacobian of grad f at the critical point), n x n, row-major
   * @param d the diffusion matrix D, n x n, row-major, symmetric and without negative eigenvalues;
   *     it may be singular
   * @throws eddy.linalg.Resonance when two eigenvalues of F add up to 0, so that X is not unique or
   *     does not exist; the message names them
   * @throws IllegalArgumentException when a length is wrong, an entry is not finite, or D is not
   *     symmetric or has an eigenvalue below -1e-6 times its largest one
   */
  public static LinearSteadyState of(int n, double[] f, double[] d) {
    requireFinite("F", n, f);
    requireFinite("D", n, d);
    if (asymmetry(n, d) > 1e-9) {
      throw new IllegalArgumentException("The diffusion matrix D is not symmetric.");
    }
    requireNoNegativeNoise(n, d);
    return asymmetry(n, f) <= SYMMETRIC ? ofHessian(n, f.clone(), d.clone()) : bySchur(n, f, d);
  }

  private static LinearSteadyState bySchur(int n, double[] f, double[] d) {
    double[] twice = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        twice[i * n + j] = d[i * n + j] + d[j * n + i];
      }
    }
    double[] x = Lyapunov.solve("F", n, f, twice);
    return new LinearSteadyState(n, f.clone(), d.clone(), x, Eigenvalues.of(n, f).smallestReal());
  }

  /**
   * Solves for X and Q.
   *
   * @param f rows of F
   * @param d rows of D
   */
  public static LinearSteadyState of(double[][] f, double[][] d) {
    return of(f.length, flat(f), flat(d));
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  private static void requireFinite(String name, int n, double[] a) {
    if (n < 1 || a.length != n * n) {
      throw new IllegalArgumentException(
          name + " needs " + n + " x " + n + " entries, not " + a.length + ".");
    }
    for (double v : a) {
      if (!Double.isFinite(v)) {
        throw new IllegalArgumentException(name + " has an entry that is not finite: " + v + ".");
      }
    }
  }

  private static double asymmetry(int n, double[] a) {
    double largest = Double.MIN_NORMAL;
    double gap = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        largest = Math.max(largest, Math.max(Math.abs(a[i * n + j]), Math.abs(a[j * n + i])));
        gap = Math.max(gap, Math.abs(a[i * n + j] - a[j * n + i]));
      }
    }
    return gap / largest;
  }

  private static void requireNoNegativeNoise(int n, double[] d) {
    try (DoubleMatrix a = matrix(n, d)) {
      double[] values = SymmetricEigen.values(a);
      if (values[n - 1] < -NEGATIVE_NOISE * Math.abs(values[0])) {
        throw new IllegalArgumentException(
            "The diffusion matrix D has the negative eigenvalue "
                + values[n - 1]
                + ", but a covariance has none.");
      }
    }
  }

  private static DoubleMatrix matrix(int n, double[] entries) {
    DoubleMatrix a = new DoubleMatrix(n, n);
    a.write(0, entries, 0, n * n);
    return a;
  }

  /** Solves in the eigenbasis of a symmetric F; where two eigenvalues cancel, by Schur's form. */
  private static LinearSteadyState ofHessian(int n, double[] f, double[] d) {
    try (DoubleMatrix a = matrix(n, f);
        DoubleMatrix noise = matrix(n, d);
        DoubleMatrix half = new DoubleMatrix(n, n)) {
      double slowest;
      try (Eigenpairs pairs = SymmetricEigen.leading(a, n)) {
        double[] l = pairs.values();
        DoubleMatrix v = pairs.vectors();
        slowest = l[n - 1];
        Blas.dgemm(false, false, 1, v, noise, 0, half);
        Blas.dgemm(false, true, 1, half, v, 0, noise);
        double scale = Math.max(Math.abs(l[0]), Math.abs(l[n - 1]));
        double[] row = new double[n];
        for (int i = 0; i < n; i++) {
          noise.row(i, row);
          for (int j = 0; j < n; j++) {
            double sum = l[i] + l[j];
            if (Math.abs(sum) <= 10 * n * Math.ulp(scale)) {
              return bySchur(n, f, d);
            }
            row[j] *= 2 / sum;
          }
          noise.setRow(i, row);
        }
        Blas.dgemm(true, false, 1, v, noise, 0, half);
        Blas.dgemm(false, false, 1, half, v, 0, noise);
      }
      double[] x = new double[n * n];
      noise.read(0, x, 0, n * n);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
          double mean = (x[i * n + j] + x[j * n + i]) / 2;
          x[i * n + j] = mean;
          x[j * n + i] = mean;
        }
      }
      return new LinearSteadyState(n, f, d, x, slowest);
    }
  }

  private double[] multiply(double[] left, boolean turnLeft, double[] right, boolean turnRight) {
    try (DoubleMatrix a = matrix(n, left);
        DoubleMatrix b = matrix(n, right);
        DoubleMatrix c = new DoubleMatrix(n, n)) {
      Blas.dgemm(turnLeft, turnRight, 1, a, b, 0, c);
      double[] out = new double[n * n];
      c.read(0, out, 0, n * n);
      return out;
    }
  }

  /** The dimension d. */
  public int dimension() {
    return n;
  }

  /** F, as given. */
  public double[] f() {
    return f.clone();
  }

  /** D, as given. */
  public double[] d() {
    return d.clone();
  }

  /** X = beta Sigma, symmetric. */
  public double[] x() {
    return x.clone();
  }

  /** Q, antisymmetric to the last bit. */
  public double[] q() {
    return q.clone();
  }

  /**
   * U = X^-1, so that Phi = x^T U x / 2.
   *
   * @throws ArithmeticException when X is singular, as it is when D is singular and F does not
   *     carry its noise into all directions
   */
  public double[] u() {
    double[] u = LinearSystem.inverse("X", n, x);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double mean = (u[i * n + j] + u[j * n + i]) / 2;
        u[i * n + j] = mean;
        u[j * n + i] = mean;
      }
    }
    return u;
  }

  /** Whether there is a stationary law: all eigenvalues of F have a positive real part. */
  public boolean isStable() {
    return slowestRate() > 0;
  }

  /** The smallest real part of an eigenvalue of F: the rate at which the slowest mode decays. */
  public double slowestRate() {
    return slowest;
  }

  /**
   * The smallest eigenvalue of D U: the rate of the slowest mode of the reversible process with the
   * same stationary law. At a minimum {@link #slowestRate()} is never smaller.
   *
   * @throws ArithmeticException when X is singular
   */
  public double slowestReversibleRate() {
    try (DoubleMatrix root = matrix(n, SymmetricRoot.of(n, d));
        DoubleMatrix u = matrix(n, u());
        DoubleMatrix half = new DoubleMatrix(n, n)) {
      Blas.dgemm(true, false, 1, root, u, 0, half);
      Blas.dgemm(false, false, 1, half, root, 0, u);
      return SymmetricEigen.values(u)[n - 1];
    }
  }

  /**
   * The process dx = -D U x dt + sqrt(2 D/beta) dW of Eq. (7), with the same noise and the same
   * stationary law, but without a force: Q = 0. The null model of every test for circulation.
   *
   * @throws ArithmeticException when X is singular
   */
  public LinearSteadyState reversibleTwin() {
    double[] gradientOnly = multiply(d, false, u(), false);
    return new LinearSteadyState(n, gradientOnly, d, x, slowestReversibleRate());
  }

  /**
   * The stationary covariance Sigma = X / beta.
   *
   * @param beta inverse temperature, above 0
   * @throws IllegalStateException when F has an eigenvalue whose real part is not positive
   */
  public double[] covariance(double beta) {
    requireStable();
    return Arrays.stream(x).map(v -> v / beta).toArray();
  }

  /**
   * The area rates (1/2) &lt;x_i o dx_j - x_j o dx_i&gt;/dt = Q_ij / beta, n x n.
   *
   * @param beta inverse temperature, above 0
   * @throws IllegalStateException when F has an eigenvalue whose real part is not positive
   */
  public double[] areaRates(double beta) {
    requireStable();
    return Arrays.stream(q).map(v -> v / beta).toArray();
  }

  private void requireStable() {
    if (!isStable()) {
      throw new IllegalStateException(
          "F has an eigenvalue whose real part is not positive: there is no stationary law here,"
              + " only X, Q and U.");
    }
  }

  /**
   * The rate of entropy production tr(Q^T D^-1 Q U) = tr(F^T D^-1 Q), which does not depend on
   * beta.
   *
   * @throws ArithmeticException when D is singular
   */
  public double entropyProduction() {
    double[] solved = LinearSystem.solve("D", n, d, n, q);
    double sum = 0;
    for (int i = 0; i < n * n; i++) {
      sum += f[i] * solved[i];
    }
    return sum;
  }

  /**
   * The rotation frequencies |Im eig(Q U)| of dx/dt = j(x) = -Q U x, in radians per unit time, one
   * for each plane that turns, the largest first; empty where nothing turns.
   */
  public double[] rotationFrequencies() {
    double largest = Arrays.stream(f).map(Math::abs).max().orElseThrow();
    return Eigenvalues.of(n, multiply(q, false, u(), false)).frequencies(NO_ROTATION * largest);
  }
}

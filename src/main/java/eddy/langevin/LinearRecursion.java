package eddy.langevin;

import eddy.linalg.SymmetricRoot;
import eddy.run.Interrupts;
import eddy.run.RandomStream;

/**
 * The linear recursion x ← A x + xi with Gaussian noise of covariance R: exact sampling of an
 * Ornstein-Uhlenbeck process, or SGD with or without momentum on a quadratic loss. Any number of
 * steps is one recursion again ({@link #power}), so that an epoch costs one draw.
 *
 * <p>Matrices are n x n, row-major. A dense recursion costs O(n^3) by BLAS, seconds at n = 2 x 917;
 * in coordinates in which the Hessian is diagonal, it is O(n^2): rotate F and C to its eigenvectors
 * first.
 */
public final class LinearRecursion {
  private static final int MOST_DOUBLINGS = 60;

  private final int n;
  private final Propagator a;
  private final double[] r;
  private double[] stationary;

  /**
   * A recursion of its own.
   *
   * @param n dimension, at least 1
   * @param a the propagator A
   * @param r the covariance R of the noise, symmetric positive semi-definite
   */
  public LinearRecursion(int n, double[] a, double[] r) {
    requireMatrix("A", n, a);
    requireMatrix("R", n, r);
    this.n = n;
    this.a = new Propagator(n, a.clone());
    this.r = r.clone();
  }

  private LinearRecursion(int n, Propagator a, double[] r) {
    this.n = n;
    this.a = a;
    this.r = r;
  }

  /**
   * dx = -F x dt + sqrt(2 D/beta) dW seen every dt, exactly: A = exp(-F dt), R = integral of exp(-F
   * s) (2 D/beta) exp(-Fᵀ s) over 0 .. dt.
   *
   * @param n dimension
   * @param f F, any square matrix
   * @param d the diffusion matrix D
   * @param beta inverse temperature, above 0
   * @param dt time between two points, above 0
   */
  public static LinearRecursion ornsteinUhlenbeck(
      int n, double[] f, double[] d, double beta, double dt) {
    requireMatrix("F", n, f);
    requireMatrix("D", n, d);
    requirePositive("beta", beta);
    requirePositive("dt", dt);
    double[] noise = new double[n * n];
    Dense.add(noise, 2 / beta, d);
    ExactStep step = ExactStep.of(n, f, noise, dt);
    return new LinearRecursion(n, step.propagator(), step.covariance());
  }

  /** The same with F and D as rows. */
  public static LinearRecursion ornsteinUhlenbeck(
      double[][] f, double[][] d, double beta, double dt) {
    return ornsteinUhlenbeck(f.length, flat(f), flat(d), beta, dt);
  }

  /**
   * SGD on a quadratic loss with Hessian F: x ← x - eta (F x + xi), Cov xi = C = D/b. One step is
   * one mini-batch.
   *
   * @param n dimension
   * @param f F
   * @param c C, the covariance of a mini-batch gradient
   * @param eta learning rate, above 0
   */
  public static LinearRecursion sgd(int n, double[] f, double[] c, double eta) {
    requireMatrix("F", n, f);
    requireMatrix("C", n, c);
    requirePositive("eta", eta);
    double[] a = Dense.identity(n);
    Dense.add(a, -eta, f);
    double[] r = new double[n * n];
    Dense.add(r, eta * eta, c);
    return new LinearRecursion(n, a, r);
  }

  /** The same with F and C as rows. */
  public static LinearRecursion sgd(double[][] f, double[][] c, double eta) {
    return sgd(f.length, flat(f), flat(c), eta);
  }

  /**
   * SGD with heavy ball on a quadratic loss: v ← mu v + F x + xi, x ← x - eta v, on the state (x,
   * v) of 2 n coordinates, A = [[I - eta F, -eta mu I], [F, mu I]], noise (-eta xi, xi).
   *
   * @param n dimension of x
   * @param f F
   * @param c C, the covariance of a mini-batch gradient
   * @param eta learning rate, above 0
   * @param mu momentum, 0 up to (not including) 1
   */
  public static LinearRecursion heavyBall(int n, double[] f, double[] c, double eta, double mu) {
    requireMatrix("F", n, f);
    requireMatrix("C", n, c);
    requirePositive("eta", eta);
    if (!(mu >= 0 && mu < 1)) {
      throw new IllegalArgumentException("A momentum lies in [0, 1), but " + mu + " was given.");
    }
    int m = 2 * n;
    double[] a = new double[m * m];
    double[] r = new double[m * m];
    for (int i = 0; i < n; i++) {
      a[i * m + i] = 1;
      a[i * m + n + i] = -eta * mu;
      a[(n + i) * m + n + i] = mu;
      for (int j = 0; j < n; j++) {
        double h = f[i * n + j];
        double noise = c[i * n + j];
        a[i * m + j] -= eta * h;
        a[(n + i) * m + j] = h;
        r[i * m + j] = eta * eta * noise;
        r[i * m + n + j] = -eta * noise;
        r[(n + i) * m + j] = -eta * noise;
        r[(n + i) * m + n + j] = noise;
      }
    }
    return new LinearRecursion(m, a, r);
  }

  /** The same with F and C as rows. */
  public static LinearRecursion heavyBall(double[][] f, double[][] c, double eta, double mu) {
    return heavyBall(f.length, flat(f), flat(c), eta, mu);
  }

  /** The number of coordinates of the state. */
  public int dimension() {
    return n;
  }

  /** A. */
  public double[] propagator() {
    return a.entries().clone();
  }

  /** R. */
  public double[] noiseCovariance() {
    return r.clone();
  }

  /**
   * The recursion of m steps at once, exactly: A^m and the sum over k below m of A^k R (A^k)ᵀ, by
   * repeated doubling.
   *
   * @param m at least 1
   */
  public LinearRecursion power(long m) {
    if (m < 1) {
      throw new IllegalArgumentException("At least 1 step is needed, not " + m + ".");
    }
    Propagator doneA = null;
    double[] doneR = null;
    Propagator nowA = a;
    double[] nowR = r;
    for (long left = m; ; left >>= 1) {
      Interrupts.check("");
      if ((left & 1) == 1) {
        doneR = doneA == null ? nowR : nowA.congruence(doneR, nowR);
        doneA = doneA == null ? nowA : nowA.times(doneA);
      }
      if (left == 1) {
        return new LinearRecursion(n, doneA, doneR);
      }
      nowR = nowA.congruence(nowR, nowR);
      nowA = nowA.times(nowA);
    }
  }

  /**
   * The covariance S of the stationary state, S = A S Aᵀ + R (discrete Lyapunov equation), by
   * doubling the number of steps until nothing of A is left (Smith's squared iteration).
   *
   * @throws IllegalStateException if A has an eigenvalue of modulus 1 or above: there is none
   */
  public double[] stationaryCovariance() {
    if (stationary == null) {
      stationary = solveStationary();
    }
    return stationary.clone();
  }

  private double[] solveStationary() {
    Propagator power = a;
    double[] s = r.clone();
    for (int k = 0; k < MOST_DOUBLINGS; k++) {
      Interrupts.check("");
      double[] more = power.congruence(s, s);
      double total = Dense.norm(n, more);
      if (!(total < 1e150)) {
        break;
      }
      Dense.add(s, -1, more);
      boolean settled = Dense.norm(n, s) <= 1e-17 * total;
      s = more;
      if (settled) {
        return s;
      }
      power = power.times(power);
    }
    throw new IllegalStateException(
        "There is no stationary state: A has an eigenvalue of modulus 1 or above (a learning rate"
            + " too large, or a direction without curvature).");
  }

  /**
   * The mean area per step of the recursion, (1/2)&lt;x_i(t) x_j(t+1) - x_j(t) x_i(t+1)&gt; = (S Aᵀ
   * - A S)_ij / 2: antisymmetric, positive for turning from axis i to axis j.
   *
   * @return n x n, row-major
   */
  public double[] areaPerStep() {
    double[] sat = a.timesTransposed(stationaryCovariance());
    double[] area = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        area[i * n + j] = (sat[i * n + j] - sat[j * n + i]) / 2;
      }
    }
    return area;
  }

  /**
   * A draw from the stationary state.
   *
   * @param stream takes n normal numbers
   */
  public double[] stationaryDraw(RandomStream stream) {
    double[] root = SymmetricRoot.of(n, stationaryCovariance());
    double[] g = new double[n];
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      g[i] = stream.nextGaussian();
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        x[i] += root[i * n + j] * g[j];
      }
    }
    return x;
  }

  /**
   * Simulates.
   *
   * @param stream n normal numbers for each step; it moves on by as many
   * @param start the state before the first step, n coordinates
   * @param steps how many steps
   * @return a row for each step, without the start
   */
  public double[][] simulate(RandomStream stream, double[] start, int steps) {
    double[][] rows = new double[steps][];
    try (LinearWalk walk = walk(stream, start, 0)) {
      for (int t = 0; t < steps; t++) {
        Interrupts.check("");
        rows[t] = walk.next().clone();
      }
    }
    stream.seek(stream.position() + LinearWalk.words(n, steps));
    return rows;
  }

  /**
   * A simulation step by step, for paths that are too long to keep, or to go on with one.
   *
   * @param stream where step 0 draws from; it is copied
   * @param x the state, n coordinates
   * @param step how many steps led to it; 0 for a new path
   */
  public LinearWalk walk(RandomStream stream, double[] x, long step) {
    return new LinearWalk(n, a, r, stream, x, step);
  }

  private static double[] flat(double[][] rows) {
    int n = rows.length;
    double[] a = new double[n * n];
    for (int i = 0; i < n; i++) {
      if (rows[i].length != n) {
        throw new IllegalArgumentException(
            "A square matrix is needed: row "
                + i
                + " has "
                + rows[i].length
                + " entries, not "
                + n
                + ".");
      }
      System.arraycopy(rows[i], 0, a, i * n, n);
    }
    return a;
  }

  private static void requireMatrix(String name, int n, double[] m) {
    if (n < 1 || m.length != (long) n * n) {
      throw new IllegalArgumentException(
          name + " should be " + n + " x " + n + ", but it has " + m.length + " elements.");
    }
    for (double element : m) {
      if (!Double.isFinite(element)) {
        throw new IllegalArgumentException(name + " has finite entries, not " + element + ".");
      }
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be above 0 and finite, not " + value + ".");
    }
  }
}

package eddy.langevin;

import eddy.linalg.SymmetricRoot;
import eddy.run.Interrupts;
import eddy.run.RandomStream;

/**
 * The linear recursion x ← A x + xi with Gaussian noise of covariance R: exact sampling of an
 * Ornstein-Uhlenbeck process, or SGD with or without momentum on a quadratic loss. Any number of
 * steps is one recursion again ({@link #power}), so that an epoch costs one draw.
 *
 * <p>Matrices are n x n, row-major. Everything is O(n^3) by BLAS: seconds at n = 2 x 917.
 */
public final class LinearRecursion {
  private static final int MOST_DOUBLINGS = 60;

  private final int n;
  private final double[] a;
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
    this.a = a.clone();
    this.r = r.clone();
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
    return a.clone();
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
    double[] doneA = null;
    double[] doneR = null;
    double[] nowA = a;
    double[] nowR = r;
    for (long left = m; ; left >>= 1) {
      Interrupts.check("");
      if ((left & 1) == 1) {
        if (doneA == null) {
          doneA = nowA;
          doneR = nowR;
        } else {
          double[] sum = Dense.congruence(n, nowA, doneR);
          Dense.add(sum, 1, nowR);
          doneR = sum;
          doneA = Dense.times(n, nowA, doneA);
        }
      }
      if (left == 1) {
        return new LinearRecursion(n, doneA, doneR);
      }
      double[] twice = Dense.congruence(n, nowA, nowR);
      Dense.add(twice, 1, nowR);
      nowR = twice;
      nowA = Dense.times(n, nowA, nowA);
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
    double[] power = a;
    double[] s = r;
    for (int k = 0; k < MOST_DOUBLINGS; k++) {
      Interrupts.check("");
      double[] more = Dense.congruence(n, power, s);
      double change = Dense.norm(n, more);
      if (change == 0) {
        return s;
      }
      Dense.add(more, 1, s);
      s = more;
      double total = Dense.norm(n, s);
      if (!(total < 1e150)) {
        break;
      }
      if (change <= 1e-17 * total) {
        return s;
      }
      power = Dense.times(n, power, power);
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
    double[] sat = Dense.timesTransposed(n, stationaryCovariance(), a);
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
    return drawFrom(SymmetricRoot.of(n, stationaryCovariance()), stream);
  }

  private double[] drawFrom(double[] root, RandomStream stream) {
    double[] g = new double[n];
    for (int i = 0; i < n; i++) {
      g[i] = stream.nextGaussian();
    }
    double[] x = new double[n];
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
   * @param stream n normal numbers for each step
   * @param start the state before the first step, n coordinates
   * @param steps how many steps
   * @return a row for each step, without the start
   */
  public double[][] simulate(RandomStream stream, double[] start, int steps) {
    double[] root = SymmetricRoot.of(n, r);
    double[] x = start.clone();
    double[][] rows = new double[steps][];
    for (int t = 0; t < steps; t++) {
      Interrupts.check("");
      double[] next = drawFrom(root, stream);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          next[i] += a[i * n + j] * x[j];
        }
      }
      x = next;
      rows[t] = x;
    }
    return rows;
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

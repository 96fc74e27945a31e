package eddy.study.longrun;

import eddy.linalg.Blas;
import eddy.linalg.DoubleMatrix;
import eddy.linalg.Eigenpairs;
import eddy.linalg.SymmetricEigen;
import java.util.Arrays;

/**
 * Lemma 20 for SGD with heavy ball, exactly and step by step: v ← μ v + F x + ξ, x ← x − η v with
 * Cov ξ = C. In the eigenbasis of F each mode i is a pair (x, η v) with the propagator
 *
 * <pre>  A_i = [[1 − η k_i, −μ], [η k_i, μ]],</pre>
 *
 * <p>and the stationary covariance of modes i and j is the 2 x 2 matrix with S_ij = A_i S_ij A_jᵀ +
 * η² C_ij [[1, −1], [−1, 1]], so that the discrete Lyapunov equation costs O(m²). Only modes with
 * curvature above a threshold are in: flat, scale-invariant and downhill directions have no
 * stationary state. With C diagonal here, Q = 0 and nothing circulates.
 *
 * <p>Time is counted in snapshots of {@code steps} steps each. Matrices are m x m, row-major.
 */
public final class HeavyBallModes {
  private final int d;
  private final double[] curvatures;
  private final double[] directions;
  private final double[] noise;
  private final double rate;
  private final double momentum;
  private final int steps;
  private final double[] xx;
  private final double[] vx;

  private HeavyBallModes(
      int d,
      double[] curvatures,
      double[] directions,
      double[] noise,
      double rate,
      double momentum,
      int steps) {
    this.d = d;
    this.curvatures = curvatures;
    this.directions = directions;
    this.noise = noise;
    this.rate = rate;
    this.momentum = momentum;
    this.steps = steps;
    int m = curvatures.length;
    xx = new double[m * m];
    vx = new double[m * m];
    for (int i = 0; i < m; i++) {
      for (int j = i; j < m; j++) {
        double[] s = stationary(curvatures[i], curvatures[j], noise[i * m + j]);
        xx[i * m + j] = s[0];
        xx[j * m + i] = s[0];
        vx[i * m + j] = s[2];
        vx[j * m + i] = s[1];
      }
    }
  }

  /**
   * The modes of a quadratic model.
   *
   * @param model F and C
   * @param rate η
   * @param momentum μ, 0 for plain SGD
   * @param steps steps from snapshot to snapshot
   * @param threshold least curvature of a mode, above 0
   * @throws IllegalArgumentException if no mode is above the threshold, or one is unstable, η k ≥ 2
   *     (1 + μ)
   */
  public static HeavyBallModes of(
      QuadraticModel model, double rate, double momentum, int steps, double threshold) {
    int d = model.dimension();
    try (DoubleMatrix f = new DoubleMatrix(d, d);
        DoubleMatrix c = new DoubleMatrix(d, d)) {
      f.write(0, model.hessian(), 0, d * d);
      c.write(0, model.noise(), 0, d * d);
      try (Eigenpairs pairs = SymmetricEigen.leading(f, d)) {
        double[] k = Arrays.stream(pairs.values()).takeWhile(value -> value > threshold).toArray();
        requireModes(k, rate, momentum, threshold);
        int m = k.length;
        double[] v = new double[m * d];
        pairs.vectors().read(0, v, 0, m * d);
        return new HeavyBallModes(d, k, v, rotated(v, m, c), rate, momentum, steps);
      }
    }
  }

  private static void requireModes(double[] k, double rate, double momentum, double threshold) {
    if (k.length == 0) {
      throw new IllegalArgumentException(
          "No direction has a curvature above " + threshold + ": there is no stationary state.");
    }
    if (rate * k[0] >= 2 * (1 + momentum)) {
      throw new IllegalArgumentException(
          "The largest curvature, "
              + k[0]
              + ", makes SGD unstable at learning rate "
              + rate
              + ": it must be below "
              + 2 * (1 + momentum) / rate
              + ".");
    }
  }

  /** V C Vᵀ. */
  private static double[] rotated(double[] v, int m, DoubleMatrix c) {
    int d = c.rows();
    double[] out = new double[m * m];
    try (DoubleMatrix rows = new DoubleMatrix(m, d);
        DoubleMatrix half = new DoubleMatrix(m, d);
        DoubleMatrix all = new DoubleMatrix(m, m)) {
      rows.write(0, v, 0, m * d);
      Blas.dgemm(false, false, 1, rows, c, 0, half);
      Blas.dgemm(false, true, 1, half, rows, 0, all);
      all.read(0, out, 0, m * m);
    }
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < i; j++) {
        out[i * m + j] = out[j * m + i];
      }
    }
    return out;
  }

  /** The same modes with C diagonal in the eigenbasis of F: equal variances of noise, Q = 0. */
  public HeavyBallModes withoutCirculation() {
    int m = count();
    double[] diagonal = new double[m * m];
    for (int i = 0; i < m; i++) {
      diagonal[i * m + i] = noise[i * m + i];
    }
    return new HeavyBallModes(d, curvatures, directions, diagonal, rate, momentum, steps);
  }

  /** The leading modes only. */
  public HeavyBallModes leading(int count) {
    int m = count();
    int n = Math.min(count, m);
    double[] c = new double[n * n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(noise, i * m, c, i * n, n);
    }
    return new HeavyBallModes(
        d,
        Arrays.copyOf(curvatures, n),
        Arrays.copyOf(directions, n * d),
        c,
        rate,
        momentum,
        steps);
  }

  /** m, the number of modes. */
  public int count() {
    return curvatures.length;
  }

  /** d, the number of weights. */
  public int dimension() {
    return d;
  }

  /** The curvatures k, the largest first. */
  public double[] curvatures() {
    return curvatures.clone();
  }

  /** The modes as unit vectors, m x d. */
  public double[] directions() {
    return directions.clone();
  }

  /** C in the eigenbasis of F. */
  public double[] noise() {
    return noise.clone();
  }

  /** η. */
  public double rate() {
    return rate;
  }

  /** μ. */
  public double momentum() {
    return momentum;
  }

  /** Steps from snapshot to snapshot. */
  public int steps() {
    return steps;
  }

  /**
   * Relaxation times in snapshots, 1/(steps η k/(1 − μ)): the small-step value, by which one sees
   * which modes a series of some length can hold.
   */
  public double[] relaxationTimes() {
    double[] times = new double[count()];
    Arrays.setAll(times, i -> 1 / rateOf(i));
    return times;
  }

  /** The relaxation rate of mode i per snapshot, steps η k/(1 − μ). */
  public double rateOf(int i) {
    return steps * rate * curvatures[i] / (1 - momentum);
  }

  /** The stationary covariance of the positions. */
  public double[] covariance() {
    return xx.clone();
  }

  /**
   * E|∇f|² = Σ k_i² S_ii in the stationary state, ∇f = F x: what Remark 18 should be compared with.
   */
  public double squaredGradient() {
    double sum = 0;
    for (int i = 0; i < count(); i++) {
      sum += curvatures[i] * curvatures[i] * xx[i * count() + i];
    }
    return sum;
  }

  /**
   * The lag covariance of the filtered positions, ⟨y_i(t + lag) y_j(t)⟩ with y(t) = Σ_u a(u) x(t −
   * u).
   *
   * @param lag in snapshots, not negative
   * @param filter its weights a; {@code {1}} leaves the positions as they are
   */
  public double[] lagCovariance(int lag, double[] filter) {
    int m = count();
    int reach = filter.length - 1;
    double[] r = new double[2 * reach + 1];
    for (int i = 0; i <= reach; i++) {
      for (int j = 0; j <= reach; j++) {
        r[i - j + reach] += filter[i] * filter[j];
      }
    }
    double[][] forward = new double[m][2];
    double[][] backward = new double[m][2];
    for (int i = 0; i < m; i++) {
      collect(curvatures[i], lag, r, reach, forward[i], backward[i]);
    }
    double[] out = new double[m * m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        out[i * m + j] =
            forward[i][0] * xx[i * m + j]
                + forward[i][1] * vx[i * m + j]
                + backward[j][0] * xx[j * m + i]
                + backward[j][1] * vx[j * m + i];
      }
    }
    return out;
  }

  /**
   * Σ_u r(u) p(|lag − u|), split by the sign of lag − u, where p(τ) is the first row of the
   * propagator over τ snapshots.
   */
  private void collect(
      double k, int lag, double[] r, int reach, double[] forward, double[] backward) {
    double[] a = power(rate, momentum, k, steps);
    double px = 1;
    double pv = 0;
    for (int tau = 0; tau <= lag + reach; tau++) {
      int u = lag - tau;
      if (u >= -reach && u <= reach) {
        forward[0] += r[u + reach] * px;
        forward[1] += r[u + reach] * pv;
      }
      int w = lag + tau;
      if (tau > 0 && w <= reach) {
        backward[0] += r[w + reach] * px;
        backward[1] += r[w + reach] * pv;
      }
      double next = px * a[0] + pv * a[2];
      pv = px * a[1] + pv * a[3];
      px = next;
    }
  }

  /**
   * The area rate per snapshot of the filtered positions, ½⟨y_i(t) y_j(t + 1) − y_j(t) y_i(t + 1)⟩:
   * antisymmetric, positive for a turn from i towards j.
   *
   * @param filter as for {@link #lagCovariance}
   */
  public double[] areaRates(double[] filter) {
    int m = count();
    double[] c = lagCovariance(1, filter);
    double[] area = new double[m * m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        area[i * m + j] = (c[j * m + i] - c[i * m + j]) / 2;
      }
    }
    return area;
  }

  /** A of a mode, row-major. */
  static double[] propagator(double rate, double momentum, double k) {
    return new double[] {1 - rate * k, -momentum, rate * k, momentum};
  }

  /** A^n of a mode, row-major. */
  static double[] power(double rate, double momentum, double k, int n) {
    double[] result = {1, 0, 0, 1};
    double[] base = propagator(rate, momentum, k);
    for (int left = n; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        result = product(result, base);
      }
      base = product(base, base);
    }
    return result;
  }

  static double[] product(double[] a, double[] b) {
    return new double[] {
      a[0] * b[0] + a[1] * b[2],
      a[0] * b[1] + a[1] * b[3],
      a[2] * b[0] + a[3] * b[2],
      a[2] * b[1] + a[3] * b[3]
    };
  }

  /** S = A_i S A_jᵀ + η² c [[1, −1], [−1, 1]], four equations. */
  private double[] stationary(double ki, double kj, double c) {
    double[] a = propagator(rate, momentum, ki);
    double[] b = propagator(rate, momentum, kj);
    double[][] system = new double[4][5];
    for (int p = 0; p < 2; p++) {
      for (int q = 0; q < 2; q++) {
        double[] row = system[2 * p + q];
        for (int s = 0; s < 2; s++) {
          for (int t = 0; t < 2; t++) {
            row[2 * s + t] -= a[2 * p + s] * b[2 * q + t];
          }
        }
        row[2 * p + q] += 1;
        row[4] = (p == q ? 1 : -1) * rate * rate * c;
      }
    }
    return SmallSystem.solve(system);
  }
}

package eddy.study.longrun;

import eddy.linalg.Blas;
import eddy.linalg.DoubleMatrix;
import eddy.linalg.PivotedCholesky;
import eddy.run.Interrupts;
import eddy.run.RandomStream;

/**
 * SGD with heavy ball on the quadratic model, simulated exactly from snapshot to snapshot: in the
 * eigenbasis of F mode i moves by A_iⁿ, and the noise of the n steps between two snapshots has the
 * covariance R_ij = Σ_{t=0}^{n-1} A_iᵗ N_ij (A_jᵗ)ᵀ, got by doubling and drawn at once. A direction
 * with curvature 0 is a random walk with memory. It starts at the minimum, at rest.
 */
public final class QuadraticSgd {
  private static final int BLOCK = 256;

  private final double[][] propagators;
  private final double[] covariance;

  /**
   * To be simulated.
   *
   * @param curvatures k of each mode, not negative
   * @param noise C in the eigenbasis of F, m x m, row-major
   * @param rate η
   * @param momentum μ
   * @param steps steps from snapshot to snapshot
   * @throws IllegalArgumentException if a curvature is negative
   */
  public QuadraticSgd(
      double[] curvatures, double[] noise, double rate, double momentum, int steps) {
    int m = curvatures.length;
    propagators = new double[m][];
    for (int i = 0; i < m; i++) {
      if (!(curvatures[i] >= 0)) {
        throw new IllegalArgumentException(
            "Downhill directions run away: mode "
                + i
                + " has the curvature "
                + curvatures[i]
                + ".");
      }
      propagators[i] = HeavyBallModes.power(rate, momentum, curvatures[i], steps);
    }
    covariance = covariance(curvatures, noise, rate, momentum, steps);
  }

  /** The stationary modes of a quadratic model, or some of them. */
  public static QuadraticSgd of(HeavyBallModes modes) {
    return new QuadraticSgd(
        modes.curvatures(), modes.noise(), modes.rate(), modes.momentum(), modes.steps());
  }

  /** R for all pairs, 2m x 2m, positions first. */
  private static double[] covariance(
      double[] k, double[] noise, double rate, double momentum, int steps) {
    int m = k.length;
    double[] all = new double[4 * m * m];
    double[][][] ladder = new double[m][][];
    int rungs = 32 - Integer.numberOfLeadingZeros(steps);
    for (int i = 0; i < m; i++) {
      ladder[i] = new double[rungs][];
      ladder[i][0] = HeavyBallModes.propagator(rate, momentum, k[i]);
      for (int b = 1; b < rungs; b++) {
        ladder[i][b] = HeavyBallModes.product(ladder[i][b - 1], ladder[i][b - 1]);
      }
    }
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        double c = rate * rate * noise[i * m + j];
        double[] r = sum(ladder[i], ladder[j], steps, c);
        all[i * 2 * m + j] = r[0];
        all[i * 2 * m + m + j] = r[1];
        all[(m + i) * 2 * m + j] = r[2];
        all[(m + i) * 2 * m + m + j] = r[3];
      }
    }
    return all;
  }

  /** Σ_{t=0}^{n-1} Aᵗ N (Bᵗ)ᵀ, N = c [[1, −1], [−1, 1]], from the powers A^(2^b) and B^(2^b). */
  private static double[] sum(double[][] a, double[][] b, int n, double c) {
    double[] done = new double[4];
    double[] now = {c, -c, -c, c};
    for (int rung = 0; n >> rung > 0; rung++) {
      if ((n >> rung & 1) == 1) {
        double[] moved = congruence(a[rung], done, b[rung]);
        for (int e = 0; e < 4; e++) {
          done[e] = moved[e] + now[e];
        }
      }
      double[] twice = congruence(a[rung], now, b[rung]);
      for (int e = 0; e < 4; e++) {
        now[e] += twice[e];
      }
    }
    return done;
  }

  /** A X Bᵀ. */
  private static double[] congruence(double[] a, double[] x, double[] b) {
    double[] turned = {b[0], b[2], b[1], b[3]};
    return HeavyBallModes.product(HeavyBallModes.product(a, x), turned);
  }

  /** What takes the snapshots, block by block. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Some snapshots.
     *
     * @param first number of the first one
     * @param rows a row each, the modes' positions; valid during the call
     * @param count how many rows count
     */
    void accept(int first, DoubleMatrix rows, int count);
  }

  /**
   * Simulates.
   *
   * @param snapshots how many
   * @param random draws the noise
   * @param sink takes them in order
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted
   */
  public void run(int snapshots, RandomStream random, Sink sink) {
    int m = propagators.length;
    try (DoubleMatrix root = root();
        DoubleMatrix normal = new DoubleMatrix(BLOCK, root.rows());
        DoubleMatrix noise = new DoubleMatrix(BLOCK, 2 * m);
        DoubleMatrix rows = new DoubleMatrix(BLOCK, m)) {
      double[] draw = new double[root.rows()];
      double[] kick = new double[2 * m];
      double[] x = new double[m];
      double[] v = new double[m];
      for (int first = 0; first < snapshots; first += BLOCK) {
        Interrupts.check("");
        int count = Math.min(BLOCK, snapshots - first);
        for (int t = 0; t < count; t++) {
          for (int i = 0; i < draw.length; i++) {
            draw[i] = random.nextGaussian();
          }
          normal.setRow(t, draw);
        }
        Blas.dgemm(false, false, 1, normal, root, 0, noise);
        for (int t = 0; t < count; t++) {
          noise.row(t, kick);
          for (int i = 0; i < m; i++) {
            double[] a = propagators[i];
            double moved = a[0] * x[i] + a[1] * v[i] + kick[i];
            v[i] = a[2] * x[i] + a[3] * v[i] + kick[m + i];
            x[i] = moved;
          }
          rows.setRow(t, x);
        }
        sink.accept(first, rows, count);
      }
    }
  }

  private DoubleMatrix root() {
    int n = 2 * propagators.length;
    try (DoubleMatrix r = new DoubleMatrix(n, n)) {
      r.write(0, covariance, 0, n * n);
      return PivotedCholesky.root(r, 0);
    }
  }
}

package eddy.study.linear;

import eddy.langevin.LinearRecursion;
import eddy.linalg.LinearSystem;
import eddy.potential.LinearSteadyState;
import eddy.run.Progress;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.Arrays;

/**
 * Covariance, area rates, entropy production and its bound, measured on one long stationary path of
 * dx = -F x dt + sqrt(2 D/beta) dW. The path is exact at its points (no error of the step); the
 * area between two points is that of the triangle with the origin,
 *
 * <pre>  (x_i(t) x_j(t + dt) - x_j(t) x_i(t + dt)) / (2 dt)  -&gt;  Q_ij / beta.</pre>
 *
 * <p>Errors come from blocks of the path, which should be much longer than the slowest relaxation.
 */
public final class Circulation {
  private static final int BLOCKS_AT_ONCE = 20;
  private static final int GROUPS = 20;

  private final int n;
  private final double[] d;
  private final double beta;
  private final double blockTime;
  private final double[] exactAreas;
  private final double[][] squares;
  private final double[][] areas;

  private Circulation(LinearSteadyState state, double beta, double blockTime, int blocks) {
    n = state.dimension();
    d = state.d();
    this.beta = beta;
    this.blockTime = blockTime;
    exactAreas = new double[n * n];
    squares = new double[n * n][blocks];
    areas = new double[n * n][blocks];
  }

  /**
   * How to simulate.
   *
   * @param dt time between two points of the path, above 0
   * @param blockTime length of a block
   * @param blocks number of blocks, a multiple of 20
   * @param seed of the stream {@link StreamName#NOISE}
   */
  public record Sampling(double dt, double blockTime, int blocks, long seed) {
    /**
     * @throws IllegalArgumentException when a number is out of range
     */
    public Sampling {
      if (!(dt > 0 && blockTime >= dt) || blocks < GROUPS || blocks % GROUPS != 0) {
        throw new IllegalArgumentException(
            "Give a step above 0, blocks not shorter than it, and a multiple of "
                + GROUPS
                + " blocks, not "
                + dt
                + ", "
                + blockTime
                + " and "
                + blocks
                + ".");
      }
    }

    /** The whole time that is simulated. */
    public double duration() {
      return blockTime * blocks;
    }
  }

  /**
   * Simulates and measures.
   *
   * @param state the system, at a minimum
   * @param beta inverse temperature, above 0
   * @param sampling how long
   * @param progress is told the blocks
   * @throws IllegalStateException when there is no stationary law
   * @throws eddy.run.ComputationInterrupted when the thread is interrupted
   */
  public static Circulation measure(
      LinearSteadyState state, double beta, Sampling sampling, Progress progress) {
    int n = state.dimension();
    LinearRecursion path =
        LinearRecursion.ornsteinUhlenbeck(n, state.f(), state.d(), beta, sampling.dt());
    Circulation found = new Circulation(state, beta, sampling.blockTime(), sampling.blocks());
    double[] perStep = path.areaPerStep();
    Arrays.setAll(found.exactAreas, i -> perStep[i] / sampling.dt());
    RandomStream stream = new RandomStream(sampling.seed(), StreamName.NOISE);
    double[] x = path.stationaryDraw(stream);
    int steps = (int) Math.round(sampling.blockTime() / sampling.dt());
    for (int block = 0; block < sampling.blocks(); block += BLOCKS_AT_ONCE) {
      progress.report("blocks", block, sampling.blocks(), "");
      double[][] rows = path.simulate(stream, x, steps * BLOCKS_AT_ONCE);
      for (int k = 0; k < BLOCKS_AT_ONCE; k++) {
        double[] before = k == 0 ? x : rows[k * steps - 1];
        found.add(block + k, before, rows, k * steps, steps, sampling.dt());
      }
      x = rows[rows.length - 1];
    }
    progress.report("blocks", sampling.blocks(), sampling.blocks(), "");
    return found;
  }

  private void add(int block, double[] first, double[][] rows, int from, int steps, double dt) {
    double[] x = first;
    for (int t = from; t < from + steps; t++) {
      double[] y = rows[t];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          squares[i * n + j][block] += y[i] * y[j];
          areas[i * n + j][block] += x[i] * y[j] - x[j] * y[i];
        }
      }
      x = y;
    }
    for (int i = 0; i < n * n; i++) {
      squares[i][block] /= steps;
      areas[i][block] /= 2 * steps * dt;
    }
  }

  /** The covariance of two coordinates. */
  public Measured covariance(int i, int j) {
    return Measured.mean(squares[i * n + j]);
  }

  /** The area rate of the plane of two coordinates; its expectation tends to Q_ij / beta. */
  public Measured area(int i, int j) {
    return Measured.mean(areas[i * n + j]);
  }

  /** The exact expectation of the measured area rate at this step. */
  public double expectedArea(int i, int j) {
    return exactAreas[i * n + j];
  }

  /**
   * The entropy production tr(Q^T D^-1 Q U) with Q = beta times the measured area rates and U = 1 /
   * (beta times the measured covariance). Value and error by the jackknife over twenty groups of
   * blocks; the jackknife takes off the bias that squared noise has.
   *
   * @throws ArithmeticException when D is singular
   */
  public Measured entropyProduction() {
    double all = production(-1);
    double[] without = new double[GROUPS];
    Arrays.setAll(without, this::production);
    double mean = Arrays.stream(without).average().orElseThrow();
    double spread = Arrays.stream(without).map(v -> (v - mean) * (v - mean)).sum();
    double value = GROUPS * all - (GROUPS - 1) * mean;
    return new Measured(value, Math.sqrt(spread * (GROUPS - 1) / GROUPS));
  }

  private double production(int leftOut) {
    double[] q = new double[n * n];
    double[] x = new double[n * n];
    for (int i = 0; i < n * n; i++) {
      q[i] = beta * meanWithout(areas[i], leftOut);
      x[i] = beta * meanWithout(squares[i], leftOut);
    }
    double[] noiseFree = LinearSystem.solve("D", n, d, n, q);
    double[] turn = LinearSystem.solve("the measured covariance", n, x, n, negated(q));
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        sum += turn[j * n + i] * noiseFree[i * n + j];
      }
    }
    return sum;
  }

  private static double meanWithout(double[] values, int group) {
    int size = values.length / GROUPS;
    double sum = 0;
    int count = 0;
    for (int k = 0; k < values.length; k++) {
      if (k / size != group) {
        sum += values[k];
        count++;
      }
    }
    return sum / count;
  }

  private static double[] negated(double[] a) {
    return Arrays.stream(a).map(v -> -v).toArray();
  }

  /**
   * The thermodynamic uncertainty relation's bound from below on the entropy production, 2
   * &lt;A&gt;^2 / (T Var A) with the area rate A of a plane over blocks of length T. It needs
   * neither D nor F.
   */
  public double bound(int i, int j) {
    Measured area = area(i, j);
    double variance = area.error() * area.error() * areas[0].length;
    return 2 * area.value() * area.value() / (blockTime * variance);
  }
}

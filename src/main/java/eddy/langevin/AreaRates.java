package eddy.langevin;

import java.util.ArrayList;
import java.util.List;

/**
 * The area that paths sweep per unit of time in each plane of two coordinates,
 *
 * <pre>
 *   rate(i, j) = (1/(2 n dt)) sum_t (x_i(t) x_j(t + dt) - x_j(t) x_i(t + dt))
 *              -&gt; (1/2) &lt;x_i o dx_j - x_j o dx_i&gt;/dt = &lt;Q_ij&gt; / beta,
 * </pre>
 *
 * positive for turning from axis i to axis j. It is 0 for a reversible process. Errors as in {@link
 * Moments}.
 */
public final class AreaRates extends Observer {
  private final int d;
  private double dt = Double.NaN;

  /**
   * For an ensemble of this dimension.
   *
   * @param dimension number of coordinates, at least 2
   */
  public AreaRates(int dimension) {
    if (dimension < 2) {
      throw new IllegalArgumentException("Areas need two coordinates at least.");
    }
    this.d = dimension;
  }

  /** Area per unit of time in the plane of coordinates i and j; antisymmetric. */
  public double rate(int i, int j) {
    if (i == j) {
      return 0;
    }
    double rate = of(Math.max(i, j), Math.min(i, j)).mean();
    return i < j ? rate : -rate;
  }

  /** The standard error of {@link #rate}. */
  public double error(int i, int j) {
    return i == j ? 0 : of(Math.max(i, j), Math.min(i, j)).error();
  }

  private GroupMean of(int high, int low) {
    List<double[]> groups = new ArrayList<>();
    for (Part part : parts()) {
      ((Areas) part).sums.groups(groups);
    }
    requireSeen(groups.size());
    int at = 1 + high * (high - 1) / 2 + low;
    return GroupMean.of(groups, g -> g[at] / (2 * dt));
  }

  @Override
  String settings() {
    return "areas";
  }

  @Override
  Part open(Bundle bundle, int paths) {
    if (bundle.dimension() != d) {
      throw new IllegalArgumentException(
          "These are areas of " + d + " coordinates, but paths have " + bundle.dimension() + ".");
    }
    dt = bundle.dt();
    return new Areas(new PathSums(d * (d - 1) / 2, bundle, paths), d, bundle.lanes());
  }

  /** Sums of x_j(t) x_i(t + dt) - x_i(t) x_j(t + dt) for i above j. */
  private static final class Areas extends Part {
    private final PathSums sums;
    private final int d;
    private final int lanes;
    private final double[] before;

    Areas(PathSums sums, int d, int lanes) {
      this.sums = sums;
      this.d = d;
      this.lanes = lanes;
      this.before = new double[d * lanes];
    }

    @Override
    void begin(double[] x) {
      System.arraycopy(x, 0, before, 0, before.length);
    }

    @Override
    void see(double[] x) {
      int to = 0;
      for (int i = 1; i < d; i++) {
        for (int j = 0; j < i; j++) {
          addArea(x, i * lanes, j * lanes, sums.sums, to);
          to += lanes;
        }
      }
      begin(x);
      sums.tick();
    }

    private void addArea(double[] x, int i, int j, double[] sum, int to) {
      for (int l = 0; l < lanes; l++) {
        sum[to + l] += before[j + l] * x[i + l] - before[i + l] * x[j + l];
      }
    }

    @Override
    double[] save() {
      return sums.save();
    }

    @Override
    void load(double[] saved) {
      sums.load(saved);
    }
  }
}

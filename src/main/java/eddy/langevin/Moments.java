package eddy.langevin;

import java.util.ArrayList;
import java.util.List;

/**
 * Mean and covariance of the positions over paths and time. Errors come from the scatter between
 * paths, which are independent; below {@value PathSums#ENOUGH_PATHS} paths from 32 to 64 blocks of
 * time in each path, which must be longer than the correlation time to be independent, too.
 */
public final class Moments extends Observer {
  private final int d;

  /**
   * For an ensemble of this dimension.
   *
   * @param dimension number of coordinates
   */
  public Moments(int dimension) {
    this.d = dimension;
  }

  /** The mean of x_i. */
  public double mean(int i) {
    return meanOf(groups(), i).mean();
  }

  /** The standard error of {@link #mean}. */
  public double meanError(int i) {
    return meanOf(groups(), i).error();
  }

  /** The covariance of x_i and x_j around the mean over all paths and times. */
  public double covariance(int i, int j) {
    return covarianceOf(i, j).mean();
  }

  /** The standard error of {@link #covariance(int, int)}. */
  public double covarianceError(int i, int j) {
    return covarianceOf(i, j).error();
  }

  /** The covariance matrix, row-major. */
  public double[] covariance() {
    double[] s = new double[d * d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        s[i * d + j] = covariance(i, j);
        s[j * d + i] = s[i * d + j];
      }
    }
    return s;
  }

  private GroupMean meanOf(List<double[]> groups, int i) {
    return GroupMean.of(groups, g -> g[1 + i]);
  }

  private GroupMean covarianceOf(int i, int j) {
    List<double[]> groups = groups();
    double mi = meanOf(groups, i).mean();
    double mj = meanOf(groups, j).mean();
    int product = 1 + d + (i >= j ? i * (i + 1) / 2 + j : j * (j + 1) / 2 + i);
    return GroupMean.of(groups, g -> g[product] - mi * g[1 + j] - mj * g[1 + i] + g[0] * mi * mj);
  }

  private List<double[]> groups() {
    List<double[]> groups = new ArrayList<>();
    for (Part part : parts()) {
      ((Sums) part).sums.groups(groups);
    }
    requireSeen(groups.size());
    return groups;
  }

  @Override
  String settings() {
    return "moments";
  }

  @Override
  Part open(Bundle bundle, int paths) {
    if (bundle.dimension() != d) {
      throw new IllegalArgumentException(
          "These are moments of " + d + " coordinates, but paths have " + bundle.dimension() + ".");
    }
    return new Sums(new PathSums(d + d * (d + 1) / 2, bundle, paths), d, bundle.lanes());
  }

  /** Sums of x_i and of x_i x_j, i at least j. */
  private static final class Sums extends Part {
    private final PathSums sums;
    private final int d;
    private final int lanes;

    Sums(PathSums sums, int d, int lanes) {
      this.sums = sums;
      this.d = d;
      this.lanes = lanes;
    }

    @Override
    void see(double[] x) {
      int to = d * lanes;
      for (int i = 0; i < d; i++) {
        add(x, i * lanes, sums.sums, i * lanes);
        for (int j = 0; j <= i; j++) {
          addProduct(x, i * lanes, j * lanes, sums.sums, to);
          to += lanes;
        }
      }
      sums.tick();
    }

    private void add(double[] x, int at, double[] sum, int to) {
      for (int l = 0; l < lanes; l++) {
        sum[to + l] += x[at + l];
      }
    }

    private void addProduct(double[] x, int a, int b, double[] sum, int to) {
      for (int l = 0; l < lanes; l++) {
        sum[to + l] += x[a + l] * x[b + l];
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

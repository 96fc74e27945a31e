package eddy.langevin;

import eddy.fields.Box;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * How often paths are in each cell of a grid, over paths and time: an estimate of the stationary
 * density. Cells lie as {@code [iy * nx + ix]}, x fastest.
 */
public final class PathHistogram extends Observer {
  private static final int BUFFER = 8192;
  private static final double[] NODE = {-Math.sqrt(0.6) / 2, 0, Math.sqrt(0.6) / 2};
  private static final double[] WEIGHT = {5 / 18., 8 / 18., 5 / 18.};

  private final Box box;
  private final int nx;
  private final int ny;
  private final int every;
  private final int xAxis;
  private final int yAxis;
  private final long[] counts;
  private long total;

  /**
   * A histogram of the first two coordinates.
   *
   * @param box two sides
   * @param nx cells along the first, at least 1
   * @param ny cells along the second, at least 1
   */
  public PathHistogram(Box box, int nx, int ny) {
    this(box, nx, ny, 0, 1, 1);
  }

  /**
   * A histogram of the first coordinate.
   *
   * @param box one side
   * @param nx cells, at least 1
   */
  public PathHistogram(Box box, int nx) {
    this(box, nx, 1, 0, -1, 1);
  }

  private PathHistogram(Box box, int nx, int ny, int xAxis, int yAxis, int every) {
    int sides = yAxis < 0 ? 1 : 2;
    if (box.dimension() != sides) {
      throw new IllegalArgumentException(
          "A histogram over " + sides + " axes needs a box with as many sides, not " + box + ".");
    }
    if (nx < 1 || ny < 1 || (long) nx * ny > 1 << 26) {
      throw new IllegalArgumentException(
          "A histogram has 1 to 2^26 cells, not " + nx + " x " + ny + ".");
    }
    this.box = box;
    this.nx = nx;
    this.ny = ny;
    this.xAxis = xAxis;
    this.yAxis = yAxis;
    this.every = every;
    this.counts = new long[nx * ny];
  }

  /** The same, still empty, for two other coordinates. */
  public PathHistogram of(int first, int second) {
    return new PathHistogram(box, nx, ny, first, second, every);
  }

  /** The same, still empty, counting only every so many steps (neighbours say little new). */
  public PathHistogram every(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("Count every step or fewer, not every " + steps + ".");
    }
    return new PathHistogram(box, nx, ny, xAxis, yAxis, steps);
  }

  /** How many positions were counted, inside and outside of the box. */
  public long total() {
    return total;
  }

  /** The fraction of positions outside of the box. */
  public double outside() {
    requireSeen(total);
    return 1 - Arrays.stream(counts).sum() / (double) total;
  }

  /** The density in each cell: the fraction of all positions divided by the area of a cell. */
  public double[] density() {
    requireSeen(total);
    return Arrays.stream(counts).mapToDouble(c -> c / (total * cell())).toArray();
  }

  /**
   * The distance in total variation, (1/2) sum |p - q| over the cells and the rest of the space,
   * from the cells' probabilities p to those of a density, which is averaged over each cell (3
   * Gauss points along each side).
   *
   * @param density a normalised density of the histogram's coordinates
   */
  public double totalVariation(ToDoubleFunction<double[]> density) {
    double[] mean = new double[counts.length];
    double[] x = new double[box.dimension()];
    for (int iy = 0; iy < ny; iy++) {
      for (int ix = 0; ix < nx; ix++) {
        double sum = 0;
        for (int a = 0; a < 3; a++) {
          x[0] = box.low()[0] + (ix + 0.5 + NODE[a]) * box.width(0) / nx;
          for (int b = 0; b < (yAxis < 0 ? 1 : 3); b++) {
            double weight = WEIGHT[a];
            if (yAxis >= 0) {
              x[1] = box.low()[1] + (iy + 0.5 + NODE[b]) * box.width(1) / ny;
              weight *= WEIGHT[b];
            }
            sum += weight * density.applyAsDouble(x);
          }
        }
        mean[iy * nx + ix] = sum;
      }
    }
    return totalVariation(mean);
  }

  /**
   * The distance in total variation from mean densities of the cells.
   *
   * @param cellDensity one number a cell, of a density that is normalised over the whole space
   */
  public double totalVariation(double[] cellDensity) {
    if (cellDensity.length != counts.length) {
      throw new IllegalArgumentException(
          "The histogram has "
              + counts.length
              + " cells, but "
              + cellDensity.length
              + " densities were given.");
    }
    double[] p = density();
    double sum = 0;
    double inside = 0;
    for (int i = 0; i < p.length; i++) {
      sum += Math.abs(p[i] - cellDensity[i]) * cell();
      inside += cellDensity[i] * cell();
    }
    return (sum + Math.abs(outside() - Math.max(0, 1 - inside))) / 2;
  }

  private double cell() {
    return box.width(0) / nx * (yAxis < 0 ? 1 : box.width(1) / ny);
  }

  private synchronized void count(int[] cells, int n) {
    for (int i = 0; i < n; i++) {
      if (cells[i] >= 0) {
        counts[cells[i]]++;
      }
    }
    total += n;
  }

  @Override
  String settings() {
    return "histogram(%dx%d %d/%d every %d in %s)"
        .formatted(nx, ny, xAxis, yAxis, every, box)
        .replace(", ", "; ");
  }

  @Override
  Part open(Bundle bundle, int paths) {
    if (Math.max(xAxis, yAxis) >= bundle.dimension()) {
      throw new IllegalArgumentException(
          "There is no coordinate "
              + Math.max(xAxis, yAxis)
              + ": paths have "
              + bundle.dimension()
              + ", counted from 0.");
    }
    return new Cells(bundle);
  }

  @Override
  double[] saveShared() {
    double[] saved = new double[counts.length + 1];
    for (int i = 0; i < counts.length; i++) {
      saved[i] = counts[i];
    }
    saved[counts.length] = total;
    return saved;
  }

  @Override
  void loadShared(double[] saved) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (long) saved[i];
    }
    total = (long) saved[counts.length];
  }

  /** Cell numbers of one bundle, waiting to be counted. */
  private final class Cells extends Part {
    private final int count;
    private final int lanes;
    private final int[] cells = new int[BUFFER];
    private int used;
    private int waited;

    Cells(Bundle bundle) {
      this.count = bundle.count();
      this.lanes = bundle.lanes();
    }

    @Override
    void see(double[] x) {
      waited++;
      if (waited < every) {
        return;
      }
      waited = 0;
      if (used + count > BUFFER) {
        pause();
      }
      double x0 = box.low()[0];
      double perX = nx / box.width(0);
      if (yAxis < 0) {
        for (int l = 0; l < count; l++) {
          cells[used + l] = index(x[xAxis * lanes + l], x0, perX, nx);
        }
      } else {
        double y0 = box.low()[1];
        double perY = ny / box.width(1);
        for (int l = 0; l < count; l++) {
          int ix = index(x[xAxis * lanes + l], x0, perX, nx);
          int iy = index(x[yAxis * lanes + l], y0, perY, ny);
          cells[used + l] = (ix | iy) < 0 ? -1 : iy * nx + ix;
        }
      }
      used += count;
    }

    private static int index(double x, double low, double perUnit, int n) {
      double at = Math.floor((x - low) * perUnit);
      return at >= 0 && at < n ? (int) at : -1;
    }

    @Override
    void pause() {
      PathHistogram.this.count(cells, used);
      used = 0;
    }

    @Override
    double[] save() {
      return new double[] {waited};
    }

    @Override
    void load(double[] saved) {
      waited = (int) saved[0];
    }
  }
}

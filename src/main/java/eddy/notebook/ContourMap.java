package eddy.notebook;

import java.awt.geom.Path2D;
import java.util.HashMap;
import java.util.Map;

/**
 * Regions where a function on a grid is at least some level, with smooth edges: marching squares
 * with linear interpolation along the grid's edges, closed along the border of the grid. Where a
 * cell is a saddle, the mean of its corners decides which sides are joined.
 */
final class ContourMap {
  private final double[] xs;
  private final double[] ys;
  private final double[] values;
  private final int nx;
  private final int ny;

  /**
   * Makes the map.
   *
   * @param x coordinates of the columns, ascending
   * @param y coordinates of the rows, ascending
   * @param values the function, {@code [iy * x.length + ix]}; what is not finite counts as below
   *     every level
   */
  ContourMap(double[] x, double[] y, double[] values) {
    nx = x.length + 2;
    ny = y.length + 2;
    xs = padded(x);
    ys = padded(y);
    this.values = new double[nx * ny];
    for (int j = 0; j < ny; j++) {
      for (int i = 0; i < nx; i++) {
        boolean inside = i > 0 && j > 0 && i < nx - 1 && j < ny - 1;
        double v = inside ? values[(j - 1) * x.length + i - 1] : Double.NEGATIVE_INFINITY;
        this.values[j * nx + i] = Double.isNaN(v) ? Double.NEGATIVE_INFINITY : v;
      }
    }
  }

  /** The ends twice: a ring of cells without width around the grid closes every region. */
  private static double[] padded(double[] x) {
    double[] wider = new double[x.length + 2];
    System.arraycopy(x, 0, wider, 1, x.length);
    wider[0] = x[0];
    wider[x.length + 1] = x[x.length - 1];
    return wider;
  }

  /**
   * The region where the function is at least {@code level}, in the coordinates of the grid; to be
   * filled by the even-odd rule.
   */
  Path2D region(double level) {
    Map<Integer, int[]> neighbours = new HashMap<>();
    for (int j = 0; j < ny - 1; j++) {
      for (int i = 0; i < nx - 1; i++) {
        cell(i, j, level, neighbours);
      }
    }
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (int edge = 0; edge < 2 * nx * ny; edge++) {
      if (neighbours.containsKey(edge)) {
        loop(edge, level, neighbours, path);
      }
    }
    return path;
  }

  private void cell(int i, int j, double level, Map<Integer, int[]> neighbours) {
    boolean a = above(i, j, level);
    boolean b = above(i + 1, j, level);
    boolean c = above(i + 1, j + 1, level);
    boolean d = above(i, j + 1, level);
    int south = horizontal(i, j);
    int north = horizontal(i, j + 1);
    int west = vertical(i, j);
    int east = vertical(i + 1, j);
    boolean saddle = a == c && b == d && a != b;
    if (saddle) {
      boolean centre = at(i, j) + at(i + 1, j) + at(i + 1, j + 1) + at(i, j + 1) >= 4 * level;
      boolean cutAroundA = centre != a;
      join(south, cutAroundA ? west : east, neighbours);
      join(north, cutAroundA ? east : west, neighbours);
      return;
    }
    int first = -1;
    int[] edges = {south, east, north, west};
    boolean[] crossed = {a != b, b != c, c != d, d != a};
    for (int k = 0; k < 4; k++) {
      if (crossed[k] && first < 0) {
        first = edges[k];
      } else if (crossed[k]) {
        join(first, edges[k], neighbours);
      }
    }
  }

  private boolean above(int i, int j, double level) {
    return at(i, j) >= level;
  }

  private double at(int i, int j) {
    return values[j * nx + i];
  }

  private int horizontal(int i, int j) {
    return 2 * (j * nx + i);
  }

  private int vertical(int i, int j) {
    return 2 * (j * nx + i) + 1;
  }

  private static void join(int edge, int other, Map<Integer, int[]> neighbours) {
    link(edge, other, neighbours);
    link(other, edge, neighbours);
  }

  private static void link(int from, int to, Map<Integer, int[]> neighbours) {
    int[] pair = neighbours.computeIfAbsent(from, edge -> new int[] {-1, -1});
    pair[pair[0] < 0 ? 0 : 1] = to;
  }

  private void loop(int start, double level, Map<Integer, int[]> neighbours, Path2D path) {
    int edge = start;
    while (edge >= 0) {
      double x = crossingX(edge, level);
      double y = crossingY(edge, level);
      if (edge == start) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
      int[] pair = neighbours.remove(edge);
      edge = neighbours.containsKey(pair[0]) ? pair[0] : pair[1];
      if (!neighbours.containsKey(edge)) {
        edge = -1;
      }
    }
    path.closePath();
  }

  private double crossingX(int edge, double level) {
    int i = edge / 2 % nx;
    int j = edge / 2 / nx;
    return edge % 2 == 1 ? xs[i] : between(xs[i], xs[i + 1], at(i, j), at(i + 1, j), level);
  }

  private double crossingY(int edge, double level) {
    int i = edge / 2 % nx;
    int j = edge / 2 / nx;
    return edge % 2 == 0 ? ys[j] : between(ys[j], ys[j + 1], at(i, j), at(i, j + 1), level);
  }

  private static double between(double p, double q, double vp, double vq, double level) {
    double t = (level - vp) / (vq - vp);
    return Double.isFinite(vp) && Double.isFinite(vq) ? p + t * (q - p) : p;
  }
}

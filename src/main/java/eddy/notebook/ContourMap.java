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
   * The region where the function is at least {@code level}, in the coordinates of the grid. Its
   * outer edges turn one way and its holes the other, so that both filling rules agree.
   */
  Path2D region(double level) {
    Map<Integer, Integer> next = new HashMap<>();
    for (int j = 0; j < ny - 1; j++) {
      for (int i = 0; i < nx - 1; i++) {
        cell(i, j, level, next);
      }
    }
    Path2D path = new Path2D.Double();
    for (int edge = 0; edge < 2 * nx * ny; edge++) {
      if (next.containsKey(edge)) {
        loop(edge, level, next, path);
      }
    }
    return path;
  }

  /** The lines through one cell, from edge to edge with the region on their left. */
  private void cell(int i, int j, double level, Map<Integer, Integer> next) {
    double[] corners = {at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)};
    int[] edges = {horizontal(i, j), vertical(i + 1, j), horizontal(i, j + 1), vertical(i, j)};
    boolean[] above = new boolean[4];
    double sum = 0;
    for (int k = 0; k < 4; k++) {
      above[k] = corners[k] >= level;
      sum += corners[k];
    }
    boolean saddle = above[0] == above[2] && above[1] == above[3] && above[0] != above[1];
    for (int k = 0; k < 4; k++) {
      if (above[k] && !above[(k + 1) % 4]) {
        int turn = saddle && sum < 4 * level ? 3 : 1; // around the corner above, or the one below
        int end = (k + turn) % 4;
        while (above[end] || !above[(end + 1) % 4]) {
          end = (end + 1) % 4;
        }
        next.put(edges[k], edges[end]);
      }
    }
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

  private void loop(int start, double level, Map<Integer, Integer> next, Path2D path) {
    path.moveTo(crossingX(start, level), crossingY(start, level));
    int edge = next.remove(start);
    while (edge != start) {
      path.lineTo(crossingX(edge, level), crossingY(edge, level));
      edge = next.remove(edge);
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

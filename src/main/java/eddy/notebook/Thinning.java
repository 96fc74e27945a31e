package eddy.notebook;

import java.util.Arrays;

/** Fewer points of a long line, for drawing only: of every stretch its smallest and largest. */
final class Thinning {
  static final int MOST_POINTS = 4000;

  private Thinning() {}

  /**
   * Thins a line.
   *
   * @param x first coordinates, ascending
   * @param y second coordinates
   * @param log whether stretches are even on a logarithmic axis
   * @return x and y as given when there are at most 4000 points; else of every stretch the points
   *     of smallest and largest y, in their order
   */
  static double[][] thin(double[] x, double[] y, boolean log) {
    int n = x.length;
    if (n <= MOST_POINTS) {
      return new double[][] {x.clone(), y.clone()};
    }
    int stretches = MOST_POINTS / 2;
    double first = position(x[0], log);
    double width = (position(x[n - 1], log) - first) / stretches;
    double[][] thin = new double[2][MOST_POINTS];
    int kept = 0;
    int from = 0;
    for (int s = 1; s <= stretches; s++) {
      int to = from;
      while (to < n && (s == stretches || position(x[to], log) < first + s * width)) {
        to++;
      }
      kept = keepExtremes(x, y, from, to, thin, kept);
      from = to;
    }
    return new double[][] {Arrays.copyOf(thin[0], kept), Arrays.copyOf(thin[1], kept)};
  }

  private static double position(double x, boolean log) {
    return log ? Math.log(Math.max(x, Double.MIN_NORMAL)) : x;
  }

  private static int keepExtremes(
      double[] x, double[] y, int from, int to, double[][] thin, int kept) {
    if (from == to) {
      return kept;
    }
    int least = from;
    int most = from;
    for (int k = from; k < to; k++) {
      least = y[k] < y[least] ? k : least;
      most = y[k] > y[most] ? k : most;
    }
    int next = keep(x, y, Math.min(least, most), thin, kept);
    return least == most ? next : keep(x, y, Math.max(least, most), thin, next);
  }

  private static int keep(double[] x, double[] y, int k, double[][] thin, int kept) {
    thin[0][kept] = x[k];
    thin[1][kept] = y[k];
    return kept + 1;
  }
}

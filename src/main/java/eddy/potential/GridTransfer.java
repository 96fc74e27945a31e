package eddy.potential;

/**
 * Linear interpolation of cell values from a coarse to a fine grid in the same box, and its
 * transpose. Weights add up to 1, so the transpose keeps the total. Beyond the outermost centres
 * next to a wall the value is constant.
 */
final class GridTransfer {
  private final int fineX;
  private final int fineY;
  private final int coarseX;
  private final Axis x;
  private final Axis y;

  GridTransfer(Grid fine, Grid coarse) {
    fineX = fine.nx();
    fineY = fine.ny();
    coarseX = coarse.nx();
    x = new Axis(fineX, coarseX, fine.periodic()[0]);
    y = new Axis(fineY, coarse.ny(), fine.dimension() == 2 && fine.periodic()[1]);
  }

  /** out = P v, from coarse to fine. */
  void interpolate(double[] v, double[] out) {
    double[] line = new double[coarseX];
    for (int j = 0; j < fineY; j++) {
      int low = y.low[j] * coarseX;
      int high = y.high[j] * coarseX;
      double w = y.weight[j];
      for (int i = 0; i < coarseX; i++) {
        line[i] = (1 - w) * v[low + i] + w * v[high + i];
      }
      for (int i = 0, k = j * fineX; i < fineX; i++, k++) {
        double u = x.weight[i];
        out[k] = (1 - u) * line[x.low[i]] + u * line[x.high[i]];
      }
    }
  }

  /** out = P^T v, from fine to coarse. */
  void restrict(double[] v, double[] out) {
    java.util.Arrays.fill(out, 0);
    double[] line = new double[coarseX];
    for (int j = 0; j < fineY; j++) {
      java.util.Arrays.fill(line, 0);
      for (int i = 0, k = j * fineX; i < fineX; i++, k++) {
        double u = x.weight[i];
        line[x.low[i]] += (1 - u) * v[k];
        line[x.high[i]] += u * v[k];
      }
      int low = y.low[j] * coarseX;
      int high = y.high[j] * coarseX;
      double w = y.weight[j];
      for (int i = 0; i < coarseX; i++) {
        out[low + i] += (1 - w) * line[i];
        out[high + i] += w * line[i];
      }
    }
  }

  /** Neighbours and weight of the upper one along one axis. */
  private static final class Axis {
    final int[] low;
    final int[] high;
    final double[] weight;

    Axis(int fine, int coarse, boolean periodic) {
      low = new int[fine];
      high = new int[fine];
      weight = new double[fine];
      for (int i = 0; i < fine; i++) {
        double position = (i + 0.5) * coarse / fine - 0.5;
        int k = (int) Math.floor(position);
        weight[i] = position - k;
        low[i] = periodic ? Math.floorMod(k, coarse) : Math.max(k, 0);
        high[i] = periodic ? Math.floorMod(k + 1, coarse) : Math.min(k + 1, coarse - 1);
      }
    }
  }
}

package eddy.study.longrun;

import eddy.linalg.Blas;
import eddy.linalg.DoubleMatrix;
import eddy.run.Interrupts;
import eddy.run.Progress;
import eddy.spectral.MovingAverage;
import eddy.spectral.Series;

/**
 * A trajectory seen along some directions, less its centred moving average. A mean over as many
 * snapshots before as after is the same forwards and backwards in time, so it takes away drift and
 * leaves reversibility as it is.
 */
public final class Projection {
  private static final int BLOCK = 512;

  private Projection() {}

  /**
   * The coordinates, k series of length − 2 {@code half}.
   *
   * @param weights the trajectory, d series
   * @param directions k x d, row-major
   * @param half snapshots on each side of a mean
   * @throws IllegalArgumentException if the sizes do not fit or the trajectory is too short
   * @throws eddy.run.ComputationInterrupted on interrupt
   */
  public static double[][] of(Series weights, double[] directions, int half, Progress progress) {
    int d = weights.count();
    int n = weights.length();
    int k = directions.length / d;
    if (k * d != directions.length || k == 0) {
      throw new IllegalArgumentException(
          "Directions in a space of " + d + " weights come as rows of that length.");
    }
    double[][] x = new double[k][n];
    double[] origin = new double[d];
    weights.snapshot(0, origin);
    try (DoubleMatrix v = new DoubleMatrix(k, d);
        DoubleMatrix rows = new DoubleMatrix(BLOCK, d);
        DoubleMatrix out = new DoubleMatrix(BLOCK, k)) {
      v.write(0, directions, 0, k * d);
      double[] row = new double[d];
      double[] seen = new double[k];
      for (int first = 0; first < n; first += BLOCK) {
        Interrupts.check("");
        int count = Math.min(BLOCK, n - first);
        for (int t = 0; t < count; t++) {
          weights.snapshot(first + t, row);
          for (int i = 0; i < d; i++) {
            row[i] -= origin[i];
          }
          rows.setRow(t, row);
        }
        Blas.dgemm(false, true, 1, rows, v, 0, out);
        for (int t = 0; t < count; t++) {
          out.row(t, seen);
          for (int i = 0; i < k; i++) {
            x[i][first + t] = seen[i];
          }
        }
        progress.report("projections", first + count, n, "");
      }
    }
    return MovingAverage.subtract(x, half);
  }

  /**
   * The weights of the same filter, for a prediction: 1 in the middle less the mean.
   *
   * @param half snapshots on each side; 0 leaves a series as it is
   */
  public static double[] filter(int half) {
    double[] a = new double[2 * half + 1];
    for (int u = 0; u < a.length; u++) {
      a[u] = half == 0 ? 0 : -1.0 / a.length;
    }
    a[half] += 1;
    return a;
  }
}

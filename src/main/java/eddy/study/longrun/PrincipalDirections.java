package eddy.study.longrun;

import eddy.linalg.DoubleMatrix;
import eddy.linalg.Eigenpairs;
import eddy.linalg.SymmetricEigen;
import eddy.run.Interrupts;
import eddy.run.Progress;
import eddy.spectral.Series;

/**
 * The directions in which a detrended trajectory varies most: leading eigenvectors of the
 * covariance of y_t = x_t − mean of x_{t−h} .. x_{t+h}. The trajectory is read once, row by row.
 */
public final class PrincipalDirections {
  private static final int BLOCK = 512;

  private PrincipalDirections() {}

  /**
   * Unit vectors, the one of largest variance first.
   *
   * @param weights the trajectory, d series
   * @param half snapshots on each side of the moving average, at least 1
   * @param count how many directions, d at most
   * @return count x d, row-major
   * @throws IllegalArgumentException if the trajectory is too short
   * @throws eddy.run.ComputationInterrupted on interrupt
   */
  public static double[] of(Series weights, int half, int count, Progress progress) {
    int d = weights.count();
    int window = 2 * half + 1;
    int n = weights.length() - 2 * half;
    if (half < 1 || n < 2 || count < 1 || count > d) {
      throw new IllegalArgumentException(
          "A trajectory of "
              + weights.length()
              + " snapshots of "
              + d
              + " weights has no "
              + count
              + " principal directions after a moving average over "
              + half
              + " on each side.");
    }
    try (DoubleMatrix gram = new DoubleMatrix(d, d);
        DoubleMatrix block = new DoubleMatrix(BLOCK, d)) {
      double[][] ring = new double[window][d];
      double[] sum = new double[d];
      double[] y = new double[d];
      int rows = 0;
      for (int t = 0; t < weights.length(); t++) {
        double[] slot = ring[t % window];
        for (int i = 0; i < d; i++) {
          sum[i] -= slot[i];
        }
        weights.snapshot(t, slot);
        for (int i = 0; i < d; i++) {
          sum[i] += slot[i];
        }
        if (t < window - 1) {
          continue;
        }
        double[] middle = ring[(t - half) % window];
        for (int i = 0; i < d; i++) {
          y[i] = middle[i] - sum[i] / window;
        }
        block.setRow(rows++, y);
        if (rows == BLOCK) {
          Interrupts.check("");
          gram.addGram(block, rows, 1.0 / n);
          progress.report("principal directions", t + 1, weights.length(), "");
          rows = 0;
        }
      }
      gram.addGram(block, rows, 1.0 / n);
      try (Eigenpairs pairs = SymmetricEigen.leading(gram, count)) {
        double[] directions = new double[count * d];
        pairs.vectors().read(0, directions, 0, count * d);
        return directions;
      }
    }
  }
}

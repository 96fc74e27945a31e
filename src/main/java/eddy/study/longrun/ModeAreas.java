package eddy.study.longrun;

import eddy.linalg.Blas;
import eddy.linalg.DoubleMatrix;

/**
 * The area rates of many series, ½⟨y_i(t) y_j(t + 1) − y_j(t) y_i(t + 1)⟩ per snapshot, block by
 * block in time: what the spectral package gives for a few, by BLAS, with the blocks kept for the
 * comparison with a prediction.
 */
public final class ModeAreas {
  private final int count;
  private final double[][] blocks;
  private final double[] variance;

  private ModeAreas(int count, double[][] blocks, double[] variance) {
    this.count = count;
    this.blocks = blocks;
    this.variance = variance;
  }

  /**
   * Measures.
   *
   * @param y series of one length, already detrended
   * @param length snapshots in a block; what is left over at the end is not used
   * @throws IllegalArgumentException if there are fewer than 8 blocks
   */
  public static ModeAreas of(double[][] y, int length) {
    int m = y.length;
    int n = (y[0].length - 1) / length;
    if (n < 8) {
      throw new IllegalArgumentException(
          "Block errors need at least 8 blocks, but "
              + y[0].length
              + " snapshots make "
              + n
              + " of "
              + length
              + ".");
    }
    double[][] blocks = new double[n][];
    double[] variance = new double[m];
    try (DoubleMatrix now = new DoubleMatrix(m, length);
        DoubleMatrix next = new DoubleMatrix(m, length);
        DoubleMatrix product = new DoubleMatrix(m, m)) {
      for (int b = 0; b < n; b++) {
        for (int i = 0; i < m; i++) {
          now.write((long) i * length, y[i], b * length, length);
          next.write((long) i * length, y[i], b * length + 1, length);
        }
        Blas.dgemm(false, true, 1.0 / length, now, next, 0, product);
        double[] c = new double[m * m];
        product.read(0, c, 0, m * m);
        blocks[b] = new double[m * m];
        for (int i = 0; i < m; i++) {
          for (int j = 0; j < m; j++) {
            blocks[b][i * m + j] = (c[i * m + j] - c[j * m + i]) / 2;
          }
        }
      }
    }
    for (int i = 0; i < m; i++) {
      for (int t = 0; t < n * length; t++) {
        variance[i] += y[i][t] * y[i][t] / (n * length);
      }
    }
    return new ModeAreas(m, blocks, variance);
  }

  /** Number of series. */
  public int count() {
    return count;
  }

  /** Number of blocks. */
  public int blocks() {
    return blocks.length;
  }

  /** Variances of the series, their mean taken as 0. */
  public double[] variance() {
    return variance.clone();
  }

  /** The mean over blocks, count x count, antisymmetric. */
  public double[] mean() {
    double[] mean = new double[count * count];
    for (double[] block : blocks) {
      for (int e = 0; e < mean.length; e++) {
        mean[e] += block[e] / blocks.length;
      }
    }
    return mean;
  }

  /** Its standard error by the spread of the blocks. */
  public double[] standardError() {
    double[] mean = mean();
    double[] error = new double[mean.length];
    for (double[] block : blocks) {
      for (int e = 0; e < mean.length; e++) {
        error[e] += (block[e] - mean[e]) * (block[e] - mean[e]);
      }
    }
    for (int e = 0; e < mean.length; e++) {
      error[e] = Math.sqrt(error[e] / ((double) blocks.length * (blocks.length - 1)));
    }
    return error;
  }

  /**
   * How much of a predicted circulation is there: the slope of measured on predicted area rates
   * over all pairs, pair (i, j) weighted by 1/(V_i V_j (r_i + r_j)), about its inverse variance. 1
   * is the prediction, 0 detailed balance.
   *
   * @param predicted count x count
   * @param rates relaxation rates r per snapshot
   * @return slope and its standard error by blocks
   */
  public double[] slope(double[] predicted, double[] rates) {
    double norm = 0;
    double[] weight = new double[count * count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < i; j++) {
        int e = i * count + j;
        double spread = variance[i] * variance[j] * -Math.expm1(-rates[i] - rates[j]);
        weight[e] = predicted[e] / spread;
        norm += predicted[e] * predicted[e] / spread;
      }
    }
    double mean = 0;
    double square = 0;
    for (double[] block : blocks) {
      double value = 0;
      for (int e = 0; e < weight.length; e++) {
        value += weight[e] * block[e] / norm;
      }
      mean += value / blocks.length;
      square += value * value / blocks.length;
    }
    double variance = Math.max(0, square - mean * mean);
    return new double[] {mean, Math.sqrt(variance / (blocks.length - 1))};
  }
}

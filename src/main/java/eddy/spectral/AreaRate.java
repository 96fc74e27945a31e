package eddy.spectral;

/**
 * The area that pairs of series sweep per snapshot, A_ij = E[x_i(t) x_j(t+1) - x_j(t) x_i(t+1)]/2,
 * with errors by blocks. For dx = -F x dt + sqrt(2 D/beta) dW seen at small steps dt it is dt/beta
 * times Q_ij of Lemma 20; for SGD without momentum its exact value is {@link
 * VectorAutoregression#areaPerStep}. A positive (i, j) is a turn from axis i to axis j.
 *
 * @param size number k of series
 * @param rate antisymmetric, k x k, row-major, per snapshot
 * @param error standard errors from the scatter of the blocks, k x k; right for blocks far longer
 *     than the correlation time
 * @param blocks how many
 */
public record AreaRate(int size, double[] rate, double[] error, int blocks) {

  /**
   * Measures it.
   *
   * @param x {@code x[i][t]}: series of one length
   * @param blockLength snapshots of a block
   * @throws IllegalArgumentException if the series do not hold two blocks
   */
  public static AreaRate of(double[][] x, int blockLength) {
    double[][] areas = BlockAreas.of(x, 1, blockLength);
    int k = x.length;
    int count = areas.length;
    double[] rate = new double[k * k];
    double[] error = new double[k * k];
    for (double[] area : areas) {
      for (int i = 0; i < rate.length; i++) {
        rate[i] += area[i] / count / blockLength;
      }
    }
    for (double[] area : areas) {
      for (int i = 0; i < rate.length; i++) {
        double d = area[i] / blockLength - rate[i];
        error[i] += d * d / (count - 1) / count;
      }
    }
    for (int i = 0; i < error.length; i++) {
      error[i] = Math.sqrt(error[i]);
    }
    return new AreaRate(k, rate, error, count);
  }

  /** A_ij. */
  public double rate(int i, int j) {
    return rate[i * size + j];
  }

  /** The standard error of A_ij. */
  public double error(int i, int j) {
    return error[i * size + j];
  }
}

package eddy.spectral;

/** Areas that pairs of series sweep in successive blocks, about the means of the whole series. */
final class BlockAreas {
  private BlockAreas() {}

  /**
   * sum_t (x_i(t) x_j(t + lag) - x_j(t) x_i(t + lag))/2 over each block; products at the end that
   * fill no block are left out.
   *
   * @return {@code [block][i * k + j]}, antisymmetric
   * @throws IllegalArgumentException if there are not two blocks
   */
  static double[][] of(double[][] x, int lag, int blockLength) {
    int k = x.length;
    int n = x[0].length;
    int blocks = blockLength < 1 ? 0 : (n - lag) / blockLength;
    if (blocks < 2) {
      throw new IllegalArgumentException(
          "Blocks of "
              + blockLength
              + " snapshots: "
              + n
              + " snapshots do not hold two of them; shorten the blocks or detrend.");
    }
    double[][] y = MovingAverage.subtract(x, 0);
    double[][] areas = new double[blocks][k * k];
    for (int b = 0; b < blocks; b++) {
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < i; j++) {
          double sum = 0;
          for (int t = b * blockLength; t < (b + 1) * blockLength; t++) {
            sum += y[i][t] * y[j][t + lag] - y[j][t] * y[i][t + lag];
          }
          areas[b][i * k + j] = sum / 2;
          areas[b][j * k + i] = -sum / 2;
        }
      }
    }
    return areas;
  }
}

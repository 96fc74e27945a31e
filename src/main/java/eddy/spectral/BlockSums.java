package eddy.spectral;

import eddy.run.RandomStream;

/**
 * Antisymmetric products (x_i(t + lag) x_j(t) - x_j(t + lag) x_i(t))/2 of whitened series, summed
 * over blocks. Reversing a block in time turns the sign of its sums.
 */
final class BlockSums implements Surrogates {
  private final int size;
  private final int length;
  private final double[][] sums;

  BlockSums(double[][] x, LaggedCovariance covariance, int blockLength) {
    this.size = x.length;
    this.length = x[0].length;
    double[] w = covariance.whitening();
    double[][] y = MovingAverage.subtract(x, 0);
    int lag = covariance.lag();
    int blocks = (length - lag) / blockLength;
    if (blocks < 2) {
      throw new IllegalArgumentException(
          "Blocks of "
              + blockLength
              + " snapshots: "
              + length
              + " snapshots do not hold two of them; shorten the blocks or detrend.");
    }
    this.sums = new double[blocks][];
    for (int b = 0; b < blocks; b++) {
      double[] sum = new double[size * size];
      int end = b == blocks - 1 ? length - lag : (b + 1) * blockLength;
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < i; j++) {
          double s = 0;
          for (int t = b * blockLength; t < end; t++) {
            s += y[i][t + lag] * y[j][t] - y[j][t + lag] * y[i][t];
          }
          sum[i * size + j] = s / 2;
          sum[j * size + i] = -s / 2;
        }
      }
      sums[b] = LaggedCovariance.congruence(w, sum, size);
    }
  }

  int blocks() {
    return sums.length;
  }

  @Override
  public double draw(RandomStream stream) {
    double[] total = new double[size * size];
    for (double[] sum : sums) {
      double sign = (stream.nextInt() & 1) == 0 ? 1 : -1;
      for (int i = 0; i < total.length; i++) {
        total[i] += sign * sum[i] / length;
      }
    }
    return LaggedCovariance.antisymmetric(total, size);
  }
}

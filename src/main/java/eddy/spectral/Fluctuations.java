package eddy.spectral;

/**
 * The snapshots of series minus their centred moving average, one after the other, from running
 * sums: nothing but a few snapshots is kept.
 */
final class Fluctuations {
  private final Series series;
  private final int halfWidth;
  private final boolean[] alive;
  private final double[] offset;
  private final double[] sum;
  private final double[] buffer;
  private int next;

  /**
   * Starts at the first snapshot that has a whole window.
   *
   * @param halfWidth of the window; 0 subtracts the mean of all snapshots instead
   * @param alive false where the fluctuation is to be 0
   */
  Fluctuations(Series series, int halfWidth, boolean[] alive) {
    this.series = series;
    this.halfWidth = halfWidth;
    this.alive = alive;
    this.offset = new double[series.count()];
    this.sum = new double[series.count()];
    this.buffer = new double[series.count()];
    series.snapshot(0, offset);
    int warmUp = halfWidth == 0 ? series.length() : 2 * halfWidth;
    for (int t = 0; t < warmUp; t++) {
      add(t, 1);
    }
    if (halfWidth == 0) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] /= series.length();
      }
    }
  }

  int count() {
    return series.count();
  }

  int length() {
    return series.length() - 2 * halfWidth;
  }

  /** The next snapshot; call it {@link #length} times. */
  void next(double[] out) {
    int window = 2 * halfWidth + 1;
    if (halfWidth > 0) {
      add(next + window - 1, 1);
    }
    series.snapshot(next + halfWidth, buffer);
    for (int i = 0; i < out.length; i++) {
      double trend = halfWidth == 0 ? sum[i] : sum[i] / window;
      out[i] = alive[i] ? buffer[i] - offset[i] - trend : 0;
    }
    if (halfWidth > 0) {
      add(next, -1);
    }
    next++;
  }

  private void add(int t, int sign) {
    series.snapshot(t, buffer);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += sign * (buffer[i] - offset[i]);
    }
  }
}

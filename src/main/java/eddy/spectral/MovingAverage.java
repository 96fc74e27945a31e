package eddy.spectral;

/**
 * A centred moving average as trend. It is symmetric in time, so what remains of a reversible
 * series is reversible. It removes what is slower than the window: the remainder of Brownian motion
 * is stationary, with variance window/12 of a step's and a decorrelation lag of about an eighth of
 * the window.
 */
public final class MovingAverage {
  private MovingAverage() {}

  /**
   * x_t minus the mean of x_{t-w} .. x_{t+w}; the first and last w values are lost.
   *
   * @param x more than 2 w values
   * @param halfWidth w, not negative; 0 subtracts the mean of all instead and loses nothing
   * @return n - 2 w values
   * @throws IllegalArgumentException if the window is longer than the series or w is negative
   */
  public static double[] subtract(double[] x, int halfWidth) {
    int n = x.length - 2 * requireFit(x.length, halfWidth);
    double[] y = new double[n];
    double mean = 0;
    for (double v : x) {
      mean += v / x.length;
    }
    int window = 2 * halfWidth + 1;
    double sum = 0;
    for (int t = 0; t < window - 1; t++) {
      sum += x[t] - mean;
    }
    for (int t = 0; t < n; t++) {
      sum += x[t + window - 1] - mean;
      y[t] = x[t + halfWidth] - mean - (halfWidth == 0 ? 0 : sum / window);
      sum -= x[t] - mean;
    }
    return y;
  }

  /** The same for several series; see {@link #subtract(double[], int)}. */
  public static double[][] subtract(double[][] x, int halfWidth) {
    double[][] y = new double[x.length][];
    for (int i = 0; i < y.length; i++) {
      y[i] = subtract(x[i], halfWidth);
    }
    return y;
  }

  static int requireFit(int n, int halfWidth) {
    if (halfWidth < 0 || 2L * halfWidth >= n) {
      throw new IllegalArgumentException(
          "A moving average of half width "
              + halfWidth
              + " leaves nothing of "
              + n
              + " snapshots: choose a window shorter than the series.");
    }
    return halfWidth;
  }
}

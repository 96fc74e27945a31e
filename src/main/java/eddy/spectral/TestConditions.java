package eddy.spectral;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** Which conditions of a circulation test the modes of some series meet. */
final class TestConditions {
  private static final int SHORTEST_BLOCK = 20;
  private static final int FEWEST_BLOCKS = 10;
  private static final int LAGS_PER_LENGTH = 50;
  private static final double DEVIATIONS = 3;

  /**
   * Between what a moving average over ten correlation times takes from the autocorrelation of an
   * Ornstein-Uhlenbeck process (0.2 at three decorrelation lags) and how far that of detrended
   * Brownian motion lies from an autoregression (0.4).
   */
  private static final double TOLERANCE = 0.3;

  private final LaggedCovariance.Modes modes;
  private final int length;
  private final double[][] correlations;
  private final int[] decorrelation;
  private final int decorrelationLag;
  private final List<String> warnings = new ArrayList<>();

  /**
   * Looks at stationarity and length, which every test needs.
   *
   * @param modes of lag 1
   * @param z the modes' series
   */
  TestConditions(LaggedCovariance.Modes modes, double[][] z) {
    this.modes = modes;
    this.length = z[0].length;
    this.correlations = new double[z.length][];
    this.decorrelation = new int[z.length];
    int largest = 1;
    for (int i = 0; i < z.length; i++) {
      correlations[i] = Autocorrelation.of(z[i]);
      int lag = CorrelationTime.decorrelationLag(correlations[i]);
      decorrelation[i] = lag < 0 ? length : lag;
      largest = Math.max(largest, decorrelation[i]);
    }
    this.decorrelationLag = largest;
    if (largest > length / LAGS_PER_LENGTH) {
      warn(
          "A mode decorrelates only after %d of %d snapshots, so the series may not be stationary:"
              + " subtract a moving average, or take a longer trajectory.",
          largest, length);
    }
    int needed = 10 * z.length * z.length;
    if (length / largest < needed) {
      warn(
          "%d snapshots are %d decorrelation lags, fewer than 10 k^2 = %d for k = %d series: take"
              + " fewer series or a longer trajectory.",
          length, length / largest, needed, z.length);
    }
  }

  int decorrelationLag() {
    return decorrelationLag;
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  void requireLongBlocks(int block) {
    if (block < SHORTEST_BLOCK * (long) decorrelationLag) {
      warn(
          "Blocks of %d snapshots are shorter than 20 decorrelation lags of %d: the test rejects too"
              + " often; take longer blocks or subtract a moving average.",
          block, decorrelationLag);
    }
    if (length / block < FEWEST_BLOCKS) {
      warn(
          "There are only %d blocks of %d snapshots: the signs of fewer than 10 blocks say little.",
          length / block, block);
    }
  }

  void requireSmoothSpectrum(int smoothing) {
    double width = (2 * smoothing + 1.0) / length;
    if (width > 1 / (4 * Math.PI * decorrelationLag)) {
      warn(
          "Smoothing over %d of %d frequencies is wider than the spectrum of a mode that"
              + " decorrelates after %d snapshots: smooth less or subtract a moving average.",
          2 * smoothing + 1, length / 2, decorrelationLag);
    }
  }

  /**
   * Compares the autocorrelation of each mode with that of the autoregression x' = K x + noise,
   * which is (K^h)_ii at lag h. A difference counts where it is larger than Bartlett's error allows
   * and larger than what detrending by a window of ten correlation times leaves.
   *
   * @param k lagged correlation K of the modes at lag 1, row-major
   * @param multiples lags, in decorrelation lags of the mode
   */
  void requireAutoregression(double[] k, int[] multiples) {
    RealMatrix step = new Array2DRowRealMatrix(modes.map().length, modes.map().length);
    for (int i = 0; i < k.length; i++) {
      step.setEntry(i / modes.map().length, i % modes.map().length, k[i]);
    }
    for (int i = 0; i < correlations.length; i++) {
      double a = step.getEntry(i, i);
      for (int multiple : multiples) {
        long h = (long) multiple * decorrelation[i];
        double expected = h < length ? step.power((int) h).getEntry(i, i) : 0;
        double r = h < length ? correlations[i][(int) h] : 1;
        double decay = Math.pow(a, 2.0 * h);
        double variance = (1 + a * a) * (1 - decay) / (1 - a * a) - 2 * h * decay;
        double error = Math.sqrt(variance / length);
        if (!(Math.abs(r - expected) <= Math.max(TOLERANCE, DEVIATIONS * error))) {
          warn(
              "Mode %d is not that of an autoregression of order one (correlation %.3f at lag %d,"
                  + " where one has %.3f): use SPECTRUM or BLOCK_SIGNS.",
              i, r, h, expected);
          break;
        }
      }
    }
  }

  private void warn(String format, Object... values) {
    warnings.add(String.format(Locale.ROOT, format, values));
  }
}

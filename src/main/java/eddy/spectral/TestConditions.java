package eddy.spectral;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which conditions of a circulation test the modes of some series meet. */
final class TestConditions {
  private static final int SHORTEST_BLOCK = 20;
  private static final int FEWEST_BLOCKS = 10;
  private static final int LAGS_PER_LENGTH = 50;
  private static final double LARGEST = 1 - 1e-9;

  /** For three series, a scatter that is wrong by a fifth makes 14 % or 0.7 % of a level of 5 %. */
  private static final double TOLERANCE = 0.2;

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
   * Compares the scatter of T that the spectra of the modes imply with that of autoregressions of
   * their lag-1 correlations. For independent series it is the root of sum sin(omega lag)^2 S_i S_j
   * over frequencies and pairs. Products of neighbouring frequencies estimate S_i S_j without the
   * coherence that circulation makes.
   *
   * @param z the modes' series
   */
  void requireAutoregression(double[][] z, int lag) {
    RealFft fft = new RealFft(length);
    double[][] packed = MovingAverage.subtract(z, 0);
    Ar1[] laws = new Ar1[z.length];
    for (int i = 0; i < z.length; i++) {
      fft.forward(packed[i]);
      double a = modes.correlations()[i];
      laws[i] = Ar1.ofVariance(Math.max(-LARGEST, Math.min(LARGEST, a)), 1);
    }
    double measured = 0;
    double expected = 0;
    for (int f = 1; f + 1 < fft.frequencies(); f++) {
      double omega = 2 * Math.PI * (f + 0.5) / length;
      double sine = Math.sin(omega * lag);
      for (int i = 0; i < z.length; i++) {
        for (int j = 0; j < i; j++) {
          double product =
              fft.power(packed[i], f) * fft.power(packed[j], f + 1)
                  + fft.power(packed[i], f + 1) * fft.power(packed[j], f);
          measured += sine * sine * product / (2.0 * length * length);
          expected += sine * sine * laws[i].density(omega) * laws[j].density(omega);
        }
      }
    }
    double ratio = Math.sqrt(measured / expected);
    if (!(Math.abs(ratio - 1) <= TOLERANCE)) {
      warn(
          "The spectra of the modes give T a scatter %.2f times that of autoregressions of order one,"
              + " so its p-value is wrong: use SPECTRUM or BLOCK_SIGNS.",
          ratio);
    }
  }

  private void warn(String format, Object... values) {
    warnings.add(String.format(Locale.ROOT, format, values));
  }
}

package eddy.spectral;

import eddy.run.Progress;
import java.util.Arrays;

/**
 * The Fourier amplitude of increments exactly as the authors' code has it (Figure 3a of Chaudhari
 * and Soatto 2018): |FFT of w_{t+1} - w_t| of each weight, without a window, without a factor 1/n,
 * the mean not removed; then the mean over the weights. A weight that never moves counts with
 * amplitude 0. For white increments of standard deviation s the mean amplitude is {@link
 * #whiteLevel}; increments of a stationary series give less at low frequencies.
 */
public final class IncrementSpectrum {
  private IncrementSpectrum() {}

  /**
   * |FFT of the increments|, frequencies 0 .. (n - 1)/2.
   *
   * @param w at least 2 values
   * @throws IllegalArgumentException if there are fewer
   */
  public static double[] of(double[] w) {
    requireIncrements(w.length);
    return amplitude(new RealFft(w.length - 1), w, Integer.MAX_VALUE);
  }

  /**
   * The amplitudes of many weights on the authors' axis.
   *
   * @param bins how many of the lowest frequencies to keep (they show 1,000); all at most
   * @return x = the authors' frequency k/n in cycles per snapshot; weights with a value that is not
   *     a number are dropped and counted
   * @throws IllegalArgumentException if there are fewer than 2 snapshots
   * @throws eddy.run.ComputationInterrupted on interrupt
   */
  public static Spread over(Series weights, int bins, Progress progress) {
    int n = weights.length();
    requireIncrements(n);
    int kept = Math.min(bins, (n - 1) / 2 + 1);
    return Spread.collect(
        weights,
        authorsFrequencies(n, kept),
        "spectra of increments",
        progress,
        () -> {
          RealFft fft = new RealFft(n - 1);
          return w -> amplitude(fft, w, kept);
        });
  }

  /**
   * The authors' frequencies k/n of a series of n values. The n - 1 increments have the frequencies
   * k/(n - 1) in truth ({@link #frequencies}).
   */
  public static double[] authorsFrequencies(int n, int bins) {
    return steps(n, bins);
  }

  /** The frequencies k/(n - 1) that the increments of a series of n values have. */
  public static double[] frequencies(int n, int bins) {
    return steps(n - 1, bins);
  }

  private static double[] steps(int length, int bins) {
    double[] f = new double[bins];
    for (int k = 0; k < bins; k++) {
      f[k] = (double) k / length;
    }
    return f;
  }

  /**
   * The mean amplitude s sqrt(n - 1) sqrt(pi)/2 of n - 1 independent increments, at frequencies
   * other than 0 and Nyquist.
   *
   * @param n number of values of the series
   * @param deviation standard deviation s of an increment
   */
  public static double whiteLevel(int n, double deviation) {
    return deviation * Math.sqrt(n - 1) * Math.sqrt(Math.PI) / 2;
  }

  private static double[] amplitude(RealFft fft, double[] w, int bins) {
    double[] x = new double[fft.length()];
    for (int t = 0; t < x.length; t++) {
      x[t] = w[t + 1] - w[t];
    }
    fft.forward(x);
    double[] result = new double[Math.min(bins, fft.frequencies())];
    Arrays.setAll(result, k -> Math.sqrt(fft.power(x, k)));
    return result;
  }

  private static void requireIncrements(int n) {
    if (n < 2) {
      throw new IllegalArgumentException("A single snapshot has no increments: give at least 2.");
    }
  }
}

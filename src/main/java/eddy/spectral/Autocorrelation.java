package eddy.spectral;

import eddy.run.Progress;
import java.util.Arrays;

/**
 * The biased sample autocorrelation r_h = sum_{t=0}^{n-h-1} (x_t - m)(x_{t+h} - m)/sum (x_t - m)^2
 * at all lags at once, by a Fourier transform padded with zeros (Wiener and Khinchin). This is the
 * authors' estimator (Figure 3b of Chaudhari and Soatto 2018); they look at the {@link
 * #authorsLags} only. It always adds up to -1/2 over the lags above 0, so a slow series looks
 * negatively correlated at long lags whatever it is; see {@link BrownianMotion#autocorrelation}.
 */
public final class Autocorrelation {
  private final int n;
  private final RealFft fft;
  private final double[] work;

  private Autocorrelation(int n) {
    this.n = n;
    this.fft = new RealFft(RealFft.fastLength(Math.max(2, 2 * n - 1)));
    this.work = new double[fft.length()];
  }

  /**
   * r_0 .. r_{n-1}; not a number if all values are equal or one is not a number.
   *
   * @param x at least 1 value
   */
  public static double[] of(double[] x) {
    Autocorrelation a = new Autocorrelation(x.length);
    a.compute(x);
    return Arrays.copyOf(a.work, x.length);
  }

  /**
   * The autocorrelations of many series at some lags, on all cores.
   *
   * @param lags 0 .. length - 1 each
   * @return x = lag in snapshots; series that are constant or have a value that is not a number are
   *     dropped and counted
   * @throws IllegalArgumentException if a lag is outside
   * @throws eddy.run.ComputationInterrupted on interrupt
   */
  public static Spread over(Series series, int[] lags, Progress progress) {
    for (int lag : lags) {
      if (lag < 0 || lag >= series.length()) {
        throw new IllegalArgumentException(
            "Lags lie in 0 .. " + (series.length() - 1) + " here, but " + lag + " was asked.");
      }
    }
    return Spread.collect(
        series,
        Arrays.stream(lags).asDoubleStream().toArray(),
        "autocorrelations",
        progress,
        () -> {
          Autocorrelation a = new Autocorrelation(series.length());
          return x -> {
            a.compute(x);
            return Arrays.stream(lags).mapToDouble(lag -> a.work[lag]).toArray();
          };
        });
  }

  /** The authors' lags 0, s, 2 s, ... below n with s = n/100, rounded down; n at least 100. */
  public static int[] authorsLags(int n) {
    if (n < 100) {
      throw new IllegalArgumentException(
          "The authors' lags need at least 100 snapshots, but there are " + n + ".");
    }
    int step = n / 100;
    int[] lags = new int[(n + step - 1) / step];
    Arrays.setAll(lags, k -> k * step);
    return lags;
  }

  /**
   * Lag 0 and about {@code count} others that are evenly spaced on a logarithmic axis, without
   * repetitions.
   *
   * @param n number of snapshots, at least 2
   * @param count at least 1
   */
  public static int[] logarithmicLags(int n, int count) {
    int[] lags = new int[count + 1];
    for (int k = 0; k < count; k++) {
      lags[k + 1] = (int) Math.round(Math.pow(n - 1, count == 1 ? 0 : k / (count - 1.0)));
    }
    return Arrays.stream(lags).distinct().toArray();
  }

  /** Leaves the autocorrelation in the first n elements of {@code work}. */
  private void compute(double[] x) {
    double mean = 0;
    boolean constant = true;
    for (int t = 0; t < n; t++) {
      mean += x[t] / n;
      constant &= x[t] == x[0];
    }
    if (constant) {
      Arrays.fill(work, Double.NaN);
      return;
    }
    for (int t = 0; t < n; t++) {
      work[t] = x[t] - mean;
    }
    Arrays.fill(work, n, work.length, 0);
    fft.forward(work);
    for (int k = 0; k < fft.frequencies(); k++) {
      fft.set(work, k, fft.power(work, k), 0);
    }
    fft.inverse(work);
    double scale = 1 / work[0];
    for (int h = 0; h < n; h++) {
      work[h] *= scale;
    }
  }
}

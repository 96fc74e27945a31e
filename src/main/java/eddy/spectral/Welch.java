package eddy.spectral;

import eddy.run.Progress;
import java.util.Arrays;

/**
 * Power spectra by Welch's method: the mean over overlapping segments of |FFT of the windowed
 * segment|^2/(rate * sum w^2), doubled at all frequencies but 0 and Nyquist (Welch, IEEE Trans.
 * Audio Electroacoust. 15, 1967). The same numbers as {@code scipy.signal.welch}.
 *
 * <p>A time step dt has the rate 1/dt: for snapshots each epoch, dt = 1 gives cycles per epoch.
 *
 * @param segment values of a segment, at least 2; frequencies are 1/(segment dt) apart
 * @param overlap values that two neighbouring segments share, 0 .. segment - 1
 * @param window of each segment
 * @param trend subtracted from each segment
 * @param dt time from value to value, above 0
 */
public record Welch(int segment, int overlap, Window window, Trend trend, double dt) {
  /** Refuses segments that are too short, an overlap of a whole segment, and dt not above 0. */
  public Welch {
    if (segment < 2 || overlap < 0 || overlap >= segment) {
      throw new IllegalArgumentException(
          "Segments of "
              + segment
              + " values that share "
              + overlap
              + " make no spectrum: choose at least 2, and an overlap below that.");
    }
    if (!(dt > 0 && dt < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("A time step must be above 0, not " + dt + ".");
    }
  }

  /**
   * Hann windows that overlap by half, the mean subtracted.
   *
   * @param segment values of a segment, at least 2
   * @param dt time from value to value, above 0
   */
  public static Welch of(int segment, double dt) {
    return new Welch(segment, segment / 2, Window.HANN, Trend.MEAN, dt);
  }

  /** The frequencies k/(segment dt), k = 0 .. segment/2. */
  public double[] frequencies() {
    double[] f = new double[segment / 2 + 1];
    for (int k = 0; k < f.length; k++) {
      f[k] = k / (segment * dt);
    }
    return f;
  }

  /** How many segments a series has: 1 + (n - segment)/(segment - overlap), rounded down. */
  public int segments(int n) {
    if (n < segment) {
      throw new IllegalArgumentException(
          "A series of "
              + n
              + " values has no segment of "
              + segment
              + ": choose shorter segments.");
    }
    return 1 + (n - segment) / (segment - overlap);
  }

  /**
   * The spectrum of a series.
   *
   * @throws IllegalArgumentException if it is shorter than a segment
   */
  public PowerSpectrum spectrum(double[] x) {
    int count = segments(x.length);
    return new PowerSpectrum(
        frequencies(), new SegmentSum(this).density(x), count, degreesOfFreedom(count));
  }

  /**
   * The spectra of many series, on all cores.
   *
   * @param bins how many of the lowest frequencies to keep; all there are at most
   * @return x = frequency, one column a series; series with a value that is not a number are
   *     dropped and counted
   * @throws IllegalArgumentException if they are shorter than a segment
   * @throws eddy.run.ComputationInterrupted on interrupt
   */
  public Spread spectra(Series series, int bins, Progress progress) {
    segments(series.length());
    double[] f = frequencies();
    int kept = Math.min(bins, f.length);
    return Spread.collect(
        series,
        Arrays.copyOf(f, kept),
        "Welch spectra",
        progress,
        () -> new SegmentSum(this)::density);
  }

  /**
   * The cross-spectrum of two series; the same as {@code scipy.signal.csd(x, y)}.
   *
   * @throws IllegalArgumentException if the lengths differ or are shorter than a segment
   */
  public CrossSpectrum cross(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "Series of " + x.length + " and " + y.length + " values have no cross-spectrum.");
    }
    int count = segments(x.length);
    double[][] parts = new SegmentSum(this).cross(x, y);
    return new CrossSpectrum(frequencies(), parts[0], parts[1], count);
  }

  /**
   * 2 K/(1 + 2 sum_m (1 - m/K) r_m^2) for K segments, with the overlap correlation r_m = sum_t w_t
   * w_{t+m step}/sum w^2 of the windows (Welch 1967, Eq. for Var P).
   */
  private double degreesOfFreedom(int count) {
    double[] w = window.values(segment);
    double norm = 0;
    for (double v : w) {
      norm += v * v;
    }
    int step = segment - overlap;
    double sum = 1;
    for (int m = 1; m < count && m * step < segment; m++) {
      double r = 0;
      for (int t = 0; t + m * step < segment; t++) {
        r += w[t] * w[t + m * step] / norm;
      }
      sum += 2 * (1 - (double) m / count) * r * r;
    }
    return 2 * count / sum;
  }
}

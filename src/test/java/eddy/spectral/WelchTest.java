package eddy.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.run.Progress;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WelchTest {
  private static final int N = 1000;

  @Test
  void agreesWithSciPy() {
    check("hann128", Welch.of(128, 0.5));
    check("boxcar125", new Welch(125, 0, Window.RECTANGULAR, Trend.NONE, 1));
    check("hamming100", new Welch(100, 75, Window.HAMMING, Trend.LINE, 1));
    check("blackman256", new Welch(256, 128, Window.BLACKMAN, Trend.MEAN, 1));
  }

  private static void check(String name, Welch welch) {
    PowerSpectrum spectrum = welch.spectrum(x());
    check(name, spectrum.frequency(), spectrum.density());
    Spread many = welch.spectra(Series.of(x(), x()), Integer.MAX_VALUE, Progress.NONE);
    assertThat(many.mean()).containsExactly(spectrum.density());
  }

  private static void check(String name, double[] frequency, double[] density) {
    List<double[]> rows = Rows.read("welch.csv", name);
    assertThat(density).hasSize(rows.size());
    double largest = Arrays.stream(density).map(Math::abs).max().orElseThrow();
    for (double[] row : rows) {
      int k = (int) row[0];
      assertThat(frequency[k]).isCloseTo(row[1], within(1e-15));
      assertThat(density[k]).isCloseTo(row[2], within(1e-13 * largest));
    }
  }

  @Test
  void crossSpectrumAgreesWithSciPy() {
    CrossSpectrum cross = Welch.of(200, 1).cross(x(), y());
    check("csdreal", cross.frequency(), cross.real());
    check("csdimag", cross.frequency(), cross.imaginary());
    assertThat(cross.segments()).isEqualTo(9);
  }

  /** Parseval: with no window the density adds up to the mean square. */
  @Test
  void densityAddsUpToTheVariance() {
    double[] x = x();
    double square = Arrays.stream(x).map(v -> v * v).sum() / N;
    PowerSpectrum all = new Welch(N, 0, Window.RECTANGULAR, Trend.NONE, 0.25).spectrum(x);
    assertThat(all.variance()).isCloseTo(square, within(1e-12 * square));
    assertThat(all.degreesOfFreedom()).isEqualTo(2);
  }

  /** Half overlap of Hann windows: r_1 = 1/6, so nearly 36/19 independent values a segment. */
  @Test
  void degreesOfFreedomOfHalfOverlappingHannWindows() {
    PowerSpectrum spectrum = Welch.of(100, 1).spectrum(new double[10_000]);
    assertThat(spectrum.segments()).isEqualTo(199);
    double expected = 2 * 199 / (1 + 2 * (1 - 1.0 / 199) / 36);
    assertThat(spectrum.degreesOfFreedom()).isCloseTo(expected, within(1e-9 * expected));
  }

  /** Of 400 white spectra at one frequency, 95 % of the intervals hold the true density 2. */
  @Test
  void intervalsCoverTheTruth() {
    Welch welch = Welch.of(32, 1);
    int inside = 0;
    int repetitions = 400;
    for (int r = 0; r < repetitions; r++) {
      PowerSpectrum s = welch.spectrum(Rows.white(256, r));
      double[] factor = s.interval(0.95);
      inside += s.density()[8] * factor[0] < 2 && s.density()[8] * factor[1] > 2 ? 1 : 0;
    }
    double error = Math.sqrt(0.05 * 0.95 / repetitions);
    assertThat((double) inside / repetitions).isBetween(0.95 - 4 * error, 0.95 + 4 * error);
  }

  /** Fact A.7: x' = a x + noise has S(omega) = s^2/|e^(i omega) - a|^2, one-sided twice that. */
  @Test
  void spectrumOfAnAutoregressionIsLorentzian() {
    double a = 0.9;
    int n = 1 << 17;
    double[] x = new double[n];
    RandomStream noise = new RandomStream(3, StreamName.NOISE);
    x[0] = noise.nextGaussian() / Math.sqrt(1 - a * a);
    for (int t = 1; t < n; t++) {
      x[t] = a * x[t - 1] + noise.nextGaussian();
    }
    PowerSpectrum s = new Welch(512, 256, Window.HANN, Trend.NONE, 1).spectrum(x);
    double deviation = 4 * Math.sqrt(2 / s.degreesOfFreedom());
    for (int k = 2; k < 256; k += 9) {
      double omega = 2 * Math.PI * s.frequency()[k];
      double expected = 2 / (1 - 2 * a * Math.cos(omega) + a * a);
      assertThat(s.density()[k] / expected).isBetween(1 - deviation, 1 + deviation);
    }
  }

  @Test
  void refusesWhatMakesNoSpectrum() {
    assertThatThrownBy(() -> Welch.of(1, 1)).hasMessageContaining("at least 2");
    assertThatThrownBy(() -> Welch.of(8, 0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> new Welch(8, 8, Window.HANN, Trend.MEAN, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Welch.of(8, 1).spectrum(new double[7]))
        .hasMessageContaining("shorter segments");
    assertThatThrownBy(() -> Welch.of(8, 1).cross(new double[9], new double[8]))
        .hasMessageContaining("9 and 8");
    PowerSpectrum s = Welch.of(8, 1).spectrum(new double[8]);
    assertThatThrownBy(() -> s.interval(95)).hasMessageContaining("between 0 and 1");
  }

  /** x_t = sin(t/10) + t/100 + (7919 t^2 mod 1000)/1000. */
  private static double[] x() {
    double[] x = new double[N];
    for (int t = 0; t < N; t++) {
      x[t] = Math.sin(0.1 * t) + 0.01 * t + (long) t * t * 7919 % 1000 / 1000.0;
    }
    return x;
  }

  /** y_t = cos(0.13 t) + (104729 t^2 + t mod 1009)/1009. */
  private static double[] y() {
    double[] y = new double[N];
    for (int t = 0; t < N; t++) {
      y[t] = Math.cos(0.13 * t) + ((long) t * t * 104729 + t) % 1009 / 1009.0;
    }
    return y;
  }
}

package eddy.diffusion;

import static eddy.diffusion.Precision.FLOAT32;
import static eddy.diffusion.Precision.FLOAT64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectrumTest {
  private static Spectrum powerLaw(int d, double exponent) {
    double[] values =
        IntStream.rangeClosed(1, d).mapToDouble(i -> Math.pow(i, -exponent)).toArray();
    return new Spectrum(values, 60_000, FLOAT64);
  }

  /** Counts from an independent NumPy computation. */
  @ParameterizedTest
  @CsvSource({
    "917, 1, 917, 917",
    "917, 2, 95, 917",
    "917, 3, 20, 917",
    "3978, 1, 2108, 3978",
    "3978, 2, 45, 3978",
    "3978, 3, 12, 3978"
  })
  void rankOfAPowerLawDependsOnTheEpsilon(int d, double exponent, int single, int twice) {
    Spectrum spectrum = powerLaw(d, exponent);
    assertThat(spectrum.rank(FLOAT32)).isEqualTo(single);
    assertThat(spectrum.rank(FLOAT64)).isEqualTo(twice);
  }

  @ParameterizedTest
  @CsvSource({
    "13338, 0.0015900135040283203",
    "3978, 0.0004742145538330078",
    "26982, 0.0032165050506591797",
    "29412, 0.003506183624267578"
  })
  void thresholdSharesOfThePapersNetworks(int d, double share) {
    assertThat(powerLaw(d, 1).threshold(FLOAT32)).isEqualTo(share);
  }

  /** By hand: d = 10, the threshold is 10 epsilon. */
  @Test
  void clipsAsThePapersCode() {
    double eps = FLOAT32.epsilon();
    double[] values = {1, 100 * eps, 20 * eps, 10 * eps, 5 * eps, eps, 0, 0, -eps, -2 * eps};
    Spectrum spectrum = new Spectrum(values, 8, FLOAT64);
    Spectrum.Clipped clipped = spectrum.clipped(FLOAT32);
    double mean = (1 + 190 * eps) / 10;
    double squares =
        sq(1 - mean) + sq(100 * eps - mean) + sq(20 * eps - mean) + 7 * sq(10 * eps - mean);
    assertThat(spectrum.rank(FLOAT32)).isEqualTo(3);
    assertThat(clipped.threshold()).isEqualTo(10 * eps);
    assertThat(clipped.mean()).isCloseTo(mean, within(1e-15));
    assertThat(clipped.std()).isCloseTo(Math.sqrt(squares / 9), within(1e-15));
    assertThat(clipped.floorShare()).isCloseTo(70 * eps / (1 + 190 * eps), within(1e-18));
    assertThat(spectrum.raw().mean()).isCloseTo((1 + 133 * eps) / 10, within(1e-15));
  }

  @Test
  void ratiosOfHandMadeSpectra() {
    Spectrum flat = new Spectrum(new double[] {2, 2, 2, 2}, 9, FLOAT32);
    assertThat(flat.participationRatio()).isEqualTo(4);
    assertThat(flat.stableRank()).isEqualTo(4);
    Spectrum spike = new Spectrum(new double[] {3, 1, 0, 0}, 9, FLOAT32);
    assertThat(spike.participationRatio()).isCloseTo(1.6, within(1e-15));
    assertThat(spike.stableRank()).isCloseTo(4.0 / 3, within(1e-15));
    assertThat(spike.trace()).isEqualTo(4);
  }

  @Test
  void aSinglePrecisionSpectrumIsNotQuotedAtTheDoubleThreshold() {
    Spectrum single = new Spectrum(powerLaw(917, 2).values(), 60_000, FLOAT32);
    assertThat(single.rank(FLOAT32)).isEqualTo(95);
    assertThatThrownBy(() -> single.rank(FLOAT64))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("FLOAT64");
  }

  /** commons-math computes the same statistic by another route. */
  @Test
  void kolmogorovDistanceAgreesWithCommonsMath() {
    Spectrum a = powerLaw(300, 1);
    Spectrum b = powerLaw(200, 1.3);
    double theirs = new KolmogorovSmirnovTest().kolmogorovSmirnovStatistic(a.values(), b.values());
    assertThat(a.kolmogorovDistance(b, FLOAT32)).isCloseTo(theirs, within(1e-15));
    assertThat(b.kolmogorovDistance(a, FLOAT32)).isCloseTo(theirs, within(1e-15));
    assertThat(a.kolmogorovDistance(a, FLOAT32)).isZero();
  }

  @Test
  void histogramCountsTheUpperEdgeInTheLastBin() {
    Spectrum spectrum = new Spectrum(new double[] {10, 5, 1, 0.5, 0.1, 0}, 9, FLOAT64);
    assertThat(spectrum.histogram(new double[] {0.1, 1, 10})).containsExactly(2, 3);
  }

  @Test
  void refusesWhatIsNoSpectrum() {
    assertThatThrownBy(() -> new Spectrum(new double[] {1, 2}, 9, FLOAT64))
        .hasMessageContaining("descending");
    assertThatThrownBy(() -> new Spectrum(new double[] {1, Double.NaN}, 9, FLOAT64))
        .hasMessageContaining("finite");
    assertThatThrownBy(() -> new Spectrum(new double[] {0, 0}, 9, FLOAT64))
        .hasMessageContaining("same gradient");
  }

  private static double sq(double x) {
    return x * x;
  }
}

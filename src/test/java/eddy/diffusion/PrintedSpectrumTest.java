package eddy.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedSpectrumTest {
  /** Bounds from an independent computation, for the five spectra that the paper prints. */
  @ParameterizedTest
  @CsvSource({
    "13338, 3e-4, 2.11e-3, 0.018, 0.01586953258651641, 0.18019446003128428",
    "3978, 9e-4, 1.85e-2, 0.006, 0.23942282361221748, 1.2405614828200653",
    "26982, 0.27, 0.84, 0.0034, 13.913806063265719, 82.98888881511759",
    "29412, 0.98, 2.16, 0.0047, 29.07389746284744, 276.83114215410427",
    "26982, 0.43, 1.32, 0.0032, 22.495436090862107, 132.16748959444652"
  })
  void boundsOfThePapersSpectra(
      int d, double mean, double std, double rank, double lower, double upper) {
    PrintedSpectrum printed = new PrintedSpectrum(d, mean, std, rank);
    assertThat(printed.lowerFromRank()).isCloseTo(lower, within(1e-12 * lower));
    assertThat(printed.upperFromMean()).isCloseTo(upper, within(1e-12 * upper));
    assertThat(printed.lambdaMaxLower()).isGreaterThanOrEqualTo(lower);
    assertThat(printed.lambdaMaxUpper()).isLessThanOrEqualTo(upper);
  }

  /**
   * The largest eigenvalue of any clipped spectrum lies within the bounds of its own statistics.
   */
  @Test
  void boundsHoldForRandomSpectra() {
    RandomStream random = new RandomStream(7, StreamName.DATA);
    for (int trial = 0; trial < 200; trial++) {
      int d = 200 + random.nextInt(4000);
      double steepness = 0.2 + 3 * random.nextDouble();
      double[] ascending = new double[d];
      for (int i = 0; i < d; i++) {
        ascending[i] = Math.exp(steepness * random.nextGaussian() * 2);
      }
      Arrays.sort(ascending);
      double[] values = new double[d];
      for (int i = 0; i < d; i++) {
        values[i] = ascending[d - 1 - i];
      }
      Spectrum spectrum = new Spectrum(values, d + 1, Precision.FLOAT64);
      Spectrum.Clipped clipped = spectrum.clipped(Precision.FLOAT32);
      int rank = spectrum.rank(Precision.FLOAT32);
      PrintedSpectrum printed =
          new PrintedSpectrum(d, clipped.mean(), clipped.std(), rank / (double) d);
      assertThat(spectrum.largest())
          .isBetween(printed.lambdaMaxLower() * (1 - 1e-9), printed.lambdaMaxUpper() * (1 + 1e-9));
      double least = clipped.threshold() / clipped.mean();
      assertThat(least * (1 + 1e-9))
          .isBetween(printed.floorShareLower(), printed.floorShareUpper() * (1 + 1e-6));
    }
  }

  @Test
  void refusesNumbersThatNoSpectrumHas() {
    assertThatThrownBy(() -> new PrintedSpectrum(26_982, 1e-3, 1, 0.01))
        .hasMessageContaining("No spectrum");
    assertThatThrownBy(() -> new PrintedSpectrum(10, 1, 1, 0)).hasMessageContaining("rank");
  }
}

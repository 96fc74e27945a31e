package eddy.spectral;

import static org.assertj.core.api.Assertions.assertThat;

import eddy.run.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each test of circulation on each null inside its domain, detrended as data are: a moving average
 * of half width 250 of 20,000 snapshots. The full count is tagged: {@code mvn test
 * -Dgroups=calibration -Dexcluded=}.
 */
class CalibrationTest {
  private static final int LENGTH = 20_000;
  private static final int HALF_WIDTH = 250;

  private static Calibration run(
      ReversibleNull nullModel, CalibrationCase process, int length, int width, int repetitions) {
    CirculationSettings settings = CirculationSettings.of(nullModel).withSurrogates(39);
    return Calibration.run(process, settings, length, width, repetitions, 1, Progress.NONE);
  }

  /** Sixty repetitions of 5,000 snapshots: at most 10 rejections, the quantile 0.9995. */
  @ParameterizedTest
  @CsvSource({
    "AUTOREGRESSION, REVERSIBLE_OU",
    "AUTOREGRESSION, COMMUTING_SGD",
    "SPECTRUM, BROWNIAN",
    "SPECTRUM, REVERSIBLE_OU",
    "SPECTRUM, COMMUTING_SGD",
    "BLOCK_SIGNS, BROWNIAN",
    "BLOCK_SIGNS, REVERSIBLE_OU",
    "BLOCK_SIGNS, COMMUTING_SGD"
  })
  void reversibleSeriesAreRarelyRejected(ReversibleNull nullModel, CalibrationCase process) {
    Calibration few = run(nullModel, process, 5000, 150, 60);
    assertThat(process.reversible()).isTrue();
    assertThat(few.rejections()).isLessThanOrEqualTo(10);
    assertThat(few.calibrated()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"AUTOREGRESSION", "SPECTRUM", "BLOCK_SIGNS"})
  void circulatingSeriesAreAlwaysRejected(ReversibleNull nullModel) {
    Calibration few = run(nullModel, CalibrationCase.CIRCULATING_SGD, LENGTH, HALF_WIDTH, 10);
    assertThat(CalibrationCase.CIRCULATING_SGD.reversible()).isFalse();
    assertThat(few.rejections()).isEqualTo(10);
    assertThat(few.calibrated()).isFalse();
  }

  @Test
  void acceptedCountsAreThoseOfTheBinomialLaw() {
    assertThat(of(28).calibrated()).isFalse();
    assertThat(of(29).calibrated()).isTrue();
    assertThat(of(74).calibrated()).isTrue();
    assertThat(of(75).calibrated()).isFalse();
  }

  private static Calibration of(int rejections) {
    CirculationSettings settings = CirculationSettings.of(ReversibleNull.SPECTRUM);
    return new Calibration(CalibrationCase.BROWNIAN, settings, LENGTH, 0, 1000, rejections, 0);
  }

  /** Autoregressive surrogates do not fit detrended Brownian motion, and the result says so. */
  @Test
  void autoregressionIsNotForDetrendedBrownianMotion() {
    Calibration outside =
        run(ReversibleNull.AUTOREGRESSION, CalibrationCase.BROWNIAN, LENGTH, HALF_WIDTH, 20);
    assertThat(outside.warned()).isEqualTo(20);
  }

  /** 1,000 repetitions: 29 to 74 rejections at the level 5 %. */
  @Tag("calibration")
  @ParameterizedTest
  @CsvSource({
    "AUTOREGRESSION, REVERSIBLE_OU",
    "AUTOREGRESSION, COMMUTING_SGD",
    "SPECTRUM, BROWNIAN",
    "SPECTRUM, BROWNIAN_COMPONENTS",
    "SPECTRUM, REVERSIBLE_OU",
    "SPECTRUM, COMMUTING_SGD",
    "BLOCK_SIGNS, BROWNIAN",
    "BLOCK_SIGNS, BROWNIAN_COMPONENTS",
    "BLOCK_SIGNS, REVERSIBLE_OU",
    "BLOCK_SIGNS, COMMUTING_SGD"
  })
  void aThousandReversibleSeries(ReversibleNull nullModel, CalibrationCase process) {
    Calibration all = run(nullModel, process, LENGTH, HALF_WIDTH, 1000);
    assertThat(all.rejections()).isBetween(29, 74);
    assertThat(all.calibrated()).isTrue();
    assertThat(all.warned()).isLessThan(50);
  }
}

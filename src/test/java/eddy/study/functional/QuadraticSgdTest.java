package eddy.study.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.run.Progress;
import eddy.study.functional.EpochNoise.Scheme;
import org.junit.jupiter.api.Test;

/** Lemma 2 and its finite steps. */
class QuadraticSgdTest {
  private final QuadraticSgd sgd = new QuadraticSgd(24, 4, 7);

  @Test
  void exactRatiosAgreeWithTheClosedForms() {
    for (double etaK : new double[] {0.05, 0.1, 0.2, 1, 1.8}) {
      assertThat(sgd.exactRatio(etaK, 0)).isCloseTo(2 / (2 - etaK), within(1e-10));
      assertThat(sgd.exactRatio(etaK, 0.9)).isCloseTo(3.8 / (3.8 - etaK), within(1e-10));
    }
    assertThat(sgd.exactRatio(0.1, 0.9) * 4 * sgd.bySde(0.1, 0.9))
        .isCloseTo(0.5135135135135137, within(1e-10));
  }

  /** Batches as they are drawn, with 4 standard errors. */
  @Test
  void simulatedVarianceIsThatOfTheDiscreteRecursion() {
    for (double mu : new double[] {0, 0.5}) {
      var found = sgd.run(Scheme.WITH_REPLACEMENT, mu, 0.8, 24, 400, Progress.NONE);
      assertThat(Math.abs(found.deviation())).isLessThan(4);
      assertThat(found.error()).isLessThan(0.05);
      assertThat(found.simulated() - 4 * found.error()).isGreaterThan(1);
    }
    var both = sgd.runs(Scheme.WITH_REPLACEMENT, 0, new double[] {.5, 1}, 4, 20, Progress.NONE);
    assertThat(both.exact()).containsExactly(new double[] {4 / 3., 2}, within(1e-10));
    assertThat(both.simulated()[1]).isEqualTo(both.at(1).simulated());
    assertThat(both.twoErrors()[0]).isEqualTo(2 * both.at(0).error());
    double n = 24;
    var subsets = sgd.run(Scheme.FRESH_SUBSET, 0, 0.5, 24, 400, Progress.NONE);
    assertThat(subsets.simulated())
        .isCloseTo((n - 4) / (n - 1) * 2 / 1.5, within(4 * subsets.error()));
    var shuffled = sgd.run(Scheme.SHUFFLED_EPOCH, 0, 0.02, 24, 400, Progress.NONE);
    assertThat(shuffled.simulated()).isLessThan(0.2);
  }

  @Test
  void circulationUnderMomentum() {
    MomentumArea area =
        new MomentumArea(new double[][] {{3, 1}, {1, 2}}, new double[][] {{2, .5}, {.5, 1}});
    assertThat(area.ratio(0.1, 0)).isCloseTo(0.0005555555555555554 / 0.0005, within(1e-9));
    double[] ratios = area.ratios(0.9, 0.1, 0.01, 0.001, 1e-5);
    assertThat(ratios[0]).isCloseTo(0.18, within(0.005));
    assertThat(ratios[1]).isCloseTo(0.68, within(0.005));
    assertThat(ratios[2]).isCloseTo(0.955, within(0.005));
    assertThat(ratios[3]).isCloseTo(1, within(1e-3));
  }

  @Test
  void unusableSettingsAreRefused() {
    assertThatThrownBy(() -> new QuadraticSgd(24, 5, 1)).hasMessageContaining("divide");
    assertThatThrownBy(() -> sgd.run(Scheme.FRESH_SUBSET, 0, 2, 2, 1, Progress.NONE))
        .hasMessageContaining("eta k");
  }
}

package eddy.study.longrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ModeAreasTest {

  /** A circle of radius r, turned by an angle a step: ½ r² sin of it, in every block. */
  @Test
  void theAreaOfACircleIsKnown() {
    double angle = 0.1;
    double[][] y = new double[2][2001];
    for (int t = 0; t < y[0].length; t++) {
      y[0][t] = 3 * Math.cos(angle * t);
      y[1][t] = 3 * Math.sin(angle * t);
    }
    ModeAreas areas = ModeAreas.of(y, 100);
    assertThat(areas.blocks()).isEqualTo(20);
    assertThat(areas.mean()[1]).isCloseTo(4.5 * Math.sin(angle), within(1e-12));
    assertThat(areas.mean()[2]).isEqualTo(-areas.mean()[1]);
    assertThat(areas.standardError()[1]).isLessThan(1e-13);
  }

  /** Paths of a model with the prediction of this model have slope 1, without circulation 0. */
  @Test
  void theSlopeIsOneForTheModelAndNoughtWithoutCirculation() {
    HeavyBallModes modes =
        HeavyBallModes.of(
            HeavyBallModesTest.model(
                3,
                new double[] {3, 1, 0, 1, 2, 0.4, 0, 0.4, 0.9},
                new double[] {0.3, 0.4, 0.1, 0.4, 2, 0.8, 0.1, 0.8, 3}),
            0.05,
            0,
            1,
            1e-3);
    double[] predicted = modes.areaRates(new double[] {1});
    double[] rates = {modes.rateOf(0), modes.rateOf(1), modes.rateOf(2)};
    double[] with =
        ModeAreas.of(QuadraticSgdTest.path(modes, 60_000, 1), 500).slope(predicted, rates);
    double[] without =
        ModeAreas.of(QuadraticSgdTest.path(modes.withoutCirculation(), 60_000, 1), 500)
            .slope(predicted, rates);
    assertThat(with[1]).isLessThan(0.1);
    assertThat(with[0]).isCloseTo(1, within(4 * with[1]));
    assertThat(without[0]).isCloseTo(0, within(4 * without[1]));
  }

  @Test
  void refusesTooFewBlocks() {
    assertThatThrownBy(() -> ModeAreas.of(new double[2][100], 50))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("8 blocks");
  }
}

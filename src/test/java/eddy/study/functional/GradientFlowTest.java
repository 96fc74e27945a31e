package eddy.study.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.potential.JkoGaussian;
import eddy.study.functional.HeatFlow.Functional;
import org.junit.jupiter.api.Test;

/** Corollary 8 and Appendix D. */
class GradientFlowTest {
  @Test
  void stepsConvergeToTheFokkerPlanckEquationAtFirstOrder() {
    int[] steps = {16, 32, 64, 128};
    JkoErrors heat = JkoErrors.heat();
    assertThat(heat.after(10).deviation()).isCloseTo(1.7168331761407218, within(1e-12));
    assertThat(heat.exact(1).deviation()).isCloseTo(Math.sqrt(3), within(1e-14));
    assertThat(LogSlope.of(heat.lengths(steps), heat.errors(steps))).isBetween(0.9, 1.1);
    JkoErrors well = new JkoErrors(new JkoGaussian(1, 2), 1.5, 0.5, 1);
    assertThat(LogSlope.of(well.lengths(steps), well.errors(steps))).isBetween(0.9, 1.1);
    assertThat(well.fixedPoint(0.1)).isCloseTo(1 / 3., within(1e-13));
    assertThat(well.fixedPoint(1)).isCloseTo(1 / 3., within(1e-13));
    assertThat(well.quantileErrors(400, 8)[0]).isCloseTo(well.errors(8)[0], within(0.01));
    assertThatThrownBy(() -> heat.fixedPoint(1)).hasMessageContaining("no fixed point");
    assertThatThrownBy(() -> LogSlope.of(new double[] {1, 2}, new double[] {1, 0}))
        .hasMessageContaining("no place");
  }

  /** On a potential with two wells, JKO and Fokker-Planck lower the same functional. */
  @Test
  void bothDescendTheSameFunctionalInADoubleWell() {
    WellDescent well = new WellDescent(new JkoGaussian(0, 0.4), 3, 1, 4);
    double[] exact = well.fokkerPlanck(160, 20);
    double[] coarse = well.jko(600, 4);
    double[] fine = well.jko(600, 8);
    for (int k = 1; k <= 4; k++) {
      assertThat(exact[k]).isLessThan(exact[k - 1]);
      assertThat(fine[k]).isLessThan(fine[k - 1]);
    }
    double[] limit = WellDescent.extrapolated(coarse, fine);
    assertThat(limit[2]).isEqualTo(2 * fine[2] - coarse[2]);
    assertThat(WellDescent.largestGap(limit, exact)).isLessThan(1e-3);
    assertThat(well.times()).containsExactly(0, 0.25, 0.5, 0.75, 1);
  }

  @Test
  void entropyAndDirichletEnergyAreSteepestDescentAndTotalVariationIsNot() {
    HeatFlow flow =
        new HeatFlow(new double[] {.4, .6}, new double[] {-1, 1.5}, new double[] {.2, .3});
    for (double t : new double[] {0.1, 1}) {
      assertThat(flow.rateRatio(Functional.NEGATIVE_ENTROPY, t)).isCloseTo(1, within(1e-6));
      assertThat(flow.rateRatio(Functional.DIRICHLET_ENERGY, t)).isCloseTo(1, within(1e-6));
      assertThat(Math.abs(flow.rateRatio(Functional.TOTAL_VARIATION, t) - 1)).isGreaterThan(0.5);
    }
    HeatFlow one = new HeatFlow(new double[] {1}, new double[] {0}, new double[] {1});
    double s3 = Math.pow(3, 1.5);
    assertThat(one.value(Functional.DIRICHLET_ENERGY, 1))
        .isCloseTo(1 / (8 * Math.sqrt(Math.PI) * s3), within(1e-12));
    assertThat(one.value(Functional.TOTAL_VARIATION, 1))
        .isCloseTo(2 / Math.sqrt(6 * Math.PI), within(1e-5));
    assertThat(one.relative(Functional.NEGATIVE_ENTROPY, 0, 1)[1])
        .isCloseTo(1 / Math.sqrt(3), within(1e-12));
    assertThat(one.relative(Functional.DIRICHLET_ENERGY, 0, 1)[1]).isCloseTo(1 / s3, within(1e-12));
    assertThat(one.value(Functional.NEGATIVE_ENTROPY, 1))
        .isCloseTo(-0.5 * Math.log(2 * Math.PI * Math.E * 3), within(1e-12));
    assertThatThrownBy(() -> new HeatFlow(new double[] {.5}, new double[] {0}, new double[] {1}))
        .hasMessageContaining("add");
    assertThatThrownBy(() -> new HeatFlow(new double[] {1}, new double[] {0}, new double[] {0}))
        .hasMessageContaining("above 0");
  }
}

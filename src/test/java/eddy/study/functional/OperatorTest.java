package eddy.study.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Example19;
import eddy.fields.ManufacturedExample;
import eddy.potential.FokkerPlanck;
import eddy.potential.GaussianRelaxation;
import eddy.potential.Grid;
import eddy.potential.LinearSteadyState;
import org.junit.jupiter.api.Test;

/** Appendices C and F.3. */
class OperatorTest {
  @Test
  void partsOfTheOperatorOnAGrid() {
    var state = FokkerPlanck.stationary(Example19.field(1.5), 1, Grid.square(2.5, 20));
    OperatorCheck check = OperatorCheck.of(state, 3, 1);
    assertThat(check.sum()).isLessThan(1e-11);
    assertThat(check.symmetric()).isLessThan(1e-11);
    assertThat(check.antisymmetric()).isLessThan(1e-11);
    assertThat(check.largestEnergy()).isNegative();
    assertThat(check.stationary()).isLessThan(1e-10);
  }

  /** The third line of (A10) is the whole operator; at the stationary density all are 0. */
  @Test
  void thirdLineIsTheWholeOperator() {
    LinearSteadyState linear =
        LinearSteadyState.of(
            new double[][] {{1, 2}, {-1, 1.5}}, new double[][] {{1, .3}, {.3, .5}});
    var start =
        new GaussianRelaxation(linear, 4, new double[] {1, -0.5}, new double[] {.5, .1, .1, .2});
    var lines = OperatorLines.at(linear, 4, start, 0.5, 0.4, -0.2);
    assertThat(lines.second()).isCloseTo(lines.first(), within(1e-12));
    assertThat(lines.third()).isCloseTo(lines.whole(), within(1e-6));
    assertThat(Math.abs(lines.third() - lines.first())).isGreaterThan(0.1);
    var still = new GaussianRelaxation(linear, 4, new double[2], linear.covariance(4));
    var zero = OperatorLines.at(linear, 4, still, 0.5, 0.4, -0.2);
    assertThat(zero.third()).isCloseTo(0, within(1e-12));
    assertThat(zero.first()).isCloseTo(0, within(1e-12));
  }

  @Test
  void divergenceOfTheForceIsBetaTimesItsPartAlongTheGradient() {
    double[][] points = {{.3, .7}, {2, 5}, {4.1, 1.2}, {6, 3.3}};
    for (double beta : new double[] {0.5, 3}) {
      ManufacturedExample example = ManufacturedExample.torus(beta);
      var divergence = ForceDivergence.of(example::force, example::gradPhi, points);
      assertThat(divergence.slope()).isCloseTo(beta, within(1e-10));
      assertThat(divergence.residual()).isLessThan(1e-10);
      assertThat(divergence.largest()).isGreaterThan(0.1);
    }
  }
}

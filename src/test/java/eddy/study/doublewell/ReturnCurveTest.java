package eddy.study.doublewell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Example19;
import eddy.fields.GradientDoubleWell;
import eddy.fields.ReturnMap;
import org.junit.jupiter.api.Test;

class ReturnCurveTest {
  /** Values of the return map computed with another integrator. */
  @Test
  void agreesWithTheReferenceAndLiesBelowTheDiagonal() {
    ReturnMap map = ReturnMap.onPositiveAxis(Example19.field(1.5));
    ReturnCurve curve = ReturnCurve.of(map, 0.1, 0.5, 1, 1.5);
    assertThat(curve.difference(0.099342085399, 0.416493788637, 0.541600596312, 0.559577927710))
        .isLessThan(1e-9);
    assertThat(curve.smallestLoss()).isCloseTo(0.00657914601, within(1e-9));
    assertThat(curve.gap()[1]).isCloseTo(-0.083506211363, within(1e-9));
    assertThat(curve.loss()[2]).isCloseTo(0.458399403688, within(1e-9));
  }

  /** A gradient flow does not return. */
  @Test
  void saysWhereNothingReturns() {
    ReturnCurve curve = ReturnCurve.of(ReturnMap.onPositiveAxis(GradientDoubleWell.field()), 0.5);
    assertThat(curve.image()[0]).isNaN();
    assertThat(curve.difference(0.5)).isNaN();
  }

  @Test
  void stepsHaveEqualRatios() {
    assertThat(ReturnCurve.logSteps(0.01, 1, 3))
        .containsExactly(new double[] {0.01, 0.1, 1}, within(1e-15));
  }
}

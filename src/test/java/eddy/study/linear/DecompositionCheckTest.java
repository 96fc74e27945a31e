package eddy.study.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DecompositionCheckTest {
  private static final double[][] OPPOSITE = {{1, 0}, {0, -1}};

  @Test
  void aResonanceLeavesTwiceTheNoiseBetweenItsDirections() {
    double[][] mixed = {{1, .3}, {.3, 1}};
    assertThat(DecompositionCheck.leastResidual(OPPOSITE, mixed))
        .isCloseTo(0.848528137423857, within(1e-12));
    assertThat(DecompositionCheck.leastResidual(OPPOSITE, new double[][] {{1, 0}, {0, 1}}))
        .isCloseTo(0, within(1e-12));
    assertThat(DecompositionCheck.leastResidual(new double[][] {{1, 2}, {-1, 1.5}}, mixed))
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void theDecompositionHoldsInEveryReferenceCase() {
    for (ReferenceCase c : ReferenceCase.values()) {
      assertThat(DecompositionCheck.residual(c.state())).as(c.label()).isLessThan(1e-12);
    }
  }
}

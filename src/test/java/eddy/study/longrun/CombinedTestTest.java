package eddy.study.longrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CombinedTestTest {

  /** For two p-values with product q Fisher's combination is q (1 − log q). */
  @Test
  void fisherOfTwoIsKnownInClosedForm() {
    double q = 0.04 * 0.2;
    assertThat(CombinedTest.fisher(0.04, 0.2)).isCloseTo(q * (1 - Math.log(q)), within(1e-12));
    assertThat(CombinedTest.fisher(0.3)).isCloseTo(0.3, within(1e-12));
    assertThat(CombinedTest.fisher(1, 1, 1)).isCloseTo(1, within(1e-12));
  }

  /** R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"). */
  @Test
  void holmIsThatOfR() {
    assertThat(CombinedTest.holm(0.01, 0.04, 0.03, 0.005))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
    assertThat(CombinedTest.holm(0.9, 0.8)).containsExactly(1, 1);
  }

  @Test
  void refusesWhatIsNoPValue() {
    assertThatThrownBy(() -> CombinedTest.fisher(0.1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CombinedTest.holm()).isInstanceOf(IllegalArgumentException.class);
  }
}

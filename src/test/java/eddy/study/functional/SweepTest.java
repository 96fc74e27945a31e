package eddy.study.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SweepTest {
  @Test
  void valuesIncludeBothEnds() {
    assertThat(Sweep.linear(1, 2, 3)).containsExactly(1, 1.5, 2);
    assertThat(Sweep.log(1, 100, 3)).containsExactly(new double[] {1, 10, 100}, within(1e-12));
    assertThat(Sweep.map(new double[] {1, 2}, x -> x * x)).containsExactly(1, 4);
    assertThat(Sweep.square(1, 2)).hasDimensions(4, 2);
    assertThat(Sweep.square(1, 2)[1]).containsExactly(.5, -.5);
    assertThatThrownBy(() -> Sweep.linear(0, 1, 1)).hasMessageContaining("at least two");
    assertThatThrownBy(() -> Sweep.log(0, 1, 3)).hasMessageContaining("above 0");
  }
}

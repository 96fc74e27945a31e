package eddy.study.longrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RejectionsTest {

  /** All of n: the lower end is 0.025^(1/n). R: binom.test(5, 100)$conf.int. */
  @Test
  void intervalsAreThoseOfClopperAndPearson() {
    Rejections all = new Rejections(100, 100);
    assertThat(all.rate()).isEqualTo(1);
    assertThat(all.low()).isCloseTo(Math.pow(0.025, 0.01), within(1e-9));
    assertThat(all.high()).isEqualTo(1);
    Rejections few = new Rejections(5, 100);
    assertThat(few.low()).isCloseTo(0.01643187918, within(1e-9));
    assertThat(few.high()).isCloseTo(0.11283491110, within(1e-9));
    Rejections none = new Rejections(0, 20);
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(1 - Math.pow(0.025, 1.0 / 20), within(1e-9));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> new Rejections(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rejections(3, 2)).hasMessageContaining("3 of 2");
  }
}

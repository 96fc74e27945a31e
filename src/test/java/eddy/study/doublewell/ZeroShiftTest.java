package eddy.study.doublewell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Example19;
import org.junit.jupiter.api.Test;

class ZeroShiftTest {
  @Test
  void theZeroIsTheReferenceAndTheFirstOrderErrorIsQuadraticInTheForce() {
    ZeroShift shift = ZeroShift.of(new Example19(0.5));
    assertThat(shift.x1()).isCloseTo(0.902428321177, within(1e-9));
    assertThat(shift.x2()).isCloseTo(0.388802238357, within(1e-9));
    assertThat(shift.distance()).isCloseTo(0.40085, within(1e-5));
    double small = ZeroShift.of(new Example19(0.05)).firstOrderError();
    double half = ZeroShift.of(new Example19(0.025)).firstOrderError();
    assertThat(small / half).isCloseTo(4, within(0.1));
  }

  @Test
  void beyondThePitchforkNothingAttracts() {
    assertThatThrownBy(() -> ZeroShift.of(new Example19(1))).hasMessageContaining("0.7788");
  }
}

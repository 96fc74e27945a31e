package eddy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InterruptsTest {
  @Test
  void aRequestStopsOnceAndSaysWhatIsSafe() {
    Interrupts.check("nothing happens without a request");
    Thread.currentThread().interrupt();
    assertThat(Interrupts.requested()).isTrue();
    assertThatThrownBy(() -> Interrupts.check("epochs 1 to 12"))
        .isInstanceOf(ComputationInterrupted.class)
        .hasMessageContaining("safe on disk: epochs 1 to 12");
    assertThat(Interrupts.requested()).isFalse();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Interrupts.check("")).hasMessageContaining("start over");
  }
}

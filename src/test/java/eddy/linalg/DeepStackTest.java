package eddy.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeepStackTest {
  @Test
  void anInterruptIsKeptForTheCaller() {
    Thread.currentThread().interrupt();
    String result =
        DeepStack.call(
            () -> {
              Thread.sleep(5);
              return "done";
            });
    assertThat(result).isEqualTo("done");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void failuresReachTheCaller() {
    assertThatThrownBy(
            () ->
                DeepStack.call(
                    () -> {
                      throw new Resonance("named");
                    }))
        .isInstanceOf(Resonance.class)
        .hasMessage("named");
    assertThatThrownBy(
            () ->
                DeepStack.call(
                    () -> {
                      throw new OutOfMemoryError("named");
                    }))
        .isInstanceOf(OutOfMemoryError.class);
  }
}

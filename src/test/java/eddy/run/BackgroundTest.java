package eddy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BackgroundTest {
  @Test
  void aCallReturnsItsResultOnce() {
    AtomicInteger runs = new AtomicInteger();
    assertThat(Background.<Integer>call("once", runs::incrementAndGet)).isEqualTo(1);
    assertThat(Background.holds("once")).isFalse();
    assertThat(Background.<Integer>call("once", runs::incrementAndGet)).isEqualTo(2);
  }

  @Test
  void anInterruptDetachesAndTheNextCallJoins() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    AtomicReference<Throwable> seen = new AtomicReference<>();
    Thread cell =
        new Thread(
            () -> {
              try {
                Background.call(
                    "detached",
                    () -> {
                      runs.incrementAndGet();
                      started.countDown();
                      mayEnd.await();
                      return "result";
                    });
              } catch (ComputationInterrupted e) {
                seen.set(e);
              }
            });
    cell.start();
    started.await();
    cell.interrupt();
    cell.join();
    assertThat(seen.get()).hasMessageContaining("\"detached\" goes on in the background");
    assertThat(Background.holds("detached")).isTrue();
    mayEnd.countDown();
    String joined =
        Background.call(
            "detached",
            () -> {
              throw new AssertionError("the first call's result is taken");
            });
    assertThat(joined).isEqualTo("result");
    assertThat(runs).hasValue(1);
    assertThat(Background.holds("detached")).isFalse();
  }

  @Test
  void failuresReachTheCallerAndAreForgotten() {
    assertThatThrownBy(
            () ->
                Background.call(
                    "failing",
                    () -> {
                      throw new ArithmeticException("LAPACK did not converge");
                    }))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("LAPACK did not converge");
    assertThatThrownBy(
            () ->
                Background.call(
                    "failing",
                    () -> {
                      throw new Exception("checked");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("\"failing\" failed");
    assertThat(Background.<String>call("failing", () -> "well")).isEqualTo("well");
  }
}

package eddy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExclusiveTest {
  @TempDir Path folder;

  private void assertTaken() {
    assertThatThrownBy(() -> Exclusive.in(folder, 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Another notebook or ./eddy command is working in " + folder)
        .hasMessageContaining("wait until it is done, or stop it");
  }

  @Test
  void oneAtATimeInOneProcess() {
    try (Exclusive first = Exclusive.in(folder, 0)) {
      assertTaken();
    }
    Exclusive.in(folder, 0).close();
  }

  /** A killed process gives it back. */
  @Test
  void oneAtATimeAmongProcesses() throws Exception {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(holder.getInputStream().read()).isEqualTo('!');
    assertTaken();
    assertThat(holder.destroyForcibly().waitFor(20, TimeUnit.SECONDS)).isTrue();
    Exclusive.in(folder, 0).close();
  }

  @Test
  void anInterruptEndsTheWaiting() {
    try (Exclusive first = Exclusive.in(folder, 0)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> Exclusive.in(folder, 60_000))
          .isInstanceOf(ComputationInterrupted.class);
    }
    Exclusive.in(folder, 0).close();
  }

  /** Takes it and keeps it. */
  static final class Holder {
    public static void main(String[] arguments) throws InterruptedException {
      try (Exclusive held = Exclusive.in(Path.of(arguments[0]), 0)) {
        System.out.print('!');
        System.out.flush();
        Thread.sleep(60_000);
      }
    }
  }
}

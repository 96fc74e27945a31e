package eddy.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Box;
import eddy.fields.Field;
import eddy.fields.MatrixField;
import eddy.run.ComputationInterrupted;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPassageTest {
  private static final double BETA = 2;
  private static final double DT = 0.005;
  private static final Box LEFT_OF_ONE = Box.of(-50, 1);

  private static Field line() {
    return Field.ofDrift((x, b) -> b[0] = -x[0], MatrixField.identity(1));
  }

  private static FirstPassage fromOrigin() {
    return new FirstPassage(line(), BETA, DT).start(0).paths(6000).seed(11);
  }

  /**
   * T = integral from 0 to 1 of p(y) times the integral up to y of 2/(s^2 p), with s^2 = 2/beta and
   * the scale density p = exp(y^2), by Simpson's rule.
   */
  private static double exact() {
    int n = 4000;
    double low = -8;
    double h = (1 - low) / (2 * n);
    double inner = 0;
    double total = 0;
    double before = 0;
    for (int i = 1; i <= 2 * n; i++) {
      double a = low + (i - 1) * h;
      double m = a + h / 2;
      double b = a + h;
      inner += h / 6 * (weight(a) + 4 * weight(m) + weight(b));
      double now = Math.exp(b * b) * inner;
      if (a >= -1e-12) {
        total += h / 2 * (before + now);
      }
      before = now;
    }
    return total;
  }

  private static double weight(double y) {
    return 2 / (2 / BETA) * Math.exp(-y * y);
  }

  @Test
  void meanExitTimeOnALineIsTheQuadrature() {
    double exact = exact();
    assertThat(exact).isCloseTo(4.0677, within(0.05));
    ExitTimes corrected = fromOrigin().run(Domain.of(LEFT_OF_ONE));
    assertThat(corrected.error()).isBetween(0.01 * exact, 0.02 * exact);
    assertThat(corrected.mean()).isCloseTo(exact, within(4 * corrected.error()));
    ExitTimes seenLate = fromOrigin().uncorrected().run(Domain.of(LEFT_OF_ONE));
    assertThat(seenLate.mean()).isGreaterThan(exact + 4 * seenLate.error());
  }

  @Test
  void brownianMotionLeavesADiscAfterItsSquaredRadius() {
    // E T = R^2 / (2 s^2) in two dimensions, s^2 = 2/beta
    Field free = Field.ofDrift((x, b) -> b[0] = b[1] = 0, MatrixField.identity(2));
    Domain disc =
        Domain.where(
            x -> 1 - x[0] * x[0] - x[1] * x[1],
            (x, g) -> {
              g[0] = -2 * x[0];
              g[1] = -2 * x[1];
            });
    ExitTimes times = new FirstPassage(free, 2, 0.001).paths(4000).run(disc);
    assertThat(times.mean()).isCloseTo(0.5, within(4 * times.error()));
    assertThat(times.error()).isLessThan(0.01);
    assertThat(times.points()[0]).hasSize(2);
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    ExitTimes one = fromOrigin().paths(1200).threads(1).run(Domain.of(LEFT_OF_ONE));
    ExitTimes three = fromOrigin().paths(1200).threads(3).run(Domain.of(LEFT_OF_ONE));
    assertThat(three).isEqualTo(one);
  }

  @Test
  void aRunThatWasInterruptedGoesOnToTheSameTimes(@TempDir Path folder) {
    Path file = folder.resolve("exits.ckpt");
    Thread me = Thread.currentThread();
    int[] calls = new int[1];
    Field stops =
        Field.ofDrift(
            (x, b) -> {
              b[0] = -x[0];
              if (++calls[0] == 100_000) {
                me.interrupt();
              }
            },
            MatrixField.identity(1));
    FirstPassage first = new FirstPassage(stops, BETA, DT).paths(600).threads(1).checkpoint(file);
    assertThatThrownBy(() -> first.run(Domain.of(LEFT_OF_ONE)))
        .isInstanceOf(ComputationInterrupted.class)
        .hasMessageContaining("of 600 first passages");
    ExitTimes resumed =
        new FirstPassage(line(), BETA, DT).paths(600).checkpoint(file).run(Domain.of(LEFT_OF_ONE));
    ExitTimes whole = new FirstPassage(line(), BETA, DT).paths(600).run(Domain.of(LEFT_OF_ONE));
    assertThat(resumed).isEqualTo(whole);
    Domain other = Domain.where(x -> 1.5 - x[0], (x, g) -> g[0] = -1);
    assertThatThrownBy(
            () -> new FirstPassage(line(), BETA, DT).paths(600).checkpoint(file).run(other))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was made with other settings (then domain=");
  }

  @Test
  void badInputIsRefusedInOneSentence() {
    assertThatThrownBy(() -> fromOrigin().start(2).run(Domain.of(LEFT_OF_ONE)))
        .hasMessageContaining("not inside");
    assertThatThrownBy(() -> fromOrigin().atMost(5).run(Domain.of(LEFT_OF_ONE)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("still inside");
  }
}

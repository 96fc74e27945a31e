package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final long MILLISECOND = 1_000_000L;

  private final RecordingPage page = new RecordingPage();
  private final List<Long> times = new ArrayList<>();
  private long now = 5_000 * MILLISECOND;

  @Test
  void callsAMillisecondApartAreDrawnAtMostTwiceASecond() {
    ProgressLine line = line();
    for (int step = 0; step <= 20_000; step++) {
      report(line, step % 2 == 0 ? "training" : "evaluating", step % 2000, 2000);
    }
    for (int step = 0; step <= 10_000; step++) {
      report(line, "training", step, 10_000);
    }
    assertThat(times).hasSizeGreaterThan(9);
    for (int k = 2; k < times.size(); k++) {
      assertThat(times.get(k) - times.get(k - 2)).isGreaterThanOrEqualTo(1000 * MILLISECOND);
    }
  }

  @Test
  void theLineSaysHowFarHowLongAndWhatIsSafe() {
    ProgressLine line = line();
    line.report("training, epochs", 0, 50, "");
    now += 10_000 * MILLISECOND;
    line.report("training, epochs", 10, 50, "epochs 1 to 8");
    assertThat(page.last())
        .startsWith("training, epochs")
        .contains("10 of 50")
        .contains("40 s left")
        .endsWith("safe on disk: epochs 1 to 8");
    now += 40_000 * MILLISECOND;
    line.report("training, epochs", 50, 50, "epochs 1 to 50");
    assertThat(page.last()).contains("50 of 50").contains("took 50 s");
  }

  @Test
  void theEndIsDrawnAlthoughTheLastDrawingIsRecent() {
    ProgressLine line = line();
    line.report("spectrum", 0, 2, "");
    now += 3000 * MILLISECOND;
    line.report("spectrum", 1, 2, "");
    now += 100 * MILLISECOND;
    line.report("spectrum", 2, 2, "");
    assertThat(page.last()).endsWith("2 of 2 · took 3 s");
  }

  @Test
  void timeLeftAfterAResumeCountsOnlyWhatThisRunDid() {
    ProgressLine line = line();
    line.report("epochs", 40, 50, "epochs 1 to 40");
    now += 5000 * MILLISECOND;
    line.report("epochs", 45, 50, "epochs 1 to 45");
    assertThat(page.last()).contains("5 s left");
  }

  @Test
  void aShortPhaseIsNotShown() {
    ProgressLine line = line();
    line.report("reading", 0, 1, "");
    now += 900 * MILLISECOND;
    line.report("reading", 1, 1, "");
    assertThat(page.updates).isEmpty();
  }

  @Test
  void anUnknownTotalHasNoBar() {
    ProgressLine line = line();
    line.report("searching", 0, 0, "");
    now += 2000 * MILLISECOND;
    line.report("searching", 17, 0, "");
    assertThat(page.last()).isEqualTo("searching  17 · nothing on disk yet");
  }

  @Test
  void durations() {
    assertThat(ProgressLine.duration(59_400 * MILLISECOND)).isEqualTo("59 s");
    assertThat(ProgressLine.duration(60_000 * MILLISECOND)).isEqualTo("1 min 0 s");
    assertThat(ProgressLine.duration(3_725_000 * MILLISECOND)).isEqualTo("1 h 2 min");
  }

  private ProgressLine line() {
    return new ProgressLine(page, "line", () -> now);
  }

  private void report(ProgressLine line, String phase, int done, int total) {
    int before = page.updates.size();
    line.report(phase, done, total, "");
    if (page.updates.size() > before) {
      times.add(now);
    }
    now += MILLISECOND;
  }
}

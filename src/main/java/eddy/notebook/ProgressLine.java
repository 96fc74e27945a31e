package eddy.notebook;

import eddy.run.Progress;
import java.util.function.LongSupplier;

/**
 * One line, updated in place, that says how far a computation is, how long it will still take, and
 * what is already safe on disk.
 *
 * <p>It is drawn at most twice a second: once a second while a phase runs, and once when a phase of
 * a second or more ends. A phase that takes less is not shown. Any thread may report.
 */
final class ProgressLine implements Progress {
  private static final long SECOND = 1_000_000_000L;
  private static final int BAR = 24;

  private final Page page;
  private final String name;
  private final LongSupplier clock;
  private String phase;
  private long phaseStart;
  private long phaseFirst;
  private long lastShown;
  private long lastEnd;

  /**
   * Makes a line that shows nothing yet.
   *
   * @param page where to show it
   * @param name a name unique on the page
   * @param clock nanoseconds since some moment
   */
  ProgressLine(Page page, String name, LongSupplier clock) {
    this.page = page;
    this.name = name;
    this.clock = clock;
    lastShown = clock.getAsLong() - SECOND;
    lastEnd = lastShown;
  }

  @Override
  public synchronized void report(String phaseNow, long done, long total, String safe) {
    long now = clock.getAsLong();
    if (!phaseNow.equals(phase) || done < phaseFirst) {
      phase = phaseNow;
      phaseStart = now;
      phaseFirst = done;
    }
    if (now - phaseStart < SECOND) {
      return;
    }
    boolean ends = total > 0 && done >= total && now - lastEnd >= SECOND;
    if (ends || now - lastShown >= SECOND) {
      page.update(name, Output.text(line(done, total, safe, now - phaseStart)));
      lastShown = now;
      lastEnd = ends ? now : lastEnd;
    }
  }

  private String line(long done, long total, String safe, long elapsed) {
    StringBuilder line = new StringBuilder(phase);
    if (total > 0) {
      long filled = Math.min(BAR, BAR * done / total);
      line.append("  ")
          .append("█".repeat((int) filled))
          .append("░".repeat((int) (BAR - filled)))
          .append("  ")
          .append(done)
          .append(" of ")
          .append(total);
    } else {
      line.append("  ").append(done);
    }
    boolean ended = total > 0 && done >= total;
    if (ended) {
      line.append(" · took ").append(duration(elapsed));
    } else if (total > 0 && done > phaseFirst) {
      double left = (double) elapsed / (done - phaseFirst) * (total - done);
      line.append(" · ").append(duration((long) left)).append(" left");
    }
    if (!safe.isEmpty()) {
      line.append(" · safe on disk: ").append(safe);
    } else if (!ended) {
      line.append(" · nothing on disk yet");
    }
    return line.toString();
  }

  static String duration(long nanos) {
    long seconds = Math.max(1, Math.round(nanos / (double) SECOND));
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return seconds / 3600 + " h " + seconds / 60 % 60 + " min";
  }
}

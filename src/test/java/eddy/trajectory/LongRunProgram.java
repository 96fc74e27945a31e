package eddy.trajectory;

import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A long run in a process of its own, to be killed. Argument: its folder. */
final class LongRunProgram {
  static final long SEED = 8;
  static final int SNAPSHOTS = 400;
  static final int REFUSED = 3;

  private LongRunProgram() {}

  /** Both chains of the run, with a checkpoint every few snapshots. */
  static LongRun run(Path folder) {
    return new LongRun(LongRunTest.NET, LongRunTest.DIGITS, LongRunTest.settings(25 * SNAPSHOTS))
        .burnIn(4, 0.1)
        .snapshotsEveryEpochs(25)
        .fullGradients(FullGradients.logSpaced(20))
        .checkpointsEvery(0.02)
        .into(folder);
  }

  public static void main(String[] arguments) {
    try {
      run(Path.of(arguments[0])).run(SEED, SEED + 1);
    } catch (UncheckedIOException e) {
      System.out.println(e.getMessage());
      System.exit(REFUSED);
    }
  }
}

package eddy.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eddy.run.Machine;
import eddy.run.NpyRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in processes that are killed, or that may not write any more. */
class KilledRunTest {
  private static final Path BASH = Path.of("/bin/bash");

  @TempDir Path folder;

  private List<String> program(Path into) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    if (Machine.hasVectorApi()) {
      command.add("--add-modules=jdk.incubator.vector");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(LongRunProgram.class.getName(), into.toString()));
    return command;
  }

  private Path uninterrupted() {
    Path whole = folder.resolve("whole");
    LongRunProgram.run(whole).run(LongRunProgram.SEED, LongRunProgram.SEED + 1);
    return whole;
  }

  /** kill -9 at several moments: before the first snapshot, and at ever more of them. */
  @Test
  void aKilledRunGoesOnToTheSameBytes() throws Exception {
    Path broken = folder.resolve("broken");
    Path file = broken.resolve("seed-8").resolve(TrajectoryStore.WEIGHTS);
    for (int rows : new int[] {0, 60, 250}) {
      Process process =
          new ProcessBuilder(program(broken))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      try {
        while (process.isAlive() && !reached(file, rows)) {
          TimeUnit.MILLISECONDS.sleep(1);
        }
        assertThat(process.isAlive()).as(Files.readString(folder.resolve("log"))).isTrue();
      } finally {
        process.destroyForcibly();
      }
      assertThat(process.waitFor()).isNotZero();
    }
    assertThat(NpyRows.open(file).rows()).isBetween(250L, LongRunProgram.SNAPSHOTS - 1L);
    LongRunProgram.run(broken).run(LongRunProgram.SEED, LongRunProgram.SEED + 1);
    LongRunTest.assertSameBytes(broken, uninterrupted());
  }

  private static boolean reached(Path file, int rows) throws IOException {
    return Files.exists(file)
        && (rows == 0 || Files.size(file) > 0 && NpyRows.open(file).rows() >= rows);
  }

  /** A limit on the size of files stands for the end of the disk. */
  @Test
  void aFullDiskIsSaidAndTheRunGoesOnLater() throws Exception {
    assumeTrue(Files.isExecutable(BASH));
    Path broken = folder.resolve("broken");
    List<String> command =
        new ArrayList<>(List.of(BASH.toString(), "-c", "ulimit -f 600; exec \"$@\""));
    command.add("bash");
    command.addAll(program(broken));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isEqualTo(LongRunProgram.REFUSED);
    assertThat(said)
        .contains("Cannot write " + broken)
        .contains("File too large")
        .containsPattern("safe on disk: seed \\d: \\d+ of 400 snapshots\\. Make room");
    Path file = broken.resolve("seed-8").resolve(TrajectoryStore.WEIGHTS);
    assertThat(NpyRows.open(file).rows()).isLessThanOrEqualTo(600 * 1024 / (4 * 917));
    LongRunProgram.run(broken).run(LongRunProgram.SEED, LongRunProgram.SEED + 1);
    LongRunTest.assertSameBytes(broken, uninterrupted());
  }
}

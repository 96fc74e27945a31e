package eddy.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.data.Images;
import eddy.nets.Architecture;
import eddy.nets.Architectures;
import eddy.nets.Initialisation;
import eddy.run.ComputationInterrupted;
import eddy.run.Exclusive;
import eddy.run.Npy;
import eddy.run.NpyArray;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongRunTest {
  static final Images DIGITS = FullyConnectedTrainerTest.digits(500);
  static final Architecture NET = Architectures.tinyFc(5);

  @TempDir Path folder;

  static SgdSettings settings(int epochs) {
    return new SgdSettings(
        LearningRate.constant(0.01),
        new Momentum.HeavyBall(0.9),
        64,
        Sampling.WITHOUT_REPLACEMENT,
        0,
        0,
        epochs);
  }

  private LongRun run(int epochs) {
    return new LongRun(NET, DIGITS, settings(epochs))
        .burnIn(4, 0.1)
        .stepsPerEpoch(7)
        .fullGradients(FullGradients.every(3))
        .into(folder);
  }

  /** Content of all files but the states, which hold no time and no path but differ by length. */
  static Map<String, byte[]> arrays(Path of) throws IOException {
    Map<String, byte[]> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(of)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".npy")).toList()) {
        bytes.put(of.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return bytes;
  }

  static void assertSameBytes(Path actual, Path expected) throws IOException {
    Map<String, byte[]> a = arrays(actual);
    Map<String, byte[]> b = arrays(expected);
    assertThat(a.keySet()).isEqualTo(b.keySet()).isNotEmpty();
    a.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(b.get(name)));
  }

  /** Snapshots are what a trainer shows after the same steps; measurements are of those weights. */
  @Test
  void storesWhatTheTrainerDoes() {
    Trajectory stored = run(10).run(8).get(0);
    LearningRate rate = LearningRate.constant(0.1).then(4, 0.01);
    SgdSettings own = settings(0).withSeed(8).withLearningRate(rate);
    FullyConnectedTrainer trainer = new FullyConnectedTrainer(NET, DIGITS, own, 7);
    trainer.start(new Snapshot(0, Initialisation.pytorch(NET, 8), NET.initialRunning()));
    double[] norms = stored.gradientNorms();
    double[] losses = stored.losses();
    assertThat(stored.snapshots()).isEqualTo(10);
    assertThat(stored.epochs()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    while (trainer.epochsDone() < 4) {
      trainer.step();
    }
    for (int t = 0; t < 10; t++) {
      double loss = 0;
      for (int k = 0; k < 7; k++) {
        loss += trainer.step();
      }
      assertThat(stored.row(t)).isEqualTo(trainer.weights());
      assertThat(stored.batchGradientNorms()[t]).isEqualTo(trainer.batchGradientNorm());
      assertThat(stored.batchLosses()[t]).isCloseTo(loss / 7, within(1e-12));
      FullBatch full = trainer.fullBatch();
      assertThat(norms[t]).isEqualTo((Double) (t % 3 == 0 ? full.gradientNorm() : Double.NaN));
      assertThat(losses[t]).isEqualTo((Double) (t % 3 == 0 ? full.loss() : Double.NaN));
    }
    assertThat(stored.arithmetic()).isEqualTo(trainer.arithmetic());
  }

  @Test
  void rowsAndColumnsAreTheSameNumbers() {
    Trajectory stored = run(6).snapshotsEverySteps(2).run(8).get(0);
    assertThat(stored.snapshots()).isEqualTo(21);
    assertThat(stored.steps()).startsWith(2, 4, 6).endsWith(42);
    assertThat(stored.epochs()[20]).isEqualTo(6);
    float[][] rows = stored.rows(3, 20);
    float[][] columns = stored.columns(700, 917);
    for (int t = 3; t < 20; t++) {
      assertThat(rows[t - 3]).isEqualTo(stored.row(t));
      assertThat(columns[17][t]).isEqualTo(rows[t - 3][717]);
    }
    assertThat(stored.column(717)).isEqualTo(columns[17]);
    assertThat(Npy.read(stored.weightsFile()).shape()).containsExactly(21, 917);
  }

  @Test
  void chainsOfSeveralSeedsAreThoseOfEachAlone() throws IOException {
    List<Trajectory> three = run(5).run(8, 9, 10);
    Path alone = folder.resolve("alone");
    run(5).into(alone).threads(1).run(9);
    assertThat(three).hasSize(3);
    assertSameBytes(alone.resolve("seed-9"), folder.resolve("seed-9"));
    assertThat(three.get(0).row(4)).isNotEqualTo(three.get(1).row(4));
  }

  /** Stopped within an epoch, three times. */
  @Test
  void anInterruptedRunGoesOnToTheSameBytes() throws IOException {
    Path whole = folder.resolve("whole");
    Path broken = folder.resolve("broken");
    LongRunProgram.run(whole).checkpointsEvery(5).run(LongRunProgram.SEED);
    int[] stops = {0};
    for (boolean done = false; !done; ) {
      try {
        LongRunProgram.run(broken)
            .checkpointsEvery(5)
            .progress(
                (phase, at, total, safe) -> {
                  Path file = broken.resolve("seed-8").resolve(TrajectoryStore.WEIGHTS);
                  if (at > 0 && at < total && stops[0] < 3 && Files.exists(file)) {
                    Thread.currentThread().interrupt();
                  }
                })
            .run(LongRunProgram.SEED);
        done = true;
      } catch (ComputationInterrupted stopped) {
        assertThat(stopped).hasMessageMatching("Interrupted; safe on disk: seed 8: \\d+ of 400.*");
        stops[0]++;
      }
    }
    assertThat(stops[0]).isEqualTo(3);
    assertSameBytes(broken, whole);
  }

  @Test
  void aLongerRunGoesOnFromAShorterOne() throws IOException {
    run(3).run(8);
    Trajectory six = run(6).run(8).get(0);
    Path whole = folder.resolve("whole");
    run(6).into(whole).run(8);
    assertThat(six.snapshots()).isEqualTo(6);
    assertSameBytes(folder.resolve("seed-8"), whole.resolve("seed-8"));
    assertThatThrownBy(() -> run(5).run(8))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Seed 8 already has 6 snapshots, more than the 5");
  }

  private void assertRefused(Class<?> how, String sentence) throws IOException {
    Map<String, byte[]> before = arrays(folder);
    assertThatThrownBy(() -> run(9).run(8)).isInstanceOf(how).hasMessageContaining(sentence);
    Map<String, byte[]> after = arrays(folder);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(before.get(name)));
  }

  @Test
  void refusesATrajectoryOfOtherSettings() throws IOException {
    run(3).burnIn(5, 0.1).run(8);
    assertRefused(IllegalStateException.class, "was made with other settings");
  }

  /** The same name and number of images, other pixels: the checkpoint knows the checksum. */
  @Test
  void refusesOtherData() throws IOException {
    Images others =
        new Images(DIGITS.pixels(), DIGITS.labels(), 1, 7, 7, 5, DIGITS.name(), "another checksum");
    new LongRun(NET, others, settings(3))
        .burnIn(4, 0.1)
        .stepsPerEpoch(7)
        .fullGradients(FullGradients.every(3))
        .into(folder)
        .run(8);
    assertRefused(IllegalStateException.class, "was made with other settings (then data=");
  }

  @Test
  void refusesATrajectoryThatAnotherProcessWorksOn() throws IOException {
    run(3).run(8);
    try (Exclusive other = Exclusive.in(folder.resolve("seed-8"), 0)) {
      assertRefused(IllegalStateException.class, "Another notebook or ./eddy command is working");
    }
    assertThat(run(9).run(8).get(0).snapshots()).isEqualTo(9);
  }

  @Test
  void refusesATrajectoryThatAnotherProcessWentOnWith() throws IOException {
    run(3).run(8);
    Chain waiting = run(9).chain(8, new PlainArithmetic());
    run(6).run(8);
    assertThatThrownBy(() -> waiting.run(() -> false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has gone on with the trajectory in " + folder.resolve("seed-8"));
    assertThat(run(6).run(8).get(0).snapshots()).isEqualTo(6);
  }

  @Test
  void refusesAForeignTrajectory() throws IOException {
    Path file = folder.resolve("seed-8").resolve(TrajectoryStore.WEIGHTS);
    Npy.write(file, NpyArray.of(new float[2 * 917], 2, 917));
    assertRefused(
        IllegalStateException.class, "no checkpoint to go on from, so nothing was changed");
    Files.delete(file);
    run(3).run(8);
    Npy.write(file, NpyArray.of(new float[3 * 917], 3, 917));
    assertRefused(IllegalStateException.class, "is not the trajectory that the checkpoint");
  }

  @Test
  void refusesATruncatedTrajectory() throws IOException {
    run(3).run(8);
    Path file = folder.resolve("seed-8").resolve(TrajectoryStore.WEIGHTS);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(Files.size(file) - 1);
    }
    assertRefused(java.io.UncheckedIOException.class, "is cut off");
  }

  /** The state says which arithmetic it comes from, and the result says when there were two. */
  @Test
  void anotherArithmeticIsNamed() {
    run(3).run(8);
    Path of = folder.resolve("seed-8");
    LongRun longer = run(5);
    String now = longer.run(8).get(0).arithmetic();
    assertThat(now).doesNotContain("then");
    Chain chain = longer.chain(8, new PlainArithmetic());
    assertThat(chain.arithmetic()).isEqualTo(now + " then plain Java");
    assertThat(of).exists();
  }

  @Test
  void whatIsAskedWronglyIsSaid() {
    assertThatThrownBy(() -> new LongRun(NET, DIGITS, settings(1)).run(1))
        .hasMessageContaining("needs a folder and at least one seed");
    assertThatThrownBy(() -> run(1).snapshotsEveryEpochs(0)).hasMessageContaining("0 apart");
    assertThatThrownBy(() -> run(1).burnIn(0, 0.1)).hasMessageContaining("0 epochs");
    assertThatThrownBy(() -> run(1).threads(0)).hasMessageContaining("at least one thread");
    assertThatThrownBy(() -> run(1).checkpointsEvery(0)).hasMessageContaining("positive number");
  }

  /** 200 a decade make 1000 from 1 to 100,000, each at its place on the logarithmic axis. */
  @Test
  void logSpacedMeasurements() {
    FullGradients spaced = FullGradients.logSpaced(200);
    long late = java.util.stream.LongStream.range(9_999, 100_000).filter(spaced::at).count();
    assertThat(late).isEqualTo(201);
    assertThat(spaced.at(0)).isTrue();
    assertThat(FullGradients.none().at(0)).isFalse();
    assertThat(FullGradients.all().at(17)).isTrue();
  }
}

package eddy.study.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eddy.data.BuiltInDigits;
import eddy.data.Images;
import eddy.data.Pixels;
import eddy.data.Resize;
import eddy.nets.Architectures;
import eddy.run.Npy;
import eddy.run.NpyRows;
import eddy.run.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EquivalentTrainingTest {
  private static final Images DIGITS =
      Resize.area(Pixels.unit(BuiltInDigits.generate(320, 1)), 7, 7);

  @TempDir Path folder;

  private EquivalentTraining training(int epochs) {
    return new EquivalentTraining(Architectures.tinyFc(10), DIGITS, 0.05, 8, epochs);
  }

  /** The steps of each run cover the same time, and what was run is found again. */
  @Test
  void runsCoverTheSameTime() {
    EquivalentTraining training = training(32);
    var first = training.compare(2, folder, Progress.NONE, 1, 2);
    assertThat(last("rate-0.05-batch-8")).isEqualTo(32 * 40);
    assertThat(last("rate-0.1-batch-16")).isEqualTo(32 * 20);
    assertThat(last("rate-0.1-batch-8")).isEqualTo(16 * 40);
    var again = training.compare(2, folder, Progress.NONE, 1, 2);
    assertThat(again.own()).isEqualTo(first.own());
    assertThat(again.hotter()).isEqualTo(first.hotter());
  }

  private long last(String run) {
    Path seed = folder.resolve(run).resolve("seed-2");
    NpyRows steps = NpyRows.open(seed.resolve("steps.npy"));
    long[] row = new long[1];
    steps.read(steps.rows() - 1, row);
    assertThat(Npy.read(seed.resolve("weights.npy")).shape()[1]).isEqualTo(1002);
    return row[0];
  }

  @Test
  void numbersBySeed() {
    EquivalentTraining.Outcome[] own = {outcome(2, 3), outcome(4, 5)};
    EquivalentTraining.Outcome[] same = {outcome(3, 3), outcome(4, 10)};
    EquivalentTraining.Outcome[] hot = {outcome(4, 6), outcome(4, 5)};
    var comparison = new EquivalentTraining.Comparison(new long[] {1, 2}, own, same, hot);
    assertThat(comparison.lossRatio()).containsExactly(1.5, 1);
    assertThat(comparison.noiseRatio()).containsExactly(1, 2);
    assertThat(comparison.hotterLoss()).isEqualTo(1.5);
    assertThat(comparison.hotterNoise()).isEqualTo(1.5);
  }

  private static EquivalentTraining.Outcome outcome(double loss, double noise) {
    return new EquivalentTraining.Outcome(loss, noise);
  }

  @Test
  void epochsThatCannotBeDivided() {
    assertThatThrownBy(() -> training(40).compare(2, folder, Progress.NONE, 1))
        .hasMessage("The factor must be at least 2, and the epochs a multiple of 32, not 40.");
  }
}

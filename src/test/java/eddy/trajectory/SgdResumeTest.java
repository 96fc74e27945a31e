package eddy.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eddy.run.ComputationInterrupted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SgdResumeTest {
  private static final int EPOCHS = 7;

  @TempDir Path folder;

  private static SgdSettings settings(Sampling sampling) {
    return new SgdSettings(
        LearningRate.constant(0.1).then(3, 0.03),
        new Momentum.HeavyBall(0.9),
        4,
        sampling,
        0.01,
        5,
        EPOCHS);
  }

  private static QuadraticProblem problem() {
    return QuadraticProblem.random(18, 3, 0.5f);
  }

  private static void assertSameBits(TrainingRun actual, TrainingRun expected) {
    assertThat(actual.last().weights()).isEqualTo(expected.last().weights());
    assertThat(actual.last().running()).isEqualTo(expected.last().running());
    assertThat(actual.log()).isEqualTo(expected.log());
    assertThat(actual.snapshots()).hasSameSizeAs(expected.snapshots());
    for (int i = 0; i < actual.snapshots().size(); i++) {
      assertThat(actual.snapshots().get(i).weights())
          .isEqualTo(expected.snapshots().get(i).weights());
    }
  }

  private TrainingRun unstopped(Sampling sampling) {
    QuadraticProblem problem = problem();
    return new Sgd(problem, settings(sampling)).snapshots(2, 6).run(problem.start());
  }

  private Sgd stored(QuadraticProblem problem, Sampling sampling) {
    return new Sgd(problem, settings(sampling)).snapshots(2, 6).checkpoints(folder, 1, 1e9);
  }

  /** Interrupted in the middle of epochs, twice. */
  @ParameterizedTest
  @EnumSource
  void anInterruptedRunGoesOnToTheSameBits(Sampling sampling) {
    for (int stop : new int[] {13, 9}) {
      QuadraticProblem problem = problem();
      problem.beforeStep =
          () -> {
            if (problem.batches.size() == stop) {
              Thread.currentThread().interrupt();
            }
          };
      assertThatThrownBy(() -> stored(problem, sampling).run(problem.start()))
          .isInstanceOf(ComputationInterrupted.class)
          .hasMessageContaining(stop == 13 ? "2 epochs and 4 steps" : "4 epochs and 4 steps");
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
    QuadraticProblem problem = problem();
    TrainingRun run = stored(problem, sampling).run(problem.start());
    assertThat(run.resumedAt()).isEqualTo(4);
    assertSameBits(run, unstopped(sampling));
  }

  /** A crash leaves only what is on disk, the last whole epoch. */
  @ParameterizedTest
  @EnumSource
  void aKilledRunGoesOnToTheSameBits(Sampling sampling) {
    QuadraticProblem problem = problem();
    problem.beforeStep =
        () -> {
          if (problem.batches.size() == 18) {
            throw new AssertionError("killed");
          }
        };
    assertThatThrownBy(() -> stored(problem, sampling).run(problem.start()))
        .hasMessageContaining("killed");
    QuadraticProblem again = problem();
    TrainingRun run = stored(again, sampling).run(again.start());
    assertThat(again.batches).hasSize(5 * EPOCHS - 15);
    assertSameBits(run, unstopped(sampling));
  }

  @Test
  void aFinishedRunIsReadNotRepeatedAndALongerOneGoesOn() {
    QuadraticProblem problem = problem();
    stored(problem, Sampling.RESHUFFLED).run(problem.start());
    QuadraticProblem again = problem();
    TrainingRun read = stored(again, Sampling.RESHUFFLED).run(again.start());
    assertThat(again.batches).isEmpty();
    assertThat(read.resumedAt()).isEqualTo(EPOCHS);
    assertSameBits(read, unstopped(Sampling.RESHUFFLED));
    Sgd longer =
        new Sgd(again, settings(Sampling.RESHUFFLED).withEpochs(EPOCHS + 1)).checkpoints(folder);
    longer.run(again.start());
    assertThat(again.batches).hasSize(5);
  }

  @Test
  void refusesTheCheckpointOfAnotherRun() {
    QuadraticProblem problem = problem();
    stored(problem, Sampling.RESHUFFLED).run(problem.start());
    assertThatThrownBy(() -> stored(problem, Sampling.WITH_REPLACEMENT).run(problem.start()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("other settings")
        .hasMessageContaining("sampling=RESHUFFLED");
    assertThatThrownBy(
            () ->
                stored(problem, Sampling.RESHUFFLED)
                    .run(new Snapshot(0, new float[3], new float[1])))
        .hasMessageContaining("start=");
    assertThatThrownBy(() -> stored(problem, Sampling.RESHUFFLED).snapshots(3).run(problem.start()))
        .hasMessageContaining("did not keep epoch 3");
    assertThatThrownBy(
            () ->
                new Sgd(problem, settings(Sampling.RESHUFFLED).withEpochs(2))
                    .checkpoints(folder)
                    .run(problem.start()))
        .hasMessageContaining("past the 2");
  }

  @Test
  void withoutAFolderAnInterruptSaysThatNothingIsSafe() {
    QuadraticProblem problem = problem();
    problem.beforeStep = () -> Thread.currentThread().interrupt();
    assertThatThrownBy(() -> new Sgd(problem, settings(Sampling.RESHUFFLED)).run(problem.start()))
        .isInstanceOf(ComputationInterrupted.class)
        .hasMessageContaining("before anything was saved");
  }

  @Test
  void reportsWhatIsSafe() {
    List<String> lines = new ArrayList<>();
    QuadraticProblem problem = problem();
    stored(problem, Sampling.RESHUFFLED)
        .progress((phase, done, total, safe) -> lines.add(done + "/" + total + " " + safe))
        .run(problem.start());
    assertThat(lines)
        .hasSize(35)
        .startsWith("1/35 ")
        .contains("5/35 ", "6/35 1 epoch", "13/35 2 epochs");
  }
}

package eddy.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.data.Images;
import eddy.nets.Architecture;
import eddy.nets.Architectures;
import eddy.nets.Initialisation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongRunTest {
  private static final Images DIGITS = FullyConnectedTrainerTest.digits(500);
  private static final Architecture NET = Architectures.tinyFc(5);

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
    for (int t = 0; t < 10; t++) {
      double loss = 0;
      while (trainer.epochsDone() < 4) {
        trainer.step();
      }
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
    assertThat(stored.column(800)).hasSize(10).contains(stored.row(9)[800]);
    assertThat(stored.arithmetic()).isEqualTo(trainer.arithmetic());
  }
}

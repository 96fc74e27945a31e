package eddy.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.data.BuiltInDigits;
import eddy.data.DataFolder;
import eddy.data.Images;
import eddy.data.Mnist;
import eddy.nets.Architecture;
import eddy.nets.Architectures;
import eddy.nets.Initialisation;
import eddy.nets.LayerSpec;
import eddy.nets.Loss;
import eddy.nets.Network;
import eddy.nets.Shape;
import eddy.run.ComputationInterrupted;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkSgdTest {
  private static final int INPUTS = 3;

  @TempDir Path folder;

  /** Least squares: W ← W − η v, v ← μ v + (1/b) Σ (W x + c − e_y) (x, 1)ᵀ + l2 W, in float64. */
  @Test
  void aLinearNetworkFollowsTheRecurrenceOfLeastSquares() {
    Architecture linear = Architecture.of("linear", Shape.vector(INPUTS), new LayerSpec.Dense(1));
    Images data = gaussian(20);
    SgdSettings settings =
        new SgdSettings(
            LearningRate.constant(0.05),
            new Momentum.HeavyBall(0.8),
            5,
            Sampling.WITHOUT_REPLACEMENT,
            0.02,
            3,
            6);
    float[] start = {0.3f, -0.2f, 0.5f, 0.1f};
    TrainingRun run =
        new Sgd(new NetworkGradient(linear, new Loss.SquaredError(), data, 5), settings)
            .run(new Snapshot(0, start, new float[0]));

    Batches batches = new Batches(Sampling.WITHOUT_REPLACEMENT, 20, 5, 3);
    int[] index = new int[5];
    double[] w = {0.3f, -0.2f, 0.5f, 0.1f};
    double[] v = new double[INPUTS + 1];
    for (int step = 0; step < 24; step++) {
      if (step % 4 == 0) {
        batches.startEpoch(step / 4);
      }
      batches.draw(step % 4, index);
      double[] g = new double[INPUTS + 1];
      for (int k : index) {
        double error = w[INPUTS] - 1;
        for (int i = 0; i < INPUTS; i++) {
          error += w[i] * data.pixels()[k * INPUTS + i];
        }
        for (int i = 0; i <= INPUTS; i++) {
          g[i] += error * (i < INPUTS ? data.pixels()[k * INPUTS + i] : 1) / 5;
        }
      }
      for (int i = 0; i <= INPUTS; i++) {
        v[i] = 0.8 * v[i] + g[i] + 0.02 * w[i];
        w[i] -= 0.05 * v[i];
      }
    }
    for (int i = 0; i <= INPUTS; i++) {
      assertThat((double) run.last().weights()[i]).isCloseTo(w[i], within(2e-6));
    }
  }

  private static Images gaussian(int n) {
    RandomStream random = new RandomStream(8, StreamName.DATA);
    float[] pixels = new float[n * INPUTS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) random.nextGaussian();
    }
    return new Images(pixels, new int[n], INPUTS, 1, 1, 1, "gaussian", "none");
  }

  private static Snapshot start(Architecture architecture, long seed) {
    return new Snapshot(
        0, Initialisation.pytorch(architecture, seed), architecture.initialRunning());
  }

  private Sgd small(Images digits, Progressing listener) {
    SgdSettings settings =
        new SgdSettings(
            LearningRate.constant(0.1),
            new Momentum.HeavyBall(0.9),
            64,
            Sampling.RESHUFFLED,
            0,
            7,
            2);
    NetworkGradient problem =
        new NetworkGradient(Architectures.smallLenet(), new Loss.SoftmaxCrossEntropy(), digits, 64);
    return new Sgd(problem, settings).progress((phase, done, total, safe) -> listener.heard(done));
  }

  @FunctionalInterface
  private interface Progressing {
    void heard(long done);
  }

  /** With batch normalisation and dropout: running statistics and masks go on where they were. */
  @Test
  void aNetworkGoesOnToTheSameBits() {
    Images digits = BuiltInDigits.generate(200, 1);
    Snapshot start = start(Architectures.smallLenet(), 2);
    TrainingRun whole = small(digits, done -> {}).run(start);
    Sgd stopped =
        small(
                digits,
                done -> {
                  if (done == 6) {
                    Thread.currentThread().interrupt();
                  }
                })
            .checkpoints(folder);
    assertThatThrownBy(() -> stopped.run(start))
        .isInstanceOf(ComputationInterrupted.class)
        .hasMessageContaining("1 epoch and 2 steps");
    TrainingRun resumed = small(digits, done -> {}).checkpoints(folder).run(start);
    assertThat(resumed.last().weights()).isEqualTo(whole.last().weights());
    assertThat(resumed.last().running()).isEqualTo(whole.last().running());
    assertThat(resumed.log()).isEqualTo(whole.log());
  }

  /** Nine of ten right after one epoch; guessing gets one of ten. */
  @Test
  @Tag("data")
  void oneEpochOfSmallLenetOnMnist() {
    DataFolder data = DataFolder.locate();
    Architecture lenet = Architectures.smallLenet();
    SgdSettings settings =
        new SgdSettings(
            LearningRate.constant(0.1),
            new Momentum.HeavyBall(0.9),
            128,
            Sampling.RESHUFFLED,
            0,
            1,
            1);
    Loss loss = new Loss.SoftmaxCrossEntropy();
    TrainingRun run =
        new Sgd(new NetworkGradient(lenet, loss, Mnist.train(data), 128), settings)
            .run(start(lenet, 1));
    Images test = Mnist.test(data);
    double error =
        new Network(lenet, loss, 2)
            .evaluate(run.last().weights(), run.last().running(), test.pixels(), test.labels())
            .error();
    assertThat(error).isLessThan(0.1);
  }
}

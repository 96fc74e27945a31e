package eddy.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SgdTest {
  private static SgdSettings settings(Momentum momentum, int epochs) {
    return new SgdSettings(
        LearningRate.constant(0.1).then(2, 0.02),
        momentum,
        4,
        Sampling.RESHUFFLED,
        0.01,
        5,
        epochs);
  }

  static Stream<Arguments> momenta() {
    return Stream.of(
        Arguments.of(new Momentum.Plain(), 0.0, 0.0),
        Arguments.of(new Momentum.HeavyBall(0.9), 0.9, 0.0),
        Arguments.of(new Momentum.Nesterov(0.9), 0.9, 1.0));
  }

  /** The recurrence written out in float64, on the batches that the run drew. */
  @ParameterizedTest
  @MethodSource("momenta")
  void agreesWithTheRecurrence(Momentum momentum, double mu, double lookAhead) {
    QuadraticProblem problem = QuadraticProblem.random(18, 3, 0);
    TrainingRun run = new Sgd(problem, settings(momentum, 4)).run(problem.start());
    assertThat(problem.batches).hasSize(4 * 5);
    double[] x = {2, 2, 2};
    double[] v = new double[3];
    for (int step = 0; step < problem.batches.size(); step++) {
      double rate = step < 10 ? 0.1 : 0.02;
      int[] batch = problem.batches.get(step);
      for (int i = 0; i < 3; i++) {
        double g = (1 + 0.01) * x[i];
        for (int k : batch) {
          g -= problem.centres[k][i] / batch.length;
        }
        v[i] = mu * v[i] + g;
        x[i] -= rate * (lookAhead == 0 ? v[i] : g + mu * v[i]);
      }
    }
    for (int i = 0; i < 3; i++) {
      assertThat((double) run.last().weights()[i]).isCloseTo(x[i], within(2e-6));
    }
  }

  /** By hand: f = x²/2, η = 0.1, μ = 0.9, from x = 1. */
  @ParameterizedTest
  @CsvSource({"plain, 0.9, 0.81", "heavy ball, 0.9, 0.72", "nesterov, 0.81, 0.5751"})
  void firstTwoStepsByHand(String name, double first, double second) {
    Momentum momentum =
        switch (name) {
          case "plain" -> new Momentum.Plain();
          case "heavy ball" -> new Momentum.HeavyBall(0.9);
          default -> new Momentum.Nesterov(0.9);
        };
    QuadraticProblem problem = new QuadraticProblem(new float[][] {{0}}, 1, 0);
    SgdSettings one =
        new SgdSettings(
            LearningRate.constant(0.1), momentum, 1, Sampling.WITH_REPLACEMENT, 0, 1, 2);
    TrainingRun run =
        new Sgd(problem, one).snapshots(1, 2).run(new Snapshot(0, new float[] {1}, new float[1]));
    assertThat((double) run.at(1).weights()[0]).isCloseTo(first, within(1e-6));
    assertThat((double) run.at(2).weights()[0]).isCloseTo(second, within(1e-6));
  }

  /**
   * Stationary variance of SGD on ½ k x² with gradient noise of variance C (fact: η C (1 + μ) / [k
   * (1 − μ)(2(1 + μ) − η k)]). The correlation time is below 40 steps, so that 4e5 steps leave a
   * relative standard error of about 2 %.
   */
  @ParameterizedTest
  @CsvSource({"0.0, 0.052631578947368425", "0.9, 0.5135135135135137"})
  void stationaryVarianceOfHeavyBall(double mu, double expected) {
    QuadraticProblem problem = new QuadraticProblem(new float[][] {{-1}, {1}}, 1, 0);
    SgdSettings settings =
        new SgdSettings(
            LearningRate.constant(0.1),
            mu == 0 ? new Momentum.Plain() : new Momentum.HeavyBall(mu),
            1,
            Sampling.WITH_REPLACEMENT,
            0,
            8,
            200_000);
    double[] moments = new double[2];
    int[] count = {0};
    float[][] seen = new float[1][];
    StochasticGradient watched =
        new Watched(
            problem,
            weights -> {
              seen[0] = weights;
              if (count[0]++ > 1000) {
                moments[0] += weights[0];
                moments[1] += weights[0] * weights[0];
              }
            });
    new Sgd(watched, settings).run(new Snapshot(0, new float[1], new float[1]));
    int n = count[0] - 1001;
    double mean = moments[0] / n;
    assertThat(moments[1] / n - mean * mean).isCloseTo(expected, within(0.08 * expected));
  }

  @Test
  void keepsSnapshotsLogAndRunningStatistics() {
    QuadraticProblem problem = QuadraticProblem.random(18, 3, 0);
    TrainingRun run =
        new Sgd(problem, settings(new Momentum.Plain(), 3)).snapshots(3, 0).run(problem.start());
    assertThat(run.snapshots()).extracting(Snapshot::epoch).containsExactly(0, 3);
    assertThat(run.at(0).weights()).containsExactly(2, 2, 2);
    assertThat(run.at(3).weights()).isEqualTo(run.last().weights());
    assertThat(run.last().running()[0]).isNotZero();
    assertThat(run.log()).extracting(EpochLog::learningRate).containsExactly(0.1, 0.1, 0.02);
    assertThat(run.log().get(0).loss()).isGreaterThan(run.log().get(2).loss());
    assertThatThrownBy(() -> run.at(1)).hasMessageContaining("no snapshot at epoch 1");
  }

  @Test
  void saysThatTheLearningRateIsTooLarge() {
    QuadraticProblem problem = new QuadraticProblem(new float[][] {{1}}, 100, 0);
    SgdSettings tooFast =
        new SgdSettings(
            LearningRate.constant(1), new Momentum.Plain(), 1, Sampling.RESHUFFLED, 0, 1, 100);
    assertThatThrownBy(
            () -> new Sgd(problem, tooFast).run(new Snapshot(0, new float[] {3}, new float[1])))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("learning rate 1.0 is too large");
  }

  @Test
  void refusesWhatCannotBeRun() {
    QuadraticProblem problem = QuadraticProblem.random(3, 2, 0);
    SgdSettings four = settings(new Momentum.Plain(), 3);
    assertThatThrownBy(() -> new Sgd(problem, four)).hasMessageContaining("3 examples");
    assertThatThrownBy(() -> new Sgd(problem, four.withBatchSize(2)).snapshots(4))
        .hasMessageContaining("epoch 4");
    assertThatThrownBy(
            () ->
                new Sgd(problem, four.withBatchSize(2))
                    .run(new Snapshot(0, new float[5], new float[1])))
        .hasMessageContaining("2 weights");
    assertThatThrownBy(() -> new Momentum.HeavyBall(1)).hasMessageContaining("[0, 1)");
    assertThatThrownBy(() -> LearningRate.constant(0)).hasMessageContaining("positive");
    assertThatThrownBy(() -> LearningRate.constant(1).then(0, 2)).hasMessageContaining("follow");
    assertThatThrownBy(() -> four.withBatchSize(0)).hasMessageContaining("at least one");
    assertThatThrownBy(() -> four.withL2(-1)).hasMessageContaining("L2");
  }

  /** Shows the weights of every step to a listener. */
  private record Watched(StochasticGradient inner, java.util.function.Consumer<float[]> listener)
      implements StochasticGradient {
    @Override
    public int examples() {
      return inner.examples();
    }

    @Override
    public int dimension() {
      return inner.dimension();
    }

    @Override
    public int runningCount() {
      return inner.runningCount();
    }

    @Override
    public double at(
        float[] weights,
        float[] running,
        int[] index,
        int batch,
        float[] gradient,
        RandomStream dropout) {
      listener.accept(weights);
      return inner.at(weights, running, index, batch, gradient, dropout);
    }

    @Override
    public String describe() {
      return inner.describe();
    }
  }

  @Test
  void seedsMakeDifferentRunsAndEqualSeedsEqualOnes() {
    QuadraticProblem problem = QuadraticProblem.random(18, 3, 0.5f);
    SgdSettings settings = settings(new Momentum.HeavyBall(0.5), 3);
    float[] one = new Sgd(problem, settings).run(problem.start()).last().weights();
    float[] same = new Sgd(problem, settings).run(problem.start()).last().weights();
    float[] other = new Sgd(problem, settings.withSeed(6)).run(problem.start()).last().weights();
    assertThat(same).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
    assertThat(new RandomStream(5, StreamName.SAMPLING).nextInt())
        .isNotEqualTo(new RandomStream(6, StreamName.SAMPLING).nextInt());
  }
}

package eddy.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eddy.data.BuiltInDigits;
import eddy.data.Images;
import eddy.data.Pixels;
import eddy.data.Resize;
import eddy.data.Subset;
import eddy.nets.Architecture;
import eddy.nets.Architectures;
import eddy.nets.Initialisation;
import eddy.nets.LayerSpec;
import eddy.nets.LayerSpec.BatchNorm;
import eddy.nets.LayerSpec.Dense;
import eddy.nets.LayerSpec.Relu;
import eddy.nets.Loss;
import eddy.nets.Network;
import eddy.nets.Shape;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The fused step against {@link Sgd} on {@link eddy.nets}, and the two arithmetics. */
class FullyConnectedTrainerTest {
  private static final Images DIGITS = digits(1000);
  private static final int STEPS = 500;

  static Images digits(int count) {
    Images five = Subset.classes(BuiltInDigits.generate(2 * count, 1), 0, 1, 2, 3, 4);
    return Resize.area(Pixels.unit(five), 7, 7);
  }

  private static SgdSettings fig3() {
    return new SgdSettings(
        LearningRate.constant(0.1),
        new Momentum.HeavyBall(0.9),
        128,
        Sampling.WITH_REPLACEMENT,
        0,
        5,
        3);
  }

  private static Snapshot start(Architecture net) {
    return new Snapshot(0, Initialisation.pytorch2017(net, 3), net.initialRunning());
  }

  private static double farthest(float[] a, float[] b) {
    assertThat(a).hasSameSizeAs(b);
    return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] - b[i])).max().orElse(0);
  }

  /** Same integers, same steps, same order: three epochs of {@link Sgd}, whole. */
  @ParameterizedTest
  @EnumSource
  void drawsTheBatchesOfSgd(Sampling sampling) {
    Architecture net = Architectures.tinyFc(5);
    SgdSettings settings = fig3().withSampling(sampling).withBatchSize(99);
    Loss loss = new Loss.SoftmaxCrossEntropy();
    TrainingRun slow =
        new Sgd(new NetworkGradient(net, loss, DIGITS, 99), settings).run(start(net));
    FullyConnectedTrainer fast = new FullyConnectedTrainer(net, DIGITS, settings);
    fast.start(start(net));
    for (EpochLog epoch : slow.log()) {
      double sum = 0;
      for (int step = 0; step < fast.stepsPerEpoch(); step++) {
        sum += fast.step();
      }
      assertThat(Math.abs(sum / fast.stepsPerEpoch() - epoch.loss())).isLessThan(1e-6);
    }
    assertThat(farthest(fast.weights(), slow.last().weights())).isLessThan(1e-5);
    assertThat(farthest(fast.running(), slow.last().running())).isLessThan(1e-5);
  }

  static Stream<Arguments> settings() {
    SgdSettings base = fig3();
    LearningRate schedule = LearningRate.constant(0.1).then(20, 0.01).then(40, 0.001);
    Architecture tiny = Architectures.tinyFc(5);
    return Stream.of(
        Arguments.of("figure 3", tiny, base),
        Arguments.of("plain", tiny, base.withMomentum(new Momentum.Plain())),
        Arguments.of(
            "Nesterov, L2", tiny, base.withMomentum(new Momentum.Nesterov(0.9)).withL2(1e-3)),
        Arguments.of("without", tiny, base.withSampling(Sampling.WITHOUT_REPLACEMENT).withL2(1e-2)),
        Arguments.of("reshuffled", tiny, base.withSampling(Sampling.RESHUFFLED)),
        Arguments.of("schedule", tiny, base.withLearningRate(schedule).withBatchSize(77)),
        Arguments.of("small-fc", Architectures.smallFc(), base.withBatchSize(50)),
        Arguments.of(
            "deep", deep(3, 21, 6, 17), base.withLearningRate(LearningRate.constant(0.02))));
  }

  private static Architecture deep(int... widths) {
    List<LayerSpec> layers = new ArrayList<>();
    for (int width : widths) {
      layers.addAll(List.of(new Dense(width), new BatchNorm(1e-4, 0.2), new Relu()));
    }
    layers.add(new Dense(7));
    return Architecture.of("deep", new Shape(1, 7, 7), layers);
  }

  /**
   * To 1e-5 over 500 steps, with either arithmetic. Where an input of a ReLU is within rounding of
   * its kink, one example's gradient is there in one computation and not in the other, and the
   * paths part; then the kink is shown in the batch, and both go on from the same point.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void followsThePathOfSgd(String name, Architecture net, SgdSettings settings) {
    for (StepArithmetic arithmetic : arithmetics()) {
      SlowPath slow = new SlowPath(net, DIGITS, settings, start(net));
      FullyConnectedTrainer fast = new FullyConnectedTrainer(net, DIGITS, settings, 0, arithmetic);
      fast.start(start(net));
      int kinks = 0;
      for (int step = 0; step < STEPS; step++) {
        float[] before = slow.weights.clone();
        double loss = slow.step();
        assertThat(Math.abs(fast.step() - loss)).as("step %d", step).isLessThan(1e-5);
        if (farthest(fast.batchGradient(), slow.gradient) > 1e-5) {
          assertThat(slow.nearestKink(before)).as("step %d", step).isLessThan(2e-6);
          slow.handOver(fast);
          kinks++;
        }
        assertThat(farthest(fast.weights(), slow.weights)).as("step %d", step).isLessThan(1e-5);
        assertThat(farthest(fast.running(), slow.running)).as("step %d", step).isLessThan(1e-5);
      }
      assertThat(kinks).isLessThan(5);
      assertThat(farthest(slow.weights, start(net).weights())).isGreaterThan(0.1);
    }
  }

  static StepArithmetic[] arithmetics() {
    return new StepArithmetic[] {new VectorArithmetic(), new PlainArithmetic()};
  }

  /** Batches that fill no vector, widths that fill none, one class beyond a block of five. */
  @Test
  void bothArithmeticsGiveTheSameBits() {
    for (Architecture net :
        new Architecture[] {Architectures.tinyFc(5), deep(33, 16, 5), Architectures.smallFc()}) {
      for (int batch : new int[] {2, 9, 43, 128}) {
        SgdSettings settings = fig3().withBatchSize(batch).withSampling(Sampling.RESHUFFLED);
        FullyConnectedTrainer[] both = new FullyConnectedTrainer[2];
        for (int i = 0; i < 2; i++) {
          both[i] = new FullyConnectedTrainer(net, DIGITS, settings, 7, arithmetics()[i]);
          both[i].start(start(net));
        }
        for (int step = 0; step < 20; step++) {
          assertThat(both[0].step()).isEqualTo(both[1].step());
        }
        assertThat(both[0].weights()).isEqualTo(both[1].weights());
        assertThat(both[0].velocity()).isEqualTo(both[1].velocity());
        assertThat(both[0].running()).isEqualTo(both[1].running());
        assertThat(both[0].fullBatch().gradient()).isEqualTo(both[1].fullBatch().gradient());
      }
    }
  }

  /** The mean over consecutive batches of the gradient that eddy.nets gives. */
  @Test
  void theFullGradientIsTheMeanOverGhostBatches() {
    Architecture net = Architectures.tinyFc(5);
    FullyConnectedTrainer trainer = new FullyConnectedTrainer(net, DIGITS, fig3());
    trainer.start(start(net));
    FullBatch full = trainer.fullBatch();
    Network network = new Network(net, new Loss.SoftmaxCrossEntropy(), 128, 1);
    int[] index = IntStream.range(0, DIGITS.count()).toArray();
    float[] gradient = new float[net.parameterCount()];
    double[] mean = new double[gradient.length];
    double loss = 0;
    int batches = DIGITS.count() / 128;
    for (int k = 0; k < batches; k++) {
      float[] w = start(net).weights();
      float[] x = DIGITS.pixels();
      loss +=
          network.trainGradient(w, null, x, DIGITS.labels(), index, 128 * k, 128, gradient, null)
              / batches;
      for (int i = 0; i < mean.length; i++) {
        mean[i] += gradient[i] / batches;
      }
    }
    assertThat(Math.abs(full.loss() - loss)).isLessThan(1e-6);
    for (int i = 0; i < mean.length; i++) {
      assertThat(Math.abs(full.gradient()[i] - mean[i])).isLessThan(1e-6);
    }
    assertThat(trainer.weights()).isEqualTo(start(net).weights());
    assertThat(trainer.running()).isEqualTo(net.initialRunning());
  }

  /**
   * The steps within an epoch leave nothing to collect; its beginning makes one random stream. Said
   * of plain Java, for vectors live in registers only once they are compiled.
   */
  @Test
  void stepsAllocateNothing() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    assumeTrue(threads.isThreadAllocatedMemorySupported());
    for (Sampling sampling : Sampling.values()) {
      SgdSettings settings =
          fig3()
              .withSampling(sampling)
              .withMomentum(new Momentum.Nesterov(0.9))
              .withLearningRate(LearningRate.constant(0.1).then(1, 0.01));
      FullyConnectedTrainer trainer =
          FullyConnectedTrainer.inPlainJava(Architectures.tinyFc(5), DIGITS, settings, 8);
      trainer.start(start(Architectures.tinyFc(5)));
      while (trainer.epochsDone() == 0 || trainer.stepsDone() == 0) {
        trainer.step();
      }
      long self = Thread.currentThread().getId();
      long before = threads.getThreadAllocatedBytes(self);
      while (trainer.stepsDone() > 0) {
        trainer.step();
      }
      assertThat(threads.getThreadAllocatedBytes(self) - before).as("%s", sampling).isZero();
    }
  }

  /** Two units in the last place, against the exponential in double. */
  @Test
  void theExponentialIsAccurate() {
    RandomStream random = new RandomStream(1, StreamName.DATA);
    for (int i = 0; i < 100_000; i++) {
      float x = -87 * random.nextFloat() * random.nextFloat();
      double right = Math.exp(x);
      assertThat(Math.abs(Exponential.of(x) - right))
          .isLessThanOrEqualTo(2 * Math.ulp((float) right));
    }
    assertThat(Exponential.of(0)).isEqualTo(1);
    assertThat(Exponential.of(-1000)).isBetween(0f, 2e-38f);
  }

  @Test
  void refusesWhatItCannotTrain() {
    SgdSettings one = fig3().withBatchSize(1);
    Architecture tiny = Architectures.tinyFc(5);
    assertThatThrownBy(() -> new FullyConnectedTrainer(Architectures.smallLenet(), DIGITS, fig3()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("layer 0 of small-lenet is not a dense layer")
        .hasMessageContaining("Sgd");
    assertThatThrownBy(() -> new FullyConnectedTrainer(deep(), DIGITS, fig3()))
        .hasMessageContaining("layer 0 of deep");
    assertThatThrownBy(() -> new FullyConnectedTrainer(tiny, DIGITS, one))
        .hasMessageContaining("at least two examples");
    assertThatThrownBy(() -> new FullyConnectedTrainer(Architectures.tinyFc(4), DIGITS, fig3()))
        .hasMessageContaining("The label 4 is no class of tiny-fc");
    Images large = Pixels.unit(BuiltInDigits.generate(300, 1));
    assertThatThrownBy(() -> new FullyConnectedTrainer(tiny, large, fig3()))
        .hasMessageContaining("takes 49 numbers, but an image has 784");
    SgdSettings shuffled = fig3().withSampling(Sampling.RESHUFFLED);
    assertThatThrownBy(() -> new FullyConnectedTrainer(tiny, DIGITS, shuffled, 1000))
        .hasMessageContaining("An epoch of 1000 steps");
    FullyConnectedTrainer trainer = new FullyConnectedTrainer(tiny, DIGITS, fig3());
    assertThatThrownBy(() -> trainer.start(new Snapshot(0, new float[3], new float[32])))
        .hasMessageContaining("tiny-fc has 917 weights and 32 running statistics, not 3 and 32");
    float[] broken = start(tiny).weights();
    broken[0] = Float.NaN;
    trainer.start(new Snapshot(0, broken, tiny.initialRunning()));
    assertThatThrownBy(trainer::step)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("learning rate 0.1 is too large");
  }
}

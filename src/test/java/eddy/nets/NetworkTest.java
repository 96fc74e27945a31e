package eddy.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.linalg.FloatMatrix;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold between the calls of one network. */
class NetworkTest {
  private static final Loss LOSS = new Loss.SoftmaxCrossEntropy();

  static List<Architecture> architectures() {
    return SmallBatch.architectures();
  }

  private static float[] rows(Network network, SmallBatch batch, int from, int count) {
    int d = network.architecture().parameterCount();
    float[] all = new float[count * d];
    try (FloatMatrix rows = new FloatMatrix(count, d)) {
      network.perExampleGradients(batch.w, batch.running, batch.x, batch.y, from, count, rows);
      rows.read(0, all, 0, all.length);
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void aRowIsTheGradientOfABatchOfOne(Architecture architecture) {
    SmallBatch batch = new SmallBatch(architecture, 18, 1);
    Network network = new Network(architecture, LOSS, 4, 2, new Lanes());
    int d = architecture.parameterCount();
    float[] rows = rows(network, batch, 0, 18);
    double[] single = new double[d];
    for (int k : new int[] {0, 15, 16, 17}) {
      network.gradient(batch.w, batch.running, batch.x, batch.y, k, 1, single);
      for (int i = 0; i < d; i++) {
        assertThat((double) rows[k * d + i]).isEqualTo(single[i]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void theMeanOfTheRowsIsTheGradient(Architecture architecture) {
    SmallBatch batch = new SmallBatch(architecture, 21, 2);
    Network network = new Network(architecture, LOSS, 16, 1, new Lanes());
    int d = architecture.parameterCount();
    float[] rows = rows(network, batch, 2, 19);
    double[] gradient = new double[d];
    network.gradient(batch.w, batch.running, batch.x, batch.y, 2, 19, gradient);
    double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
    for (int i = 0; i < d; i++) {
      double mean = 0;
      for (int k = 0; k < 19; k++) {
        mean += rows[k * d + i] / 19.0;
      }
      assertThat(mean).isCloseTo(gradient[i], within(1e-6 * largest));
    }
  }

  /** An output bias moves its output by 1, so its derivatives Σ_c (p_c − [c = y]) sum to 0. */
  @Test
  void theOutputBiasesOfARowSumToZero() {
    Architecture architecture = Architectures.smallFc();
    SmallBatch batch = new SmallBatch(architecture, 5, 3);
    Network network = new Network(architecture, LOSS, 4, 1, new Lanes());
    float[] rows = rows(network, batch, 0, 5);
    int d = architecture.parameterCount();
    for (int k = 0; k < 5; k++) {
      double sum = 0;
      double size = 0;
      for (int i = (k + 1) * d - 10; i < (k + 1) * d; i++) {
        sum += rows[i];
        size += Math.abs(rows[i]);
      }
      assertThat(size).isGreaterThan(0.1);
      assertThat(sum).isCloseTo(0, within(1e-6));
    }
  }

  /** Adding a constant before batch normalisation changes nothing, so that bias has no gradient. */
  @Test
  void aBiasThatFeedsBatchNormalisationHasNoGradientInTraining() {
    Architecture architecture = Architectures.smallFc();
    SmallBatch batch = new SmallBatch(architecture, 40, 4);
    float[] gradient = new float[architecture.parameterCount()];
    new Network(architecture, LOSS, 40, 2, new Lanes())
        .trainGradient(batch.w, null, batch.x, batch.y, batch.order, 0, 40, gradient, null);
    for (int i = 49 * 64; i < 50 * 64; i++) {
      assertThat(gradient[i]).isCloseTo(0, within(1e-7f));
    }
  }

  private static float[] train(Network network, SmallBatch batch) {
    float[] w = batch.w.clone();
    float[] running = batch.running.clone();
    float[] gradient = new float[w.length];
    RandomStream dropout = new RandomStream(9, StreamName.DROPOUT);
    for (int step = 0; step < 3; step++) {
      network.trainGradient(
          w, running, batch.x, batch.y, batch.order, step, batch.n - 3, gradient, dropout);
      for (int i = 0; i < w.length; i++) {
        w[i] -= 0.1f * gradient[i];
      }
    }
    float[] both = Arrays.copyOf(w, w.length + running.length);
    System.arraycopy(running, 0, both, w.length, running.length);
    return both;
  }

  @Test
  void theBitsDoNotDependOnTheThreads() {
    Architecture architecture = Architectures.smallLenet();
    SmallBatch batch = new SmallBatch(architecture, 56, 5);
    float[] one = train(new Network(architecture, LOSS, 53, 1, new Lanes()), batch);
    for (int threads = 2; threads <= 5; threads++) {
      Network network = new Network(architecture, LOSS, 64, threads, new Lanes());
      assertThat(Arrays.mismatch(train(network, batch), one)).isEqualTo(-1);
      assertThat(Arrays.mismatch(train(network, batch), one)).isEqualTo(-1);
    }
  }

  @Test
  @Tag("jdk")
  void theVectorPathHasTheBitsOfThePlainPath() {
    for (Architecture architecture : SmallBatch.architectures()) {
      SmallBatch batch = new SmallBatch(architecture, 22, 6);
      Network plain = new Network(architecture, LOSS, 19, 2, new Lanes());
      Network vector = new Network(architecture, LOSS, 19, 2, new VectorLanes());
      assertThat(Arrays.mismatch(train(vector, batch), train(plain, batch))).isEqualTo(-1);
      assertThat(Arrays.mismatch(rows(vector, batch, 1, 20), rows(plain, batch, 1, 20)))
          .isEqualTo(-1);
    }
  }

  /** The layer before the statistics is dense, so they have a closed form in the images. */
  @Test
  void refreshedStatisticsAreAveragesOfTheBatches() {
    Architecture architecture = Architectures.tinyFc(5);
    SmallBatch batch = new SmallBatch(architecture, 50, 7);
    float[] running = new float[32];
    Network network = new Network(architecture, LOSS, 20, 2, new Lanes());
    network.refreshRunning(batch.w, running, batch.x, 50, 20, null);
    for (int unit = 0; unit < 16; unit++) {
      double mean = 0;
      double variance = 0;
      for (int b = 0; b < 2; b++) {
        double sum = 0;
        double squares = 0;
        for (int k = 20 * b; k < 20 * b + 20; k++) {
          double z = batch.w[49 * 16 + unit];
          for (int i = 0; i < 49; i++) {
            z += (double) batch.w[unit * 49 + i] * batch.x[k * 49 + i];
          }
          sum += z;
          squares += z * z;
        }
        mean += sum / 20 / 2;
        variance += (squares - sum * sum / 20) / 19 / 2;
      }
      assertThat((double) running[unit]).isCloseTo(mean, within(1e-6));
      assertThat((double) running[16 + unit]).isCloseTo(variance, within(1e-6));
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Architecture architecture = Architectures.tinyFc(5);
    SmallBatch batch = new SmallBatch(architecture, 4, 8);
    Network network = new Network(architecture, LOSS, 3, 1, new Lanes());
    float[] gradient = new float[917];
    assertThatThrownBy(
            () ->
                network.trainGradient(
                    batch.w, null, batch.x, batch.y, batch.order, 0, 4, gradient, null))
        .hasMessage(
            "The network tiny-fc: a batch of 4 does not fit; it was made for 1 to 3, so make a"
                + " network with a larger maxBatch.");
    assertThatThrownBy(
            () ->
                network.trainGradient(
                    batch.w, null, batch.x, batch.y, batch.order, 0, 1, gradient, null))
        .hasMessageContaining("cannot train on a batch of 1; use 2 or more.");
    assertThatThrownBy(() -> network.evaluate(new float[3], batch.running, batch.x, batch.y))
        .hasMessage(
            "The network tiny-fc: the parameter vector has 3 numbers where 917 are needed.");
    assertThatThrownBy(
            () -> network.gradient(batch.w, batch.running, batch.x, batch.y, 2, 3, new double[917]))
        .hasMessageContaining("there are images and labels for 4.");
    assertThatThrownBy(
            () -> network.evaluate(batch.w, batch.running, batch.x, new int[] {0, 1, 2, 5}))
        .hasMessage("The label 5 is no class of a network with 5 outputs: labels run from 0 to 4.");
  }

  @Test
  void anInterruptEndsALongEvaluation() {
    Architecture architecture = Architectures.tinyFc(5);
    SmallBatch batch = new SmallBatch(architecture, 4, 9);
    Network network = new Network(architecture, LOSS, 3, 1, new Lanes());
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> network.evaluate(batch.w, batch.running, batch.x, batch.y))
          .isInstanceOf(eddy.run.ComputationInterrupted.class);
    } finally {
      Thread.interrupted();
    }
  }
}

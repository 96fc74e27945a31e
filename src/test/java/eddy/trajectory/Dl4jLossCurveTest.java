package eddy.trajectory;

import static org.assertj.core.api.Assertions.assertThat;

import eddy.data.Images;
import eddy.nets.Architecture;
import eddy.nets.Architectures;
import eddy.nets.Initialisation;
import eddy.nets.Loss;
import eddy.nets.dl4j.Dl4j;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** The fused trainer without momentum against DL4J's own training, on the same batches. */
class Dl4jLossCurveTest {
  private static final int BATCH = 64;
  private static final int STEPS = 120;

  @Test
  void theLossesAreThoseOfDl4j() {
    Images digits = FullyConnectedTrainerTest.digits(500);
    Architecture net = Architectures.tinyFc(5);
    float[] w = Initialisation.pytorch(net, 2);
    SgdSettings settings =
        new SgdSettings(
            LearningRate.constant(0.05),
            new Momentum.Plain(),
            BATCH,
            Sampling.WITH_REPLACEMENT,
            0,
            6,
            1);
    FullyConnectedTrainer ours = new FullyConnectedTrainer(net, digits, settings, STEPS);
    ours.start(new Snapshot(0, w, net.initialRunning()));
    Loss loss = new Loss.SoftmaxCrossEntropy();
    MultiLayerNetwork theirs = Dl4j.toDl4j(net, loss, w, net.initialRunning(), new Sgd(0.05));
    Batches batches = new Batches(Sampling.WITH_REPLACEMENT, digits.count(), BATCH, 6);
    batches.startEpoch(0);
    int[] index = new int[BATCH];
    double first = 0;
    double last = 0;
    for (int step = 0; step < STEPS; step++) {
      batches.draw(step, index);
      float[][] x = new float[BATCH][];
      INDArray y = Nd4j.zeros(BATCH, 5);
      for (int e = 0; e < BATCH; e++) {
        x[e] = digits.image(index[e]);
        y.putScalar(e, digits.labels()[index[e]], 1);
      }
      theirs.fit(Nd4j.create(x), y);
      last = ours.step();
      first = step == 0 ? last : first;
      assertThat(Math.abs(last - theirs.score())).as("step %d", step).isLessThan(1e-4);
    }
    assertThat(last).isLessThan(0.5 * first);
  }
}

package eddy.study.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.data.Images;
import eddy.nets.Architecture;
import eddy.nets.Evaluation;
import eddy.nets.LayerSpec;
import eddy.nets.Loss;
import eddy.nets.Shape;
import org.junit.jupiter.api.Test;

/** A network whose only weights are its biases is a constant guess. */
class StandingTest {
  private static final Images IMAGES =
      Images.of(new float[8], new int[] {0, 0, 0, 0, 1, 1, 2, 2}, 1, 1, 1, 3, "eight");

  private static OwnNetwork constant(Loss loss, float... biases) {
    Architecture net = Architecture.of("constant", Shape.vector(1), new LayerSpec.Dense(3));
    float[] w = new float[6];
    System.arraycopy(biases, 0, w, 3, 3);
    return new OwnNetwork("constant", net, loss, w, new float[0]);
  }

  @Test
  void bestGuessOfCrossEntropy() {
    float half = (float) Math.log(0.5);
    float quarter = (float) Math.log(0.25);
    Standing best =
        constant(new Loss.SoftmaxCrossEntropy(), half, quarter, quarter).standing(IMAGES);
    assertThat(best.guessLoss()).isCloseTo(best.found().loss(), within(1e-6));
    assertThat(best.guessError()).isEqualTo(best.found().error()).isEqualTo(0.5);
    Standing other = constant(new Loss.SoftmaxCrossEntropy(), half, 0, quarter).standing(IMAGES);
    assertThat(other.found().loss()).isGreaterThan(other.guessLoss());
  }

  @Test
  void bestGuessOfSquaredError() {
    Standing best = constant(new Loss.SquaredError(), 0.5f, 0.25f, 0.25f).standing(IMAGES);
    assertThat(best.guessLoss()).isCloseTo(best.found().loss(), within(1e-6));
  }

  @Test
  void untrained() {
    Standing found = constant(new Loss.SoftmaxCrossEntropy(), 0, 0, 0).standing(IMAGES);
    assertThat(found.untrained()).isTrue();
    assertThat(found.sentence())
        .isEqualTo(
            "The network is no better than a constant guess, loss 1.099 (a constant guess: 1.040),"
                + " error 50.00 % (50.00 %): it looks untrained, or the examples are not those it"
                + " was trained on; what follows describes it as it is.");
  }

  @Test
  void trained() {
    Standing found = new Standing(new Evaluation(0.2, 0.05), 1.04, 0.5);
    assertThat(found.untrained()).isFalse();
    assertThat(found.sentence()).startsWith("The network has learnt: loss 0.2000");
    assertThat(new Standing(new Evaluation(Double.NaN, 0.05), 1.04, 0.5).untrained()).isTrue();
  }
}

package eddy.study.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.data.Images;
import eddy.nets.Architecture;
import eddy.nets.LayerSpec;
import eddy.nets.Loss;
import eddy.nets.Shape;
import eddy.nets.reference.ReferenceNetwork;
import eddy.run.Progress;
import org.junit.jupiter.api.Test;

class LargestCurvatureTest {
  /** The Hessian of softmax regression is known in closed form. */
  @Test
  void ofSoftmaxRegression() {
    SoftmaxRegression known = SoftmaxRegression.random(40, 6, 3, 2);
    double exact = OwnSpectrumTest.eigenvalues(known.hessian())[0];
    LargestCurvature found =
        LargestCurvature.of(known.network(), known.images(), 10, 1000, Progress.NONE);
    assertThat(found.examples()).isEqualTo(40);
    assertThat(found.value()).isCloseTo(exact, within(1e-4 * exact));
    assertThat(found.residual()).isLessThan(1e-3);
  }

  /** With batch normalisation: all columns of the Hessian by differences of the training loss. */
  @Test
  void inTrainingModeOfEachBatch() {
    Architecture net =
        Architecture.of(
            "normalised",
            Shape.vector(3),
            new LayerSpec.Dense(2),
            new LayerSpec.BatchNorm(),
            new LayerSpec.Dense(2));
    SoftmaxRegression data = SoftmaxRegression.random(12, 3, 2, 4);
    float[] w = new float[net.parameterCount()];
    for (int i = 0; i < w.length; i++) {
      w[i] = (float) Math.sin(1 + i);
    }
    OwnNetwork network =
        new OwnNetwork("normalised", net, new Loss.SoftmaxCrossEntropy(), w, net.initialRunning());
    Images images = data.images();
    double exact = OwnSpectrumTest.eigenvalues(hessian(network, images))[0];
    LargestCurvature found = LargestCurvature.of(network, images, 12, 12, Progress.NONE);
    assertThat(found.value()).isCloseTo(exact, within(1e-4 * exact));
    LargestCurvature halves = LargestCurvature.of(network, images, 6, 12, Progress.NONE);
    assertThat(Math.abs(halves.value() - exact)).isGreaterThan(1e-2 * exact);
  }

  /** Second differences of the loss of all images as one batch, which is smooth without ReLU. */
  private static double[][] hessian(OwnNetwork network, Images images) {
    ReferenceNetwork twin = new ReferenceNetwork(network.architecture(), network.loss());
    double[] w = ReferenceNetwork.widen(network.weights());
    double[] x = ReferenceNetwork.widen(images.pixels());
    double h = 1e-4;
    int d = w.length;
    double[][] hessian = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        double sum = 0;
        for (int a = -1; a <= 1; a += 2) {
          for (int b = -1; b <= 1; b += 2) {
            double[] moved = w.clone();
            moved[i] += a * h;
            moved[j] += b * h;
            sum += a * b * twin.trainLoss(moved, x, images.labels(), images.count(), null);
          }
        }
        hessian[i][j] = sum / (4 * h * h);
      }
    }
    return hessian;
  }
}

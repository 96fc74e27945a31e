package eddy.study.longrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.data.Images;
import eddy.nets.Architecture;
import eddy.nets.Initialisation;
import eddy.nets.LayerSpec;
import eddy.nets.Loss;
import eddy.nets.Shape;
import eddy.nets.reference.ReferenceNetwork;
import eddy.run.ComputationInterrupted;
import eddy.run.Progress;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuadraticFitTest {
  private static final Architecture NET =
      Architecture.of(
          "small",
          new Shape(1, 2, 2),
          new LayerSpec.Dense(3),
          new LayerSpec.BatchNorm(),
          new LayerSpec.Relu(),
          new LayerSpec.Dense(2));
  private static final Images IMAGES = images();
  private static final QuadraticFit.Settings SETTINGS = new QuadraticFit.Settings(400, 4000, 8, 3);

  @TempDir Path folder;

  private static Images images() {
    RandomStream random = new RandomStream(9, StreamName.DATA);
    float[] pixels = new float[40 * 4];
    int[] labels = new int[40];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    for (int k = 0; k < 40; k++) {
      labels[k] = random.nextInt(2);
    }
    return new Images(pixels, labels, 1, 2, 2, 2, "random", "none");
  }

  private QuadraticFit fit() {
    return new QuadraticFit(NET, IMAGES, SETTINGS, Progress.NONE);
  }

  /** Mean and covariance of float64 gradients on other batches, within four standard errors. */
  @Test
  void theNoiseIsTheCovarianceOfMiniBatchGradients() {
    float[] w = Initialisation.pytorch(NET, 1);
    QuadraticModel model = fit().average(List.of(w), "one", folder.resolve("model"));
    int d = NET.parameterCount();
    int n = 4000;
    double[][] gradients = new double[n][d];
    ReferenceNetwork twin = new ReferenceNetwork(NET, new Loss.SoftmaxCrossEntropy());
    RandomStream random = new RandomStream(77, StreamName.SAMPLING);
    double[] x = new double[8 * 4];
    int[] y = new int[8];
    double[] mean = new double[d];
    double loss = 0;
    for (int m = 0; m < n; m++) {
      for (int k = 0; k < 8; k++) {
        int i = random.nextInt(40);
        y[k] = IMAGES.labels()[i];
        for (int p = 0; p < 4; p++) {
          x[k * 4 + p] = IMAGES.pixels()[i * 4 + p];
        }
      }
      double[] w64 = ReferenceNetwork.widen(w);
      loss += twin.trainGradient(w64, null, x, y, 8, gradients[m], null) / n;
      for (int i = 0; i < d; i++) {
        mean[i] += gradients[m][i] / n;
      }
    }
    assertThat(model.loss()[0]).isCloseTo(loss, within(0.02 * loss));
    double trace = 0;
    double spread = 0;
    for (double[] g : gradients) {
      double square = 0;
      for (int i = 0; i < d; i++) {
        square += (g[i] - mean[i]) * (g[i] - mean[i]);
      }
      trace += square / n;
      spread += square * square / n;
    }
    double error = Math.sqrt((spread - trace * trace) / n);
    assertThat(model.noiseTrace()).isCloseTo(trace, within(4 * Math.sqrt(2) * error));
    assertThat(model.hessianError()).isLessThan(1e-4);
  }

  @Test
  void goesOnAfterAnInterruptAndAveragesThePoints() {
    float[] a = Initialisation.pytorch(NET, 1);
    float[] b = Initialisation.pytorch(NET, 2);
    QuadraticModel first = fit().average(List.of(a), "a", folder.resolve("a"));
    QuadraticModel both = fit().average(List.of(a, b), "a b", folder.resolve("ab"));
    Thread.currentThread().interrupt();
    Path file = folder.resolve("again");
    assertThatThrownBy(() -> fit().average(List.of(a, b), "a b", file))
        .isInstanceOf(ComputationInterrupted.class);
    assertThat(Thread.interrupted()).isFalse();
    QuadraticModel again = fit().average(List.of(a, b), "a b", file);
    assertThat(again.hessian()).isEqualTo(both.hessian());
    assertThat(again.noise()).isEqualTo(both.noise());
    assertThat(both.gradientNorm()[0]).isEqualTo(first.gradientNorm()[0]);
    assertThat(both.hessian()).isNotEqualTo(first.hessian());
    assertThat(Files.exists(file)).isTrue();
    assertThatThrownBy(() -> fit().average(List.of(a), "other", file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("other settings");
  }
}

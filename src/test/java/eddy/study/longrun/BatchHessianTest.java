package eddy.study.longrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eddy.linalg.DoubleMatrix;
import eddy.nets.Architecture;
import eddy.nets.Architectures;
import eddy.nets.Initialisation;
import eddy.nets.LayerSpec;
import eddy.nets.Loss;
import eddy.nets.Shape;
import eddy.nets.reference.ReferenceNetwork;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchHessianTest {

  /** Central differences of the float64 gradient where ±h stays on one linear piece. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void agreesWithCentralDifferencesOfTheGradient(long seed) {
    Architecture net =
        Architecture.of(
            "small",
            new Shape(1, 3, 2),
            new LayerSpec.Dense(4),
            new LayerSpec.BatchNorm(),
            new LayerSpec.Relu(),
            new LayerSpec.Dense(3));
    int d = net.parameterCount();
    int n = 9;
    RandomStream random = new RandomStream(seed, StreamName.DATA);
    float[] pixels = new float[n * 6];
    int[] labels = new int[n];
    int[] index = new int[n];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    double[] x = new double[n * 6];
    int[] y = new int[n];
    for (int k = 0; k < n; k++) {
      labels[k] = random.nextInt(3);
      index[k] = random.nextInt(n);
    }
    for (int k = 0; k < n; k++) {
      y[k] = labels[index[k]];
      for (int i = 0; i < 6; i++) {
        x[k * 6 + i] = pixels[index[k] * 6 + i];
      }
    }
    double[] w = ReferenceNetwork.widen(Initialisation.pytorch2017(net, seed));
    for (int i = 0; i < d; i++) {
      w[i] += 0.3 * random.nextGaussian();
    }
    double[] h = hessian(net, w, pixels, labels, index);
    ReferenceNetwork twin = new ReferenceNetwork(net, new Loss.SoftmaxCrossEntropy());
    double step = 1e-5;
    double worst = 0;
    double largest = 0;
    for (int j = 0; j < d; j++) {
      double[] up = new double[d];
      double[] down = new double[d];
      double[] moved = w.clone();
      moved[j] = w[j] + step;
      twin.trainGradient(moved, null, x, y, n, up, null);
      long piece = twin.piece(n);
      moved[j] = w[j] - step;
      twin.trainGradient(moved, null, x, y, n, down, null);
      assertThat(twin.piece(n)).isEqualTo(piece);
      for (int i = 0; i < d; i++) {
        worst = Math.max(worst, Math.abs((up[i] - down[i]) / (2 * step) - h[i * d + j]));
        largest = Math.max(largest, Math.abs(h[i * d + j]));
      }
    }
    assertThat(worst).isLessThan(1e-7 * largest);
  }

  @Test
  void aBiasBeforeBatchNormalisationHasNoCurvature() {
    Architecture net = Architectures.tinyFc(5);
    RandomStream random = new RandomStream(4, StreamName.DATA);
    float[] pixels = new float[20 * 49];
    int[] labels = new int[20];
    int[] index = new int[20];
    for (int k = 0; k < 20; k++) {
      labels[k] = random.nextInt(5);
      index[k] = k;
    }
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    double[] w = ReferenceNetwork.widen(Initialisation.pytorch(net, 4));
    double[] h = hessian(net, w, pixels, labels, index);
    for (int i = 0; i < 917; i++) {
      for (int c = 16 * 49; c < 16 * 50; c++) {
        assertThat(h[i * 917 + c]).isZero();
      }
    }
  }

  @Test
  void saysForWhichNetworksItIs() {
    assertThatThrownBy(() -> new BatchHessian(Architectures.smallLenet()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dense, batch normalisation, ReLU, dense");
  }

  private static double[] hessian(
      Architecture net, double[] w, float[] pixels, int[] labels, int[] index) {
    int d = net.parameterCount();
    double[] curvature = new double[d * d];
    try (DoubleMatrix gram = new DoubleMatrix(d, d)) {
      new BatchHessian(net).add(w, pixels, labels, index, gram, curvature);
      for (int i = 0; i < d; i++) {
        for (int j = i; j < d; j++) {
          curvature[i * d + j] += gram.get(i, j);
          curvature[j * d + i] = curvature[i * d + j];
        }
      }
    }
    return curvature;
  }
}

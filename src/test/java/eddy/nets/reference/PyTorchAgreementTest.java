package eddy.nets.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.nets.Architecture;
import eddy.nets.Architectures;
import eddy.nets.LayerSpec;
import eddy.nets.Loss;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The paper's networks against PyTorch 2.15.0 in float64, on numbers that both sides can make; the
 * table is printed by src/bench/python/reference_cases.py.
 */
class PyTorchAgreementTest {
  private static final Map<String, Architecture> NETWORKS =
      Map.of(
          "small-lenet", Architectures.smallLenet(0),
          "small-fc", Architectures.smallFc(),
          "tiny-fc", Architectures.tinyFc(5),
          "small-allcnn", Architectures.smallAllcnn(10));
  private static final int N = 6;

  @ParameterizedTest
  @CsvFileSource(resources = "pytorch.csv", numLinesToSkip = 1)
  void sameLossGradientAndRunningStatistics(
      String network, String mode, double loss, double norm, double dotCos, double runningDotCos) {
    Architecture architecture = NETWORKS.get(network);
    int classes = architecture.output().size();
    double[] w = table(architecture.parameterCount(), i -> 0.1 * Math.sin(i));
    double[] x = table(N * architecture.input().size(), i -> 0.5 + 0.5 * Math.sin(0.37 * i));
    int[] y = IntStream.range(0, N).map(k -> k % classes).toArray();
    double[] running = running(architecture);
    double[] gradient = new double[w.length];
    ReferenceNetwork twin = new ReferenceNetwork(architecture, new Loss.SoftmaxCrossEntropy());
    double value =
        mode.equals("train")
            ? twin.trainGradient(w, running, x, y, N, gradient, null)
            : twin.gradient(w, running, x, y, N, gradient);
    assertThat(value).isCloseTo(loss, within(1e-12 * loss));
    assertThat(Math.sqrt(dot(gradient, i -> gradient[i - 1])))
        .isCloseTo(norm, within(1e-11 * norm));
    assertThat(dot(gradient, Math::cos)).isCloseTo(dotCos, within(1e-11 * norm));
    assertThat(dot(running, Math::cos)).isCloseTo(runningDotCos, within(1e-12 * running.length));
  }

  private static double[] running(Architecture architecture) {
    double[] running = table(architecture.runningCount(), i -> 0.1 * Math.sin(i));
    for (Architecture.Layer layer : architecture.layers()) {
      if (layer.spec() instanceof LayerSpec.BatchNorm) {
        int channels = layer.input().channels();
        int from = layer.runningOffset() + channels;
        for (int i = from; i < from + channels; i++) {
          running[i] = 1 + 0.5 * Math.sin(i + 1);
        }
      }
    }
    return running;
  }

  private static double[] table(int count, IntToDoubleFunction value) {
    return IntStream.rangeClosed(1, count).mapToDouble(value).toArray();
  }

  private static double dot(double[] a, IntToDoubleFunction other) {
    double[] products = new double[a.length];
    Arrays.setAll(products, i -> a[i] * other.applyAsDouble(i + 1));
    return Arrays.stream(products).sum();
  }
}

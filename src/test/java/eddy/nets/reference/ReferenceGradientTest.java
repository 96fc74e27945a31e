package eddy.nets.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.nets.Architecture;
import eddy.nets.Architectures;
import eddy.nets.LayerSpec;
import eddy.nets.Loss;
import eddy.nets.Shape;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every derivative of the float64 twin against finite differences of its loss. */
class ReferenceGradientTest {
  private static final double TOLERANCE = 1e-7;

  /** A network in which the layer stands between two dense ones, so its dx is checked as well. */
  private static Architecture around(String name, LayerSpec... middle) {
    LayerSpec[] layers = new LayerSpec[middle.length + 2];
    layers[0] = new LayerSpec.Conv2d(3, 3, 1, 1);
    System.arraycopy(middle, 0, layers, 1, middle.length);
    layers[layers.length - 1] = new LayerSpec.Dense(4);
    return Architecture.of(name, new Shape(2, 7, 6), layers);
  }

  static Stream<Architecture> layers() {
    return Stream.of(
        around("dense", new LayerSpec.Dense(5)),
        around("convolution", new LayerSpec.Conv2d(4, 3, 1, 0)),
        around("convolution with stride and padding", new LayerSpec.Conv2d(4, 3, 2, 2)),
        around(
            "convolution whose kernel is wider than the image", new LayerSpec.Conv2d(2, 9, 3, 2)),
        around("batch norm of planes", new LayerSpec.BatchNorm()),
        around("batch norm of features", new LayerSpec.Dense(5), new LayerSpec.BatchNorm()),
        around("relu", new LayerSpec.Relu()),
        around("max pooling", new LayerSpec.MaxPool(2)),
        around("max pooling that overlaps", new LayerSpec.MaxPool(3, 2)),
        around("average pooling", new LayerSpec.AvgPool(2)),
        around("average pooling that overlaps", new LayerSpec.AvgPool(3, 1)),
        around("dropout", new LayerSpec.Dropout(0.3)));
  }

  static Stream<Arguments> layersWithLosses() {
    return layers()
        .flatMap(
            a ->
                Stream.of(new Loss.SoftmaxCrossEntropy(), new Loss.SquaredError())
                    .map(loss -> Arguments.of(a, loss)));
  }

  @ParameterizedTest
  @MethodSource("layersWithLosses")
  void layer(Architecture architecture, Loss loss) {
    check(architecture, loss, 5, 1);
  }

  static Stream<Architecture> networks() {
    return Stream.of(
        Architectures.smallLenet(),
        Architectures.smallFc(),
        Architectures.tinyFc(5),
        Architectures.smallAllcnn(10, 0.5));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void network(Architecture architecture) {
    check(
        architecture,
        new Loss.SoftmaxCrossEntropy(),
        architecture.input().size() > 1000 ? 2 : 6,
        2);
  }

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomChain(long seed) {
    check(Chains.random(seed), new Loss.SoftmaxCrossEntropy(), 4, seed);
  }

  private static void check(Architecture architecture, Loss loss, int n, long seed) {
    ReferenceNetwork twin = new ReferenceNetwork(architecture, loss);
    double[] w = Chains.parameters(architecture, seed);
    double[] running = Chains.running(architecture, seed);
    double[] x = Chains.images(architecture, n, seed);
    int[] y = Chains.labels(architecture, n);
    double[] gradient = new double[w.length];

    twin.gradient(w, running, x, y, n, gradient);
    GradientCheck.check(
        architecture, twin, n, v -> twin.loss(v, running, x, y, n), w, gradient, TOLERANCE);

    RandomStream masks = new RandomStream(seed, StreamName.DROPOUT);
    twin.trainGradient(w, running.clone(), x, y, n, gradient, masks);
    GradientCheck.check(
        architecture,
        twin,
        n,
        v -> twin.trainLoss(v, x, y, n, new RandomStream(seed, StreamName.DROPOUT)),
        w,
        gradient,
        TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void meanOfPerExampleGradientsIsTheGradient(Architecture architecture) {
    int n = 3;
    ReferenceNetwork twin = new ReferenceNetwork(architecture, new Loss.SoftmaxCrossEntropy());
    double[] w = Chains.parameters(architecture, 3);
    double[] running = Chains.running(architecture, 3);
    double[] x = Chains.images(architecture, n, 3);
    int[] y = Chains.labels(architecture, n);
    double[] gradient = new double[w.length];
    twin.gradient(w, running, x, y, n, gradient);
    double[] rows = twin.perExampleGradients(w, running, x, y, n);
    for (int i = 0; i < w.length; i++) {
      double mean = (rows[i] + rows[w.length + i] + rows[2 * w.length + i]) / 3;
      assertThat(mean).isCloseTo(gradient[i], within(1e-13));
    }
  }

  @Test
  void dropoutKeepsTheNumbersThatTheStreamSays() {
    Architecture architecture =
        Architecture.of(
            "dropout", Shape.vector(4), new LayerSpec.Dropout(0.5), new LayerSpec.Dense(1));
    ReferenceNetwork twin = new ReferenceNetwork(architecture, new Loss.SquaredError());
    double[] x = {1, 10, 100, 1000};
    RandomStream expected = new RandomStream(9, StreamName.DROPOUT);
    double sum = 0;
    for (double value : x) {
      sum += expected.nextFloat() >= 0.5f ? 2 * value : 0;
    }
    RandomStream stream = new RandomStream(9, StreamName.DROPOUT);
    double loss = twin.trainLoss(new double[] {1, 1, 1, 1, 0}, x, new int[] {0}, 1, stream);
    assertThat(loss).isEqualTo((sum - 1) * (sum - 1) / 2);
    assertThat(stream.position()).isEqualTo(expected.position());
  }

  @Test
  void oneValuePerChannelCannotBeNormalised() {
    ReferenceNetwork twin =
        new ReferenceNetwork(Architectures.tinyFc(5), new Loss.SoftmaxCrossEntropy());
    assertThatThrownBy(
            () -> twin.trainLoss(new double[917], new double[49], new int[] {0}, 1, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Batch normalisation cannot train on one value per channel; give it a larger batch.");
  }
}

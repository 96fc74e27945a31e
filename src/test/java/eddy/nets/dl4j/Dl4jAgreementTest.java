package eddy.nets.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import eddy.nets.Architecture;
import eddy.nets.Architectures;
import eddy.nets.Loss;
import eddy.nets.reference.Chains;
import eddy.nets.reference.ReferenceNetwork;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** The same network here and in DL4J: the same outputs, the same gradient in training mode. */
class Dl4jAgreementTest {
  static Stream<Architecture> networks() {
    return Stream.of(
        Architectures.smallLenet(0),
        Architectures.smallFc(),
        Architectures.tinyFc(5),
        Architectures.smallAllcnn(10));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void inFloat32(Architecture architecture) {
    Case with = new Case(architecture, new Loss.SoftmaxCrossEntropy(), DataType.FLOAT);
    assertThat(relative(with.dl4jOutputs(), with.outputs())).isLessThan(1e-5);
    assertThat(relative(with.dl4jGradient(), with.gradient())).isLessThan(1e-5);
  }

  static Stream<Architecture> chains() {
    return LongStream.range(100, 120).mapToObj(Chains::withoutDropout);
  }

  @ParameterizedTest
  @MethodSource("chains")
  void inFloat64(Architecture architecture) {
    Case with = new Case(architecture, new Loss.SquaredError(), DataType.DOUBLE);
    assertThat(relative(with.dl4jOutputs(), with.outputs())).isLessThan(1e-6);
    assertThat(relative(with.dl4jGradient(), with.gradient())).isLessThan(1e-6);
  }

  /** |a − b| / |b|, Euclidean norms. */
  private static double relative(double[] a, double[] b) {
    assertThat(a).hasSameSizeAs(b);
    double difference = 0;
    double size = 0;
    for (int i = 0; i < a.length; i++) {
      difference += (a[i] - b[i]) * (a[i] - b[i]);
      size += b[i] * b[i];
    }
    return Math.sqrt(difference / size);
  }

  /** One network with numbers, on both sides. */
  private static final class Case {
    private static final int N = 6;
    private final Architecture architecture;
    private final Loss loss;
    private final ReferenceNetwork twin;
    private final MultiLayerNetwork model;
    private final double[] w;
    private final double[] running;
    private final double[] x;
    private final int[] y;

    Case(Architecture architecture, Loss loss, DataType type) {
      this.architecture = architecture;
      this.loss = loss;
      twin = new ReferenceNetwork(architecture, loss);
      float[] w32 = narrow(Chains.parameters(architecture, 5));
      float[] running32 = narrow(Chains.running(architecture, 5));
      float[] x32 = narrow(Chains.images(architecture, N, 5));
      w = ReferenceNetwork.widen(w32);
      running = ReferenceNetwork.widen(running32);
      x = ReferenceNetwork.widen(x32);
      y = Chains.labels(architecture, N);
      model = Dl4j.toDl4j(architecture, loss, w32, running32, new Sgd(0.1)).convertDataType(type);
      model.setInput(Nd4j.create(x32, new int[] {N, x32.length / N}, 'c').castTo(type));
      INDArray labels = Nd4j.zeros(type, N, architecture.output().size());
      for (int k = 0; k < N; k++) {
        labels.putScalar(k, y[k], 1);
      }
      model.setLabels(labels);
    }

    double[] outputs() {
      double[] z = twin.outputs(w, running, x, N);
      return loss instanceof Loss.SoftmaxCrossEntropy ? softmax(z, z.length / N) : z;
    }

    private static double[] softmax(double[] z, int classes) {
      double[] p = new double[z.length];
      for (int k = 0; k < z.length; k += classes) {
        double sum = 0;
        for (int c = 0; c < classes; c++) {
          sum += Math.exp(z[k + c]);
        }
        for (int c = 0; c < classes; c++) {
          p[k + c] = Math.exp(z[k + c]) / sum;
        }
      }
      return p;
    }

    double[] dl4jOutputs() {
      return model.output(model.getInput()).dup('c').data().asDouble();
    }

    double[] gradient() {
      double[] gradient = new double[w.length];
      twin.trainGradient(w, null, x, y, N, gradient, null);
      return gradient;
    }

    double[] dl4jGradient() {
      model.computeGradientAndScore();
      float[] gradient = new float[w.length];
      Dl4jParameters.read(
          model, model.gradient().gradientForVariable(), architecture, gradient, null);
      double[] mean = ReferenceNetwork.widen(gradient);
      for (int i = 0; i < mean.length; i++) {
        mean[i] /= N;
      }
      return mean;
    }

    private static float[] narrow(double[] values) {
      float[] narrow = new float[values.length];
      for (int i = 0; i < values.length; i++) {
        narrow[i] = (float) values[i];
      }
      return narrow;
    }
  }
}

package eddy.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.data.BuiltInDigits;
import eddy.data.Images;
import eddy.data.Pixels;
import eddy.data.Resize;
import eddy.nets.Architecture;
import eddy.nets.Architectures;
import eddy.nets.Initialisation;
import eddy.nets.Loss;
import eddy.nets.Network;
import eddy.nets.reference.ReferenceNetwork;
import eddy.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** D of networks, against gradients of the float64 twin. */
class NetworkDiffusionTest {
  private static final Loss LOSS = new Loss.SoftmaxCrossEntropy();

  private static PerExampleGradients gradients(Architecture architecture, int n) {
    Images digits = Pixels.unit(BuiltInDigits.generate(n, 3));
    if (architecture.input().height() == 7) {
      digits = Resize.area(digits, 7, 7);
    }
    float[] weights = Initialisation.pytorch2017(architecture, 4);
    float[] running = architecture.initialRunning();
    new Network(architecture, LOSS, n)
        .refreshRunning(weights, running, digits.pixels(), n, n, null);
    return new PerExampleGradients(architecture, LOSS, weights, running, digits);
  }

  private static double[][] twin(PerExampleGradients g) {
    int d = g.dimension();
    double[] flat =
        new ReferenceNetwork(g.architecture(), g.loss())
            .perExampleGradients(
                ReferenceNetwork.widen(g.weights()),
                ReferenceNetwork.widen(g.running()),
                ReferenceNetwork.widen(g.images().pixels()),
                g.images().labels(),
                g.examples());
    double[][] rows = new double[g.examples()][d];
    for (int k = 0; k < rows.length; k++) {
      System.arraycopy(flat, k * d, rows[k], 0, d);
    }
    return rows;
  }

  /** Every 97th row of D; gradients in float32 have relative errors of about 1e-6. */
  @ParameterizedTest
  @ValueSource(strings = {"small-fc", "small-lenet"})
  void agreesWithTheTwin(String name) {
    boolean fc = name.equals("small-fc");
    PerExampleGradients source =
        gradients(fc ? Architectures.smallFc() : Architectures.smallLenet(), fc ? 150 : 20);
    double[][] g = twin(source);
    int n = g.length;
    int d = source.dimension();
    double[] mean = new double[d];
    for (double[] gradient : g) {
      for (int i = 0; i < d; i++) {
        mean[i] += gradient[i] / n;
      }
    }
    double largest = 0;
    for (int i = 0; i < d; i++) {
      largest = Math.max(largest, covariance(g, mean, i, i));
    }
    try (DiffusionMatrix matrix =
        DiffusionMatrix.exact(source, fc ? Precision.FLOAT64 : Precision.FLOAT32, Progress.NONE)) {
      double worst = 0;
      for (int i = 0; i < d; i += 97) {
        for (int j = 0; j < d; j++) {
          worst = Math.max(worst, Math.abs(matrix.get(i, j) - covariance(g, mean, i, j)));
        }
      }
      assertThat(worst).isLessThan(1e-5 * largest);
    }
  }

  private static double covariance(double[][] g, double[] mean, int i, int j) {
    double sum = 0;
    for (double[] gradient : g) {
      sum += (gradient[i] - mean[i]) * (gradient[j] - mean[j]);
    }
    return sum / g.length;
  }

  @ParameterizedTest
  @CsvSource({"300, FLOAT32", "300, FLOAT64", "1300, FLOAT64"})
  void invariantsOfTinyFc(int n, Precision precision) {
    PerExampleGradients source = gradients(Architectures.tinyFc(10), n);
    DiffusionMatrix matrix = DiffusionMatrix.exact(source, precision, Progress.NONE);
    double trace = matrix.trace();
    double norm = matrix.frobeniusNorm();
    Spectrum spectrum = matrix.spectrum("tiny-fc " + n + precision);
    assertThat(spectrum.smallest()).isGreaterThan(-1e-6 * spectrum.largest());
    assertThat(spectrum.trace()).isCloseTo(trace, within(1e-5 * trace));
    assertThat(spectrum.rank(precision)).isLessThanOrEqualTo(n - 1);
    assertThat(spectrum.participationRatio())
        .isCloseTo(trace * trace / norm / norm, within(1e-4 * spectrum.participationRatio()));
  }

  /** The mean of the gradients is the gradient of the mean loss, which a network computes too. */
  @Test
  void meanGradientIsThatOfTheNetwork() {
    PerExampleGradients source = gradients(Architectures.smallFc(), 150);
    double[] expected = new double[source.dimension()];
    new Network(source.architecture(), LOSS, 2)
        .gradient(
            source.weights(),
            source.running(),
            source.images().pixels(),
            source.images().labels(),
            0,
            150,
            expected);
    try (DiffusionMatrix matrix = DiffusionMatrix.exact(source, Precision.FLOAT32, Progress.NONE)) {
      assertThat(matrix.meanGradient()).containsExactly(expected, within(1e-6));
    }
  }
}

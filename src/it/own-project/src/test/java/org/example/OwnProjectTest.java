package org.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eddy.data.Images;
import eddy.diffusion.Precision;
import eddy.diffusion.Spectrum;
import eddy.potential.LinearSteadyState;
import eddy.potential.StationaryState;
import eddy.run.Npy;
import eddy.run.NpyArray;
import eddy.spectral.AreaRate;
import eddy.spectral.CirculationResult;
import eddy.spectral.Series;
import eddy.study.own.EquivalentRun;
import eddy.study.own.EquivalentRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** What Eddy gives to a project of somebody else's, against closed forms. */
class OwnProjectTest {
  @TempDir Path folder;

  /**
   * Two classes, weights of 0: both probabilities are 1/2, and with all labels 0 an example's
   * gradient is (-1/2, 1/2) times (x, 1). The four x below have mean 0 and covariance I/2, so D is
   * [[1, -1], [-1, 1]]/4 times I/2 on the weights and 0 on the biases: eigenvalues 1/4, 1/4, 0.
   */
  @Test
  void noiseOfADl4jModel() throws IOException {
    Path saved = savedModelOfZeros();
    float[] x = {1, 0, 0, 1, -1, 0, 0, -1};
    Images images = new Images(x, new int[4], 1, 1, 2, 2, "four points", "");

    Spectrum spectrum = OwnProject.noise(saved, images);

    assertArrayEquals(new double[] {.25, .25, 0, 0, 0, 0}, spectrum.values(), 1e-14);
    assertEquals(2, spectrum.rank(Precision.FLOAT64));
  }

  /**
   * The same model and 16 times the same points: tr D = 1/2 over 6 weights. The Hessian is [[1, -1],
   * [-1, 1]]/4 times diag(1/2, 1/2, 1), so k = 1/2. The noise of a batch of b of N is in proportion
   * to (N - b)/b, so b = 16 of 64 has 3 times that of b = 32 and wants a third of its rate.
   */
  @Test
  void runsEquivalentToOnesOwn() throws IOException {
    Path csv = folder.resolve("points.csv");
    Files.writeString(csv, "x,y,label\n" + "1,0,0\n0,1,0\n-1,0,0\n0,-1,0\n".repeat(16));

    EquivalentRuns runs = OwnProject.equivalents(savedModelOfZeros(), csv);

    assertEquals(1 / 12., runs.meanEigenvalue(), 1e-7);
    assertEquals(.5, runs.curvature(), 1e-3);
    EquivalentRun half =
        runs.runs().stream().filter(run -> run.batch() == 16).findFirst().orElseThrow();
    assertEquals(.1 / 3, half.rate(), 1e-15);
    assertTrue(half.stable());
  }

  private Path savedModelOfZeros() throws IOException {
    var layer =
        new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
            .nIn(2)
            .nOut(2)
            .activation(Activation.SOFTMAX)
            .weightInit(WeightInit.ZERO)
            .build();
    var model =
        new MultiLayerNetwork(new NeuralNetConfiguration.Builder().seed(1).list(layer).build());
    model.init();
    Path saved = folder.resolve("model.zip");
    ModelSerializer.writeModel(model, saved.toFile(), false);
    return saved;
  }

  /**
   * With f = (x^2 - 1)^2/4 + 3 y^2/4 and constant D each coordinate moves by itself: the density of
   * x is exp(-beta f(x)/D11), that of y Gaussian with variance D22/(1.5 beta).
   */
  @Test
  void steadyStateOfADriftAndADiffusionMatrix() {
    double beta = 5;
    StationaryState state = OwnProject.steadyState(beta);
    double[] x = state.grid().centres(0);
    double[] density = state.marginal(0);
    double[] exact = new double[x.length];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      exact[i] = Math.exp(-beta * Math.pow(x[i] * x[i] - 1, 2) / 4);
      sum += exact[i] * state.grid().spacing(0);
    }
    double distance = 0;
    for (int i = 0; i < x.length; i++) {
      distance += Math.abs(density[i] - exact[i] / sum) * state.grid().spacing(0) / 2;
    }
    assertTrue(distance < 1e-3, "total variation " + distance);
    assertEquals(.5 / (1.5 * beta), state.mean(point -> point[1] * point[1]), 1e-3);
  }

  /** F = I/2 + a turn in each of 150 planes, D = I: then X = 2 I, U = I/2 and Q = 2 (F - I/2). */
  @Test
  void potentialOfALinearDriftInThreeHundredDimensions() {
    int n = 300;
    double[][] f = new double[n][n];
    double[][] d = new double[n][n];
    for (int i = 0; i < n; i++) {
      f[i][i] = .5;
      d[i][i] = 1;
      f[i][i ^ 1] = (i % 2 == 0 ? -1 : 1) * (1 + i / 2) / 100.;
    }
    LinearSteadyState state = LinearSteadyState.of(f, d);
    double[] u = state.u();
    double[] q = state.q();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        assertEquals(i == j ? .5 : 0, u[i * n + j], 1e-12);
        assertEquals(i == j ? 0 : 2 * f[i][j], q[i * n + j], 1e-12);
      }
    }
  }

  /**
   * SGD on f = (3 x^2 + y^2)/2 with noise of unit variances and correlation c: with m = 1 - eta F
   * the stationary covariance is S_ij = eta^2 C_ij/(1 - m_i m_j), and the area swept per step is
   * S_12 (m_2 - m_1)/2. It vanishes with c, as D and F then commute.
   */
  @Test
  void circulationOfATrajectory() {
    double eta = .05;
    double c = .8;
    Path turning = trajectory("turning.npy", eta, c);
    double s12 = eta * eta * c / (1 - (1 - 3 * eta) * (1 - eta));
    double[][] xy = {Series.open(turning).column(0), Series.open(turning).column(1)};
    AreaRate area = AreaRate.of(xy, 1000);
    assertEquals(s12 * 2 * eta / 2, area.rate(0, 1), 4 * area.error(0, 1));
    assertTrue(area.rate(0, 1) > 10 * area.error(0, 1));

    CirculationResult result = OwnProject.circulation(turning);
    assertEquals(.001, result.pValue(), 1e-12);
    assertTrue(result.warnings().isEmpty(), () -> result.warnings().toString());
    assertFalse(OwnProject.circulation(trajectory("still.npy", eta, 0)).rejects(.01));
  }

  private Path trajectory(String name, double eta, double c) {
    int n = 50_000;
    Random random = new Random(7);
    double[] rows = new double[2 * n];
    double x = 0;
    double y = 0;
    for (int t = 0; t < n; t++) {
      double g = random.nextGaussian();
      double h = c * g + Math.sqrt(1 - c * c) * random.nextGaussian();
      x -= eta * (3 * x + g);
      y -= eta * (y + h);
      rows[2 * t] = x;
      rows[2 * t + 1] = y;
    }
    Path file = folder.resolve(name);
    Npy.write(file, NpyArray.of(rows, n, 2));
    return file;
  }
}

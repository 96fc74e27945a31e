package eddy.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.linalg.Lyapunov;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearRecursionTest {
  private static final double[][] F = {{3, 1}, {1, 2}};
  private static final double[][] C = {{2, 0.5}, {0.5, 1}};

  private static void assertClose(double[] actual, double tolerance, double... expected) {
    assertThat(actual).containsExactly(expected, within(tolerance));
  }

  @Test
  void sgdOnAQuadraticLossHasTheDiscreteCovarianceAndAreaOfTheOracle() {
    LinearRecursion sgd = LinearRecursion.sgd(F, C, 0.1);
    assertClose(
        sgd.stationaryCovariance(),
        1e-10,
        0.03985428051001823,
        -0.00025500910746812625,
        -0.00025500910746812625,
        0.028998178506375243);
    double area = 0.0005555555555555554;
    assertClose(sgd.areaPerStep(), 1e-12, 0, -area, area, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.07425496688741734, -0.0013658940397351354, 0.056870860927152406",
    "0.9, 0.3330100314770692, 0.005536286882593278, 0.30988115200188315"
  })
  void heavyBallHasTheCovarianceOfTheOracle(double mu, double s11, double s12, double s22) {
    double[] s = LinearRecursion.heavyBall(F, C, 0.1, mu).stationaryCovariance();
    assertClose(new double[] {s[0], s[1], s[4], s[5]}, 1e-10, s11, s12, s12, s22);
  }

  /** Positions with velocities, and velocities, at the same settings. */
  @ParameterizedTest
  @CsvSource({
    "0.5, -0.1475993377483442, -0.022682119205298088, -0.06018211920529808, -0.07491721854304638,"
        + " 2.9519867549668892, 0.8286423841059607, 1.4983443708609276",
    "0.9, -0.5287191480598946, -0.08850351542964606, -0.2644294413555729, -0.3291045215191373,"
        + " 10.5743829611979, 3.529329567852204, 6.582090430382732"
  })
  void heavyBallHasTheVelocitiesOfTheOracle(
      double mu,
      double x1v1,
      double x1v2,
      double x2v1,
      double x2v2,
      double v11,
      double v12,
      double v22) {
    double[] s = LinearRecursion.heavyBall(F, C, 0.1, mu).stationaryCovariance();
    assertClose(new double[] {s[2], s[3], s[6], s[7]}, 1e-10, x1v1, x1v2, x2v1, x2v2);
    assertClose(new double[] {s[10], s[11], s[14], s[15]}, 1e-10, v11, v12, v12, v22);
  }

  @ParameterizedTest
  @CsvSource({"1,0.1,0,1", "1,0.1,0.9,1", "2,0.3,0.5,0.7", "4,0.5,0.9,1"})
  void heavyBallInOneDimensionFollowsTheFormula(double k, double eta, double mu, double c) {
    double[][] f = {{k}};
    double[][] noise = {{c}};
    double formula = eta * c * (1 + mu) / (k * (1 - mu) * (2 * (1 + mu) - eta * k));
    assertThat(LinearRecursion.heavyBall(f, noise, eta, mu).stationaryCovariance()[0])
        .isCloseTo(formula, within(1e-10));
  }

  @Test
  void manyStepsAtOnceAreTheStepsOneByOne() {
    LinearRecursion once = LinearRecursion.heavyBall(F, C, 0.1, 0.9);
    double[] a = Dense.identity(4);
    double[] r = new double[16];
    for (int k = 0; k < 239; k++) {
      r = new Propagator(4, once.propagator()).congruence(r, once.noiseCovariance());
      a = Dense.times(4, once.propagator(), a);
    }
    LinearRecursion epoch = once.power(239);
    assertClose(epoch.propagator(), 1e-13, a);
    assertClose(epoch.noiseCovariance(), 1e-11, r);
    assertClose(epoch.stationaryCovariance(), 1e-9, once.stationaryCovariance());
  }

  @Test
  void ornsteinUhlenbeckIsSampledExactly() {
    double[][] f = {{1, 2}, {-1, 1.5}};
    double[][] d = {{1, .3}, {.3, .5}};
    LinearRecursion coarse = LinearRecursion.ornsteinUhlenbeck(f, d, 4, 0.8);
    assertClose(coarse.stationaryCovariance(), 1e-12, .17, .04, .04, .11);
    LinearRecursion fine = LinearRecursion.ornsteinUhlenbeck(f, d, 4, 0.05).power(16);
    assertClose(coarse.propagator(), 1e-13, fine.propagator());
    assertClose(coarse.noiseCovariance(), 1e-13, fine.noiseCovariance());
    double[] area = LinearRecursion.ornsteinUhlenbeck(f, d, 4, 1e-6).areaPerStep();
    assertThat(area[1] / 1e-6).isCloseTo(0.74 / 4, within(1e-6));
  }

  @Test
  void agreesWithTheSchurSolverOfTheLyapunovEquation() {
    LinearRecursion epoch = LinearRecursion.heavyBall(F, C, 0.3, 0.6);
    assertClose(
        epoch.stationaryCovariance(),
        1e-12,
        Lyapunov.discrete(4, epoch.propagator(), epoch.noiseCovariance()));
  }

  @Test
  void simulationHasTheStationaryCovariance() {
    LinearRecursion sgd = LinearRecursion.sgd(F, C, 0.1).power(10);
    double[][] x = sgd.simulate(new RandomStream(3, StreamName.NOISE), new double[2], 20_000);
    double sum = 0;
    for (double[] row : x) {
      sum += row[0] * row[0];
    }
    double s11 = sgd.stationaryCovariance()[0];
    double lag = Math.pow(sgd.propagator()[0], 2);
    double error = s11 * Math.sqrt(2.0 / x.length * (1 + lag) / (1 - lag));
    assertThat(sum / x.length).isCloseTo(s11, within(4 * error));
  }

  @Test
  void withoutAStationaryStateItSaysSo() {
    assertThatThrownBy(() -> LinearRecursion.sgd(F, C, 0.9).stationaryCovariance())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no stationary state");
    assertThatThrownBy(() -> LinearRecursion.heavyBall(F, C, 0.1, 1))
        .hasMessageContaining("momentum");
  }

  /** A diagonal Hessian of 40 directions under correlated noise, and the same thing turned. */
  @Test
  void coordinatesOfTheHessianAndOthersAgree() {
    int n = 40;
    RandomStream random = new RandomStream(9, StreamName.DATA);
    double[] f = new double[n * n];
    double[] half = new double[n * n];
    double[] w = new double[n];
    double norm = 0;
    for (int i = 0; i < n; i++) {
      f[i * n + i] = 0.5 + i * 0.1;
      w[i] = random.nextGaussian();
      norm += w[i] * w[i];
      for (int j = 0; j < n; j++) {
        half[i * n + j] = random.nextGaussian();
      }
    }
    double[] c = Dense.timesTransposed(n, half, half);
    double[] v = Dense.identity(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        v[i * n + j] -= 2 * w[i] * w[j] / norm;
      }
    }
    double[] zero = new double[n * n];
    Propagator turn = new Propagator(n, v);
    LinearRecursion own = LinearRecursion.heavyBall(n, f, c, 0.05, 0.9).power(50);
    LinearRecursion other =
        LinearRecursion.heavyBall(n, turn.congruence(f, zero), turn.congruence(c, zero), 0.05, 0.9)
            .power(50);
    double[] expected = turn.congruence(block(n, own.stationaryCovariance()), zero);
    double size = Dense.norm(n, expected);
    assertClose(block(n, other.stationaryCovariance()), 1e-12 * size, expected);
    assertClose(
        block(n, other.noiseCovariance()),
        1e-12 * size,
        turn.congruence(block(n, own.noiseCovariance()), zero));
  }

  /** The upper left half of a 2n x 2n matrix. */
  private static double[] block(int n, double[] a) {
    double[] b = new double[n * n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(a, i * 2 * n, b, i * n, n);
    }
    return b;
  }

  @Test
  void aWalkGoesOnFromItsStateToTheSameBits() {
    LinearRecursion sgd = LinearRecursion.sgd(F, C, 0.1);
    RandomStream stream = new RandomStream(4, StreamName.NOISE);
    double[][] whole = sgd.simulate(stream.copy(), new double[2], 200);
    double[][] first = sgd.simulate(stream, new double[2], 100);
    assertThat(first[99]).isEqualTo(whole[99]);
    assertThat(sgd.simulate(stream, first[99], 1)[0])
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(whole[100]);
    stream.seek(0);
    try (LinearWalk later = sgd.walk(stream, whole[99], 100)) {
      for (int t = 100; t < 200; t++) {
        assertThat(later.next()).isEqualTo(whole[t]);
      }
      assertThat(later.step()).isEqualTo(200);
    }
  }
}

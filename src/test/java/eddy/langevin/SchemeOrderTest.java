package eddy.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Example19;
import eddy.fields.Field;
import eddy.fields.ManufacturedExample;
import eddy.fields.MatrixField;
import eddy.fields.OrnsteinUhlenbeck;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Observed orders on geometric Brownian motion dx = mu x dt + s x dW and on Ornstein-Uhlenbeck
 * processes. The Brownian path behind each path of an ensemble is that of an ensemble without drift
 * and the same seed.
 */
class SchemeOrderTest {
  private static final double MU = 1;
  private static final double S = 0.7;
  private static final int[] STEPS = {16, 32, 64, 128, 256};

  private static final Field BROWNIAN = Field.ofDrift((x, b) -> b[0] = 0, MatrixField.identity(1));

  /** At beta = 2: sqrt(2 D/beta) = s x. */
  private static final Field GEOMETRIC =
      Field.ofDrift(
          (x, b) -> b[0] = MU * x[0], MatrixField.varying(1, (x, d) -> d[0] = S * S * x[0] * x[0]));

  private static double[] ends(Field field, double start, int steps, int paths, Scheme scheme) {
    Ensemble ensemble =
        new Ensemble(field, 2, 1.0 / steps).paths(paths).seed(4).start(start).scheme(scheme);
    ensemble.run(steps);
    return Arrays.stream(ensemble.positions()).mapToDouble(x -> x[0]).toArray();
  }

  /** Mean error (signed or not) at time 1 against the exact solution on the same Brownian path. */
  private static double error(Scheme scheme, int steps, int paths, boolean signed) {
    double[] x = ends(GEOMETRIC, 1, steps, paths, scheme);
    double[] w = ends(BROWNIAN, 0, steps, paths, Scheme.EULER_MARUYAMA);
    double sum = 0;
    for (int p = 0; p < paths; p++) {
      double error = Math.exp(MU - S * S / 2 + S * w[p]) - x[p];
      sum += signed ? error : Math.abs(error);
    }
    return sum / paths;
  }

  /** The least-squares slope of log error against log dt. */
  private static double order(Scheme scheme, int paths, boolean signed) {
    double[] u = new double[STEPS.length];
    double[] v = new double[STEPS.length];
    double meanU = 0;
    double meanV = 0;
    for (int k = 0; k < STEPS.length; k++) {
      u[k] = -Math.log(STEPS[k]);
      v[k] = Math.log(error(scheme, STEPS[k], paths, signed));
      meanU += u[k] / STEPS.length;
      meanV += v[k] / STEPS.length;
    }
    double above = 0;
    double below = 0;
    for (int k = 0; k < STEPS.length; k++) {
      above += (u[k] - meanU) * (v[k] - meanV);
      below += (u[k] - meanU) * (u[k] - meanU);
    }
    return above / below;
  }

  @Test
  void strongOrderOneHalfOfEulerMaruyamaAndOneOfMilstein() {
    assertThat(order(Scheme.EULER_MARUYAMA, 2000, false)).isCloseTo(0.5, within(0.1));
    assertThat(order(Scheme.HEUN, 2000, false)).isCloseTo(0.5, within(0.1));
    assertThat(order(Scheme.MILSTEIN, 2000, false)).isCloseTo(1, within(0.1));
  }

  @Test
  void weakOrderOne() {
    assertThat(order(Scheme.EULER_MARUYAMA, 20_000, true)).isCloseTo(1, within(0.1));
    assertThat(order(Scheme.MILSTEIN, 5_000, true)).isCloseTo(1, within(0.1));
  }

  @Test
  void additiveNoiseHasStrongOrderOne() {
    Field field = Field.ofDrift((x, b) -> b[0] = Math.sin(3 * x[0]), MatrixField.identity(1));
    double[] means = new double[3];
    for (int k = 0; k < 3; k++) {
      means[k] = gap(field, 16 << k);
    }
    assertThat(Math.log(means[0] / means[2]) / Math.log(4)).isCloseTo(1, within(0.15));
  }

  /** Mean distance at time 1 between a run with n steps and one with 2n on the same noise. */
  private static double gap(Field field, int n) {
    int paths = 512;
    int lanes = 16;
    Paths brownian = new Paths(paths, 1);
    new Ensemble(BROWNIAN, 2, 0.5 / n).paths(paths).seed(8).run(2 * n, brownian);
    double sum = 0;
    for (int first = 0; first < paths; first += lanes) {
      Stepper fine = new Stepper(field, 2, 0.5 / n, Scheme.EULER_MARUYAMA, lanes);
      Stepper coarse = new Stepper(field, 2, 1.0 / n, Scheme.EULER_MARUYAMA, lanes);
      double[][] w = new double[lanes][];
      for (int l = 0; l < lanes; l++) {
        w[l] = brownian.coordinate(first + l, 0);
      }
      double[] one = new double[lanes];
      double[] two = new double[lanes];
      Arrays.fill(one, 0.5);
      Arrays.fill(two, 0.5);
      for (int k = 1; k < 2 * n; k += 2) {
        fine.step(one, increments(w, k - 2, k - 1, 0.5 / n));
        fine.step(one, increments(w, k - 1, k, 0.5 / n));
        coarse.step(two, increments(w, k - 2, k, 1.0 / n));
      }
      for (int l = 0; l < lanes; l++) {
        sum += Math.abs(one[l] - two[l]);
      }
    }
    return sum / paths;
  }

  /** Standard normal numbers that lead from row {@code from} (-1: the start) to row {@code to}. */
  private static double[] increments(double[][] w, int from, int to, double dt) {
    return Arrays.stream(w)
        .mapToDouble(path -> (path[to] - (from < 0 ? 0 : path[from])) / Math.sqrt(dt))
        .toArray();
  }

  @Test
  void heunHasAStationaryVarianceOfSecondOrder() {
    double dt = 0.4;
    Field field = OrnsteinUhlenbeck.field(new double[][] {{1}}, MatrixField.identity(1));
    Moments moments = new Moments(1);
    new Ensemble(field, 1, dt).paths(2000).scheme(Scheme.HEUN).burnIn(30).run(300, moments);
    double factor = 1 - dt + dt * dt / 2;
    double kick = 1 - dt / 2;
    double heun = 2 * dt * kick * kick / (1 - factor * factor);
    double euler = 1 / (1 - dt / 2);
    assertThat(moments.covariance(0, 0)).isCloseTo(heun, within(4 * moments.covarianceError(0, 0)));
    assertThat(Math.abs(heun - 1)).isLessThan(Math.abs(euler - 1) / 3);
  }

  @Test
  void milsteinRefusesNoiseThatDoesNotCommute() {
    Ensemble mixed =
        new Ensemble(ManufacturedExample.plane(2).field(), 2, 0.01)
            .start(1, 0.3)
            .scheme(Scheme.MILSTEIN);
    assertThatThrownBy(() -> mixed.run(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not diagonal");
    Field coupled =
        Field.ofDrift(
            (x, b) -> b[0] = b[1] = 0,
            MatrixField.varying(
                2,
                (x, d) -> {
                  d[0] = 1 + x[1] * x[1];
                  d[1] = d[2] = 0;
                  d[3] = 1;
                }));
    assertThatThrownBy(
            () -> new Ensemble(coupled, 1, 0.1).scheme(Scheme.MILSTEIN).start(0, 1).run(1))
        .hasMessageContaining("D11 depends on x2");
    new Ensemble(Example19.field(1), 1, 0.01).scheme(Scheme.MILSTEIN).run(1);
  }

  @Test
  void aDiffusionMatrixThatIsNoneIsRefusedWhereItIsMet() {
    Field indefinite =
        Field.ofDrift(
            (x, b) -> b[0] = b[1] = 0,
            MatrixField.varying(
                2,
                (x, d) -> {
                  d[0] = d[3] = 1;
                  d[1] = d[2] = x[0] > 0.5 ? 2 : 0;
                }));
    assertThatThrownBy(() -> new Ensemble(indefinite, 1, 0.1).paths(10).run(1000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("negative eigenvalue");
  }
}

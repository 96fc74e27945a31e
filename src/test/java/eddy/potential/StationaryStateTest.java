package eddy.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Box;
import eddy.fields.Example19;
import eddy.fields.Field;
import eddy.fields.GradientDoubleWell;
import eddy.fields.ManufacturedExample;
import eddy.fields.MatrixField;
import eddy.fields.OrnsteinUhlenbeck;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StationaryStateTest {
  private static final Box PERIOD = Box.of(0, 2 * Math.PI, 0, 2 * Math.PI);

  /** A drift and a force given together count the noise once: variances 1, 2 and 2/3. */
  @Test
  void oneDimensionCountsTheDiffusionOnce() {
    MatrixField d = MatrixField.identity(1);
    Field potential = Field.ofGradient((x, g) -> g[0] = x[0], d);
    Field force = Field.ofDrift((x, b) -> b[0] = -x[0] / 2, d);
    Grid grid = Grid.line(-8, 8, 401);
    Field[] fields = {potential, force, Field.sum(potential, force)};
    double[] variances = {1, 2, 2 / 3.};
    for (int k = 0; k < 3; k++) {
      StationaryState s = FokkerPlanck.stationary(fields[k], 1, grid);
      assertThat(s.mean(x -> x[0] * x[0])).isCloseTo(variances[k], within(1e-3));
      assertThat(s.current().largest()).isLessThan(1e-13);
    }
  }

  /** Of x^2/2; where the density underflows there is no height. */
  @Test
  void heightIsThePotentialOverItsLowestValue() {
    Field well = Field.ofGradient((x, g) -> g[0] = x[0], MatrixField.identity(1));
    Grid grid = Grid.line(-10, 10, 401);
    double[] height = FokkerPlanck.stationary(well, 2, grid).height();
    assertThat(height[200]).isZero();
    assertThat(height[240]).isCloseTo(2, within(0.01));
    assertThat(height[0]).isNaN();
  }

  @Test
  void tiltedRingCarriesAConstantCurrent() {
    Field ring = Field.ofDrift((x, b) -> b[0] = 0.7 + Math.cos(x[0]), MatrixField.identity(1));
    StationaryState s = FokkerPlanck.stationary(ring, 2, Grid.torus(Box.of(0, 2 * Math.PI), 100));
    double[] faces = s.current().faces(0);
    double[] exact = new double[faces.length];
    Arrays.fill(exact, tiltedRingCurrent());
    assertThat(faces).containsExactly(exact, within(1e-8));
  }

  /**
   * J = (1 - e^(-beta w)) / (beta integral dx integral du e^(-beta work(x, u))), Stratonovich's
   * formula, by the trapezoidal rule in x (periodic) and Simpson's in u.
   */
  private static double tiltedRingCurrent() {
    int n = 800;
    double h = 2 * Math.PI / n;
    double beta = 2;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int k = 0; k <= n; k++) {
        double x = i * h;
        double u = k * h;
        double work = 0.7 * u + Math.sin(x + u) - Math.sin(x);
        double weight = k == 0 || k == n ? 1 : k % 2 == 1 ? 4 : 2;
        sum += weight / 3 * Math.exp(-beta * work) * h * h;
      }
    }
    return (1 - Math.exp(-beta * 0.7 * 2 * Math.PI)) / (beta * sum);
  }

  /** Density, force and Q12 against the exact ones, at second order; D varies and is oblique. */
  @Test
  void manufacturedTorusConvergesAtSecondOrder() {
    ManufacturedExample example = ManufacturedExample.torus(2);
    double z = example.partition();
    double[][] error = new double[3][];
    for (int k = 0; k < 3; k++) {
      int n = 16 << k;
      StationaryState s = FokkerPlanck.stationary(example.field(), 2, Grid.torus(PERIOD, n, n));
      double[] exact = s.grid().sample(x -> Math.exp(-2 * example.phi(x)) / z);
      double[] rho = s.density();
      double l1 = 0;
      for (int i = 0; i < rho.length; i++) {
        l1 += Math.abs(rho[i] - exact[i]) * s.grid().cellVolume();
      }
      error[k] = new double[] {l1, forceError(example, s), q12Error(example, s, z)};
      assertThat(s.check().warning()).isEmpty();
      assertThat(s.check().massError()).isLessThan(1e-14);
      assertDivergenceFree(s);
    }
    for (int quantity = 0; quantity < 3; quantity++) {
      for (int k = 0; k < 2; k++) {
        double order = Math.log(error[k][quantity] / error[k + 1][quantity]) / Math.log(2);
        assertThat(order).isBetween(1.75, 2.25);
      }
    }
    assertThat(error[2][0]).isLessThan(6e-4);
    assertThat(error[2][2]).isCloseTo(0.0070, within(1e-4));
  }

  private static double forceError(ManufacturedExample example, StationaryState s) {
    double worst = 0;
    double[] j = new double[2];
    double[] j1 = s.force(0);
    double[] j2 = s.force(1);
    for (int i = 0; i < j1.length; i++) {
      example.force(s.grid().point(i), j);
      worst = Math.max(worst, Math.hypot(j1[i] - j[0], j2[i] - j[1]));
    }
    return worst;
  }

  /** The free constant of the stream function is fixed from the exact value at one corner. */
  private static double q12Error(ManufacturedExample example, StationaryState s, double z) {
    double[] psi = s.current().streamFunction();
    double[] origin = new double[2];
    double exact = ManufacturedExample.q12(origin) * Math.exp(-2 * example.phi(origin)) / z / 2;
    double[] q = s.q12(exact - psi[0]);
    int n = s.grid().nx();
    double h = s.grid().spacing(0);
    double worst = 0;
    for (int j = 0; j <= n; j++) {
      for (int i = 0; i <= n; i++) {
        double expected = ManufacturedExample.q12(new double[] {i * h, j * h});
        worst = Math.max(worst, Math.abs(q[j * (n + 1) + i] - expected));
      }
    }
    return worst;
  }

  private static void assertDivergenceFree(StationaryState s) {
    double scale = s.current().largest() / s.grid().spacing(0);
    for (double v : s.current().divergence()) {
      assertThat(Math.abs(v)).isLessThanOrEqualTo(1e-12 * scale);
    }
  }

  /** On the plane, the mean of Q12 is beta times the area rate: 1/2 and 1/4. */
  @Test
  void manufacturedPlaneCirculates() {
    ManufacturedExample example = ManufacturedExample.plane(2);
    StationaryState s = FokkerPlanck.stationary(example.field(), 2, Grid.square(4, 96));
    double[] rho = s.density();
    double l1 = 0;
    for (int i = 0; i < rho.length; i++) {
      double exact = Math.exp(-2 * example.phi(s.grid().point(i))) / 3.755393060273408;
      l1 += Math.abs(rho[i] - exact) * s.grid().cellVolume();
      assertThat(rho[i]).isPositive();
    }
    assertThat(l1).isLessThan(2e-3);
    assertThat(s.areaRate()).isCloseTo(0.25, within(1e-3));
    assertThat(meanOfQ12(s)).isCloseTo(0.5, within(5e-3));
    assertDivergenceFree(s);
  }

  /** The sum of Q12 rho over the cells, Q12 averaged over the four corners of each. */
  private static double meanOfQ12(StationaryState s) {
    double[] q = s.q12();
    double[] rho = s.density();
    int nx = s.grid().nx();
    double sum = 0;
    for (int i = 0; i < rho.length; i++) {
      int k = i / nx * (nx + 1) + i % nx;
      double mean = (q[k] + q[k + 1] + q[k + nx + 1] + q[k + nx + 2]) / 4;
      sum += Double.isNaN(mean) ? 0 : mean * rho[i] * s.grid().cellVolume();
    }
    return sum;
  }

  @Test
  void exampleNineteenHasItsEntropyProductionCirculationAndQ() {
    double[] area = new double[2];
    double[] entropy = new double[2];
    double[] matrix = new double[2];
    Example19 example = new Example19(1.5);
    for (int k = 0; k < 2; k++) {
      int n = 40 << k;
      StationaryState s = FokkerPlanck.stationary(example.field(), 1, Grid.square(5, n));
      area[k] = s.areaRate() / 1.5 - 0.4120949245595841;
      entropy[k] = s.entropyProduction() / 2.25 - 0.6813816115461887;
      double[] q = s.q12();
      for (int i = 0; i < q.length; i++) {
        double[] x = {-5 + 10. / n * (i % (n + 1)), -5 + 10. / n * (i / (n + 1))};
        if (!Double.isNaN(q[i])) {
          matrix[k] = Math.max(matrix[k], Math.abs(q[i] - example.q12(x)));
        }
      }
      assertDivergenceFree(s);
    }
    assertThat(Math.abs(area[1])).isLessThan(1e-3);
    assertThat(Math.abs(entropy[1])).isLessThan(2e-3);
    assertThat(matrix[1]).isLessThan(5e-3);
    assertThat(area[0] / area[1]).isBetween(3.3, 4.7);
    assertThat(entropy[0] / entropy[1]).isBetween(3.3, 4.7);
    assertThat(matrix[0] / matrix[1]).isBetween(3.3, 4.7);
  }

  /**
   * A true loss with noise that does not commute: the marginals are exact, the current is not 0.
   */
  @Test
  void gradientDoubleWellHasItsExactMarginals() {
    double[] distance = new double[2];
    for (int k = 0; k < 2; k++) {
      StationaryState s =
          FokkerPlanck.stationary(GradientDoubleWell.field(), 2, Grid.square(2.6, 52 << k));
      double[] marginal = s.marginal(0);
      for (int i = 0; i < marginal.length; i++) {
        double exact = GradientDoubleWell.marginalOfX1(s.grid().centre(0, i), 2);
        distance[k] += Math.abs(marginal[i] - exact) * s.grid().spacing(0) / 2;
      }
      if (k == 1) {
        assertThat(s.mean(x -> x[1] * x[1])).isCloseTo(1 / 6., within(1e-3));
        assertThat(s.entropyProduction()).isCloseTo(2.543, within(2e-3));
        assertThat(2 * s.areaRate()).isCloseTo(-0.1616, within(2e-4));
        assertThat(s.check().reach()).isEqualTo(2);
      }
    }
    assertThat(distance[1]).isLessThan(8e-4);
    assertThat(Math.log(distance[0] / distance[1]) / Math.log(2)).isBetween(1.8, 2.2);
  }

  /** D = I + c e^(beta f) M: anisotropic, varies, and yet Phi = f and j = 0, against Lemma 6. */
  @Test
  void anisotropicNoiseWithoutCurrent() {
    double beta = 2;
    Field field =
        Field.ofGradient(
            (x, g) -> {
              g[0] = Math.cos(x[0]);
              g[1] = -0.5 * Math.sin(x[1]);
            },
            MatrixField.varying(
                2,
                (x, d) -> {
                  double e = 0.2 * Math.exp(beta * (Math.sin(x[0]) + 0.5 * Math.cos(x[1])));
                  d[0] = 1 + e;
                  d[1] = 0.6 * e;
                  d[2] = 0.6 * e;
                  d[3] = 1 + 0.5 * e;
                }));
    double[] worst = new double[2];
    double[] entropy = new double[2];
    for (int k = 0; k < 2; k++) {
      Grid grid = Grid.of(Box.of(-1, 1, -1, 1), 24 << k, 24 << k);
      StationaryState s = FokkerPlanck.stationary(field, beta, grid);
      double[] phi = s.potential();
      double[] f = grid.sample(x -> Math.sin(x[0]) + 0.5 * Math.cos(x[1]));
      double offset = phi[0] - f[0];
      for (int i = 0; i < f.length; i++) {
        worst[k] = Math.max(worst[k], Math.abs(phi[i] - f[i] - offset));
      }
      entropy[k] = s.entropyProduction();
    }
    assertThat(worst[1]).isLessThan(2e-4);
    assertThat(worst[0] / worst[1]).isBetween(3.2, 5.0);
    assertThat(entropy[1]).isLessThan(1e-6);
  }

  /** Small noise, strongly oblique: coarse grids are far from resolving the drift. */
  @Test
  void largeBetaKeepsThePositiveSolutionAndItsMarginals() {
    double beta = 20;
    StationaryState s =
        FokkerPlanck.stationary(GradientDoubleWell.field(), beta, Grid.square(2, 201));
    assertThat(s.check().residual()).isLessThan(1e-11);
    for (double rho : s.density()) {
      assertThat(rho).isPositive();
    }
    double[] marginal = s.marginal(0);
    double distance = 0;
    for (int i = 0; i < marginal.length; i++) {
      double exact = GradientDoubleWell.marginalOfX1(s.grid().centre(0, i), beta);
      distance += Math.abs(marginal[i] - exact) * s.grid().spacing(0) / 2;
    }
    assertThat(distance).isLessThan(1e-3);
    assertThat(beta * s.mean(x -> x[1] * x[1]))
        .isCloseTo(beta * GradientDoubleWell.varianceOfX2(beta), within(5e-3));
    assertDivergenceFree(s);
  }

  /** Noise of correlation 0.97 between the axes, against the covariance and Q of Lemma 20. */
  @Test
  void stronglyObliqueNoiseAgreesWithTheLinearTheory() {
    double[][] f = {{1.5, 0.4}, {0.4, 1}};
    double[][] d = {{1, 0.686}, {0.686, 0.5}};
    LinearSteadyState exact = LinearSteadyState.of(f, d);
    double[] error = new double[2];
    for (int k = 0; k < 2; k++) {
      StationaryState s =
          FokkerPlanck.stationary(
              OrnsteinUhlenbeck.field(f, MatrixField.constant(d)), 2, Grid.square(4.2, 64 << k));
      error[k] = s.mean(x -> x[0] * x[1]) - exact.covariance(2)[1];
      assertThat(s.check().reach()).isGreaterThan(1);
      assertThat(2 * s.areaRate()).isCloseTo(exact.q()[1], within(0.01 / (1 << 2 * k)));
    }
    assertThat(error[0] / error[1]).isBetween(3.5, 4.5);
    assertThat(Math.abs(error[1])).isLessThan(1.5e-3);
  }
}

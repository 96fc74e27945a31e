package eddy.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Box;
import eddy.fields.Example19;
import eddy.fields.ManufacturedExample;
import eddy.fields.MatrixField;
import eddy.fields.OrnsteinUhlenbeck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ensembles against the closed forms of the papers' examples, at four standard errors. */
class OracleEnsembleTest {
  private static final double[][] WELLS = {{-1, 0}, {1, 0}};

  /** Lemma 20, cases (a) and (b): covariance Sigma and area rate Q12/beta. */
  @ParameterizedTest
  @CsvSource({
    "3, 1, 1, 2, 2, 0.5, 1, 1, 0.68, -0.04, 0.52, -0.1",
    "1, 2, -1, 1.5, 1, 0.3, 0.5, 4, 0.17, 0.04, 0.11, 0.185"
  })
  void linearFieldsHaveTheCovarianceAndAreaRateOfLemma20(
      double f11,
      double f12,
      double f21,
      double f22,
      double d11,
      double d12,
      double d22,
      double beta,
      double s11,
      double s12,
      double s22,
      double area) {
    Moments moments = new Moments(2);
    AreaRates areas = new AreaRates(2);
    MatrixField d = MatrixField.constant(new double[] {d11, d12}, new double[] {d12, d22});
    double[][] f = {{f11, f12}, {f21, f22}};
    new Ensemble(OrnsteinUhlenbeck.field(f, d), beta, 0.002)
        .paths(512)
        .scheme(Scheme.HEUN)
        .burnIn(2500)
        .run(20_000, moments, areas);
    double[] s = {s11, s12, s12, s22};
    for (int k = 0; k < 4; k++) {
      double error = moments.covarianceError(k / 2, k % 2);
      assertThat(moments.covariance(k / 2, k % 2)).isCloseTo(s[k], within(4 * error));
      assertThat(error).isLessThan(0.01 * s11);
    }
    assertThat(areas.rate(0, 1)).isCloseTo(area, within(4 * areas.error(0, 1)));
    assertThat(areas.error(0, 1)).isLessThan(0.2 * Math.abs(area));
  }

  /** Example 19: e^-Phi/Z for every lambda, circulation lambda pi/Z. */
  @ParameterizedTest
  @CsvSource({"0", "1.5"})
  void example19HasItsDensityAndItsCirculation(double lambda) {
    Example19 example = new Example19(lambda);
    PathHistogram histogram = new PathHistogram(Box.cube(2, 2.4), 12, 12).every(5);
    AreaRates areas = new AreaRates(2);
    new Ensemble(example.field(), Example19.BETA, 0.005)
        .paths(2048)
        .start(WELLS)
        .burnIn(1000)
        .run(10_000, histogram, areas);
    assertThat(histogram.totalVariation(Example19::stationaryDensity)).isLessThan(0.02);
    assertThat(areas.rate(0, 1)).isCloseTo(example.areaRate(), within(4 * areas.error(0, 1)));
    assertThat(areas.error(0, 1)).isLessThan(0.02);
  }

  /**
   * A-type integration is Ito's with the drift that the manufactured example has; D depends on x
   * and is anisotropic; the area rate is the mean of Q12 over beta.
   */
  @Test
  void varyingAnisotropicNoiseHasTheDensityThatItWasMadeFor() {
    ManufacturedExample example = ManufacturedExample.plane(2);
    double z = example.partition();
    PathHistogram histogram = new PathHistogram(Box.cube(2, 2.4), 12, 12).every(5);
    AreaRates areas = new AreaRates(2);
    new Ensemble(example.field(), 2, 0.004)
        .paths(1024)
        .start(WELLS)
        .burnIn(1500)
        .run(6000, histogram, areas);
    assertThat(histogram.totalVariation(x -> Math.exp(-2 * example.phi(x)) / z)).isLessThan(0.025);
    assertThat(areas.rate(0, 1)).isCloseTo(0.25, within(4 * areas.error(0, 1)));
    assertThat(areas.error(0, 1)).isLessThan(0.02);
  }

  @Test
  void errorsOfOnePathComeFromBlocksOfTime() {
    MatrixField one = MatrixField.identity(1);
    Moments moments = new Moments(1);
    double dt = 0.02;
    int steps = 400_000;
    new Ensemble(OrnsteinUhlenbeck.field(new double[][] {{1}}, one), 1, dt)
        .seed(3)
        .burnIn(500)
        .run(steps, moments);
    // the squares of a process with correlation e^-t decay as e^-2t, so their time is 1/2
    double expected = Math.sqrt(2 / (steps * dt));
    assertThat(moments.covarianceError(0, 0)).isBetween(0.6 * expected, 1.6 * expected);
    double euler = 1 / (1 - dt / 2);
    assertThat(moments.covariance(0, 0)).isCloseTo(euler, within(4 * expected));
  }
}

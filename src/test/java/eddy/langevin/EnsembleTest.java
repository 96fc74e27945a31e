package eddy.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Box;
import eddy.fields.Field;
import eddy.fields.MatrixField;
import eddy.fields.OrnsteinUhlenbeck;
import org.junit.jupiter.api.Test;

class EnsembleTest {
  private static Field caseB() {
    return OrnsteinUhlenbeck.field(
        new double[][] {{1, 2}, {-1, 1.5}},
        MatrixField.constant(new double[] {1, .3}, new double[] {.3, .5}));
  }

  @Test
  void ornsteinUhlenbeckHasTheCovarianceAndTheAreaRateOfLemma20() {
    double dt = 0.01;
    Moments moments = new Moments(2);
    AreaRates areas = new AreaRates(2);
    PathHistogram histogram = new PathHistogram(Box.cube(2, 2), 16, 16);
    Ensemble ensemble = new Ensemble(caseB(), 4, dt).paths(400).seed(7).burnIn(500);
    ensemble.run(1000, moments, areas, histogram);
    // the Euler-Maruyama recursion has its own exact covariance, O(dt) from Lemma 20's
    LinearRecursion step =
        LinearRecursion.sgd(
            new double[][] {{1, 2}, {-1, 1.5}},
            new double[][] {{.5 / dt, .15 / dt}, {.15 / dt, .25 / dt}},
            dt);
    double[] s = step.stationaryCovariance();
    assertThat(s[0]).isCloseTo(.17, within(.01));
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        assertThat(moments.covariance(i, j))
            .isCloseTo(s[2 * i + j], within(4 * moments.covarianceError(i, j)));
      }
      assertThat(moments.mean(i)).isCloseTo(0, within(4 * moments.meanError(i)));
    }
    assertThat(areas.rate(0, 1))
        .isCloseTo(step.areaPerStep()[1] / dt, within(4 * areas.error(0, 1)));
    assertThat(areas.error(0, 1)).isBetween(1e-4, 0.01);
    assertThat(areas.rate(1, 0)).isEqualTo(-areas.rate(0, 1));
    assertThat(histogram.total()).isEqualTo(400_000);
  }

  @Test
  void goingOnIsTheSameAsOneRun() {
    Ensemble one = new Ensemble(caseB(), 4, 0.01).paths(130).seed(2);
    Ensemble two = new Ensemble(caseB(), 4, 0.01).paths(130).seed(2);
    Paths path = new Paths(2, 5);
    one.run(100);
    two.run(60);
    two.run(40, path);
    assertThat(two.positions()).isDeepEqualTo(one.positions());
    assertThat(path.path(1)).hasDimensions(8, 2);
    assertThat(path.path(1)[7]).isEqualTo(one.positions()[1]);
  }

  @Test
  void badInputIsRefusedInOneSentence() {
    assertThatThrownBy(() -> new Ensemble(caseB(), -1, 0.1)).hasMessageContaining("beta");
    assertThatThrownBy(() -> new Ensemble(caseB(), 1, 0)).hasMessageContaining("dt");
    Ensemble blowsUp =
        new Ensemble(
                Field.ofDrift((x, b) -> b[0] = -x[0] * x[0] * x[0], MatrixField.identity(1)), 1, 1)
            .start(10);
    assertThatThrownBy(() -> blowsUp.run(1000))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("smaller dt");
  }
}

package eddy.study.longrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.run.Progress;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import eddy.spectral.Series;
import org.junit.jupiter.api.Test;

class CirculationTestTest {
  private static final HeavyBallModes MODES =
      HeavyBallModes.of(
          HeavyBallModesTest.model(
              3,
              new double[] {3, 1, 0, 1, 2, 0.4, 0, 0.4, 0.9},
              new double[] {0.3, 0.4, 0.1, 0.4, 2, 0.8, 0.1, 0.8, 3}),
          0.05,
          0,
          1,
          1e-3);
  private static final CirculationTest TEST = new CirculationTest(3, 200, 300, 199);

  /** In the space of the weights, where the modes are directions. */
  private static Series weights(HeavyBallModes modes, int n, long seed) {
    double[][] y = QuadraticSgdTest.path(modes, n, seed);
    double[] v = modes.directions();
    double[][] x = new double[3][n];
    for (int p = 0; p < 3; p++) {
      for (int t = 0; t < n; t++) {
        for (int i = 0; i < 3; i++) {
          x[p][t] += v[i * 3 + p] * y[i][t];
        }
      }
    }
    return Series.of(x);
  }

  @Test
  void seesThePredictedCirculationAndVariances() {
    CirculationTest.Outcome found = TEST.of(weights(MODES, 30_000, 1), MODES, 1, Progress.NONE);
    assertThat(found.result().pValue()).isEqualTo(1.0 / 200);
    assertThat(found.slope()).isCloseTo(1, within(4 * found.slopeError()));
    double[] relaxation = MODES.relaxationTimes();
    double[] ratio = found.varianceRatios();
    for (int i = 0; i < 3; i++) {
      double error = Math.sqrt(2 * (1 + 2 * relaxation[i]) / 30_000);
      assertThat(ratio[i]).isCloseTo(1, within(4 * error));
    }
  }

  /** Power 1 with the force; without it 100 runs at the 20 % level, ± 4 standard errors of 4 %. */
  @Test
  void hasItsPowerAndItsSize() {
    Rejections power = TEST.rejections(MODES, 8000, 20, 0.05, 1, Progress.NONE);
    assertThat(power).isEqualTo(new Rejections(20, 20));
    Rejections size = TEST.rejections(MODES.withoutCirculation(), 8000, 100, 0.2, 2, Progress.NONE);
    assertThat(size.rate()).isCloseTo(0.2, within(0.16));
  }

  /**
   * A cycle would be seen: a rotation that turns once within its relaxation time of 10 snapshots,
   * beside a third direction that does not turn, as long as the trajectories and with their
   * detrending. The errors of the angle and of the decay are √((1 − r²)/n).
   */
  @Test
  void seesAPathThatComesRound() {
    int n = 100_000;
    double r = Math.exp(-0.1);
    double angle = 2 * Math.PI / 10;
    RandomStream random = new RandomStream(5, StreamName.NOISE);
    double[][] x = new double[3][n];
    for (int t = 1; t < n; t++) {
      x[0][t] =
          r * (Math.cos(angle) * x[0][t - 1] - Math.sin(angle) * x[1][t - 1])
              + random.nextGaussian();
      x[1][t] =
          r * (Math.sin(angle) * x[0][t - 1] + Math.cos(angle) * x[1][t - 1])
              + random.nextGaussian();
      x[2][t] = r * x[2][t - 1] + random.nextGaussian();
    }
    CirculationTest.Outcome found = TEST.of(Series.of(x), MODES, 1, Progress.NONE);
    double error = Math.sqrt((1 - r * r) / n);
    double relative = error / angle + error / (r * 0.1);
    assertThat(relative).isLessThan(0.02);
    assertThat(found.turns()).isCloseTo(1, within(4 * relative));
    assertThat(found.turnsOfTheForce()).isCloseTo(1, within(4 * relative));
  }
}

package eddy.study.longrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.run.RandomStream;
import eddy.run.StreamName;
import org.junit.jupiter.api.Test;

class FittedPropagatorTest {

  /** y' = r R(angle) y + noise has the eigenvalues r e^(± i angle). */
  @Test
  void findsTheTurnOfARotationThatDecays() {
    double r = 0.9;
    double angle = 0.3;
    int n = 40_000;
    RandomStream random = new RandomStream(2, StreamName.NOISE);
    double[][] y = new double[2][n];
    for (int t = 1; t < n; t++) {
      y[0][t] =
          r * (Math.cos(angle) * y[0][t - 1] - Math.sin(angle) * y[1][t - 1])
              + random.nextGaussian();
      y[1][t] =
          r * (Math.sin(angle) * y[0][t - 1] + Math.cos(angle) * y[1][t - 1])
              + random.nextGaussian();
    }
    double expected = angle / (2 * Math.PI) / -Math.log(r);
    double error = Math.sqrt((1 - r * r) / n); // of an eigenvalue
    double relative = error / angle + error / (r * -Math.log(r));
    assertThat(FittedPropagator.of(y).turns()).isCloseTo(expected, within(4 * relative * expected));
  }

  /** SGD with a force turns only a little while it forgets. */
  @Test
  void circulationIsFarFromACycle() {
    HeavyBallModes modes =
        HeavyBallModes.of(
            HeavyBallModesTest.model(
                3,
                new double[] {3, 1, 0, 1, 2, 0.4, 0, 0.4, 0.9},
                new double[] {0.3, 0.4, 0.1, 0.4, 2, 0.8, 0.1, 0.8, 3}),
            0.05,
            0,
            1,
            1e-3);
    double turns = FittedPropagator.of(QuadraticSgdTest.path(modes, 20_000, 3)).turns();
    assertThat(turns).isBetween(0.0, 0.05);
  }
}

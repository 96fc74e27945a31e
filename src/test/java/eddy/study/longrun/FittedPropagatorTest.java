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
    FittedPropagator found = FittedPropagator.of(y);
    assertThat(found.turns()).isCloseTo(expected, within(4 * relative * expected));
    assertThat(found.turnsOfTheForce()).isCloseTo(expected, within(4 * relative * expected));
  }

  /**
   * SGD with a force on a quadratic loss: its mean path does not turn, for M = I − η F is
   * symmetric; the force alone turns as the exact covariances say, S and C(1) = M S, with S and the
   * area rate (S M − M S)/2 by SciPy. Two dimensions have one plane: s = tr K/2, ω = area/√det S.
   */
  @Test
  void theForceTurnsThoughTheMeanPathDoesNot() {
    double[] s = {0.03985428051001823, -0.00025500910746812625, 0.028998178506375243};
    double area = 0.0005555555555555554;
    double omega = area / Math.sqrt(s[0] * s[2] - s[1] * s[1]);
    double decay = 1 - 0.1 * (3 + 2) / 2; // tr M/2 = tr K/2
    double expected =
        Math.atan2(omega, decay) / (2 * Math.PI) / -Math.log(Math.hypot(omega, decay));
    HeavyBallModes modes =
        HeavyBallModes.of(
            HeavyBallModesTest.model(2, new double[] {3, 1, 1, 2}, new double[] {2, 0.5, 0.5, 1}),
            0.1,
            0,
            1,
            1e-3);
    int n = 400_000;
    FittedPropagator found = FittedPropagator.of(QuadraticSgdTest.path(modes, n, 3));
    double error = Math.sqrt((1 - decay * decay) / n); // of ω
    assertThat(error).isLessThan(0.1 * omega);
    assertThat(found.turns()).isZero();
    assertThat(found.turnsOfTheForce()).isCloseTo(expected, within(4 * error / omega * expected));
  }

  /** Without a force only the scatter of an estimate is left, ω below four standard errors. */
  @Test
  void aReversiblePathTurnsByItsScatterOnly() {
    HeavyBallModes modes =
        HeavyBallModes.of(
            HeavyBallModesTest.model(2, new double[] {3, 1, 1, 2}, new double[] {2, 0.5, 0.5, 1}),
            0.1,
            0,
            1,
            1e-3);
    int n = 100_000;
    FittedPropagator found =
        FittedPropagator.of(QuadraticSgdTest.path(modes.withoutCirculation(), n, 4));
    double least = 0.638; // of the two eigenvalues of M
    double most = 0.862;
    double omega = 4 / Math.sqrt(n);
    assertThat(found.turnsOfTheForce()).isLessThan(omega / least / (2 * Math.PI) / -Math.log(most));
  }
}

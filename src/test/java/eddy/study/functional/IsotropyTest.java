package eddy.study.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.ManufacturedExample;
import org.junit.jupiter.api.Test;

/** Lemma 6 and its counter-examples. */
class IsotropyTest {
  private static final double[][] M = {{1, .5}, {.5, .5}};
  private static final double[][] POINTS = {{.3, .7}, {2, 5}, {4.1, 1.2}, {6, 3.3}};

  @Test
  void forceOfAManufacturedExample() {
    ManufacturedExample example = ManufacturedExample.torus(2);
    var force = new ForceOfPotential(example.field(), example::gradPhi, 2);
    double[] expected = new double[2];
    for (double[] x : POINTS) {
      example.force(x, expected);
      assertThat(force.at(x)).containsExactly(expected, within(1e-11));
    }
    assertThatThrownBy(() -> new ForceOfPotential(example.field(), example::gradPhi, 0))
        .hasMessageContaining("beta");
  }

  /** D = I + c e^(beta f) M leaves no force although it is anisotropic; a constant D leaves one. */
  @Test
  void counterExampleHasDetailedBalance() {
    var field = TorusLoss.counterExample(0.5, 1, M);
    assertThat(new ForceOfPotential(field, TorusLoss::gradient, 1).relative(POINTS))
        .isLessThan(1e-12);
    var other = TorusLoss.under(new double[] {1, .3}, new double[] {.3, .5});
    assertThat(new ForceOfPotential(other, TorusLoss::gradient, 1).relative(POINTS))
        .isGreaterThan(0.1);
    assertThat(TorusLoss.anisotropy(field, TorusLoss.points(12))).isGreaterThan(1.5);
    assertThat(TorusLoss.anisotropy(TorusLoss.isotropic(3), POINTS)).isEqualTo(1);
    var skewed = TorusLoss.under(new double[] {4, 0}, new double[] {0, 1});
    assertThat(TorusLoss.anisotropy(skewed, POINTS)).isEqualTo(4);
    assertThatThrownBy(() -> TorusLoss.counterExample(-1, 1, M)).hasMessageContaining("at least 0");
  }

  @Test
  void thePotentialOfTheCounterExampleIsTheLossToSecondOrder() {
    double[] gap =
        LossAndPotential.distances(
            TorusLoss.counterExample(0.5, 1, M), 1, TorusLoss::value, 24, 48);
    assertThat(LossAndPotential.limit(gap)).isLessThan(gap[1] / 4);
    assertThat(Math.log(gap[0] / gap[1]) / Math.log(2)).isBetween(1.6, 2.4);
  }

  @Test
  void underIsotropicNoiseThePotentialIsTheLossByC() {
    double[] error = new double[2];
    for (int k = 0; k < 2; k++) {
      var solved = LossAndPotential.of(TorusLoss.isotropic(2), 1, TorusLoss.grid(32 << k));
      error[k] = solved.distance(x -> TorusLoss.value(x) / 2);
      assertThat(solved.largestForce()).isLessThan(1e-12);
      assertThat(solved.distance(TorusLoss::value)).isCloseTo(0.25, within(1e-3));
      assertThat(solved.factor(TorusLoss::value)).isCloseTo(0.5, within(2e-3));
    }
    assertThat(Math.log(error[0] / error[1]) / Math.log(2)).isBetween(1.8, 2.2);
  }

  @Test
  void currentsVanishWhereNoiseAndHessianCommute() {
    TurnedNoise noise = new TurnedNoise(3, 1, .2, 5);
    double[] production = noise.entropyProduction(0, 30, 45, 90);
    assertThat(production[0]).isCloseTo(0, within(1e-13));
    assertThat(production[3]).isCloseTo(0, within(1e-13));
    assertThat(production[1]).isCloseTo(noise.predicted(30), within(1e-11));
    assertThat(production[2]).isCloseTo(noise.predicted(45), within(1e-11)).isGreaterThan(1);
    assertThatThrownBy(() -> new TurnedNoise(0, 1, 1, 1)).hasMessageContaining("above 0");
  }
}

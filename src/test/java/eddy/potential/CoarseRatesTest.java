package eddy.potential;

import static org.assertj.core.api.Assertions.assertThat;

import eddy.fields.Box;
import eddy.fields.GradientDoubleWell;
import eddy.fields.ManufacturedExample;
import eddy.linalg.RateMatrix;
import org.junit.jupiter.api.Test;

class CoarseRatesTest {
  /** Masses over 50 orders of magnitude, with a strong current, stay what they are. */
  @Test
  void anyMassIsStationaryBetweenWalls() {
    Grid fine = Grid.square(2, 40);
    Grid coarse = Grid.square(2, 17);
    double[] psi = new double[41 * 41];
    for (int j = 0; j <= 40; j++) {
      for (int i = 0; i <= 40; i++) {
        psi[j * 41 + i] = 5 * Math.sin(Math.PI * i / 20) * Math.sin(Math.PI * j / 40);
      }
    }
    FokkerPlanckOperator operator = FokkerPlanckOperator.of(GradientDoubleWell.field(), 30, coarse);
    double[] mass = coarse.sample(x -> Math.exp(-15 * (x[0] * x[0] + x[1] * x[1] + x[0])));
    assertStationary(CoarseRates.of(operator, mass, psi, fine), mass);
  }

  @Test
  void anyMassIsStationaryOnATorus() {
    Box period = Box.of(0, 2 * Math.PI, 0, 2 * Math.PI);
    Grid fine = Grid.torus(period, 24, 24);
    double[] psi = new double[25 * 25];
    for (int j = 0; j <= 24; j++) {
      for (int i = 0; i <= 24; i++) {
        psi[j * 25 + i] =
            Math.cos(Math.PI * i / 12) * Math.sin(Math.PI * j / 6) + 0.3 * j - 0.2 * i;
      }
    }
    Grid coarse = Grid.torus(period, 12, 12);
    FokkerPlanckOperator operator =
        FokkerPlanckOperator.of(ManufacturedExample.torus(2).field(), 2, coarse);
    double[] mass = coarse.sample(x -> Math.exp(3 * Math.sin(x[0]) + Math.cos(x[1])));
    assertStationary(CoarseRates.of(operator, mass, psi, fine), mass);
  }

  private static void assertStationary(RateMatrix rates, double[] mass) {
    double[] change = new double[mass.length];
    rates.apply(mass, change);
    for (int i = 0; i < mass.length; i++) {
      assertThat(Math.abs(change[i])).isLessThanOrEqualTo(1e-12 * rates.leaving(i) * mass[i]);
    }
  }
}

package eddy.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.special.Erf;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class JkoTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  @Test
  void heatAndOrnsteinUhlenbeckStepsAgreeWithTheReference() {
    JkoGaussian heat = new JkoGaussian(0, 1);
    JkoGaussian ou = new JkoGaussian(1, 2);
    for (int k = 0; k < 10; k++) {
      heat = heat.step(0.1, 0, 1);
      ou = ou.step(0.1, 1.5, 0.5);
    }
    assertThat(heat.deviation()).isCloseTo(1.7168331761407218, CLOSE);
    assertThat(ou.deviation()).isCloseTo(0.7548414856191739, CLOSE);
    assertThat(ou.mean()).isCloseTo(0.24718470612186577, CLOSE);
    for (int k = 0; k < 400; k++) {
      ou = ou.step(0.1, 1.5, 0.5);
    }
    assertThat(ou.deviation() * ou.deviation()).isCloseTo(1 / 3., CLOSE);
    assertThat(new JkoGaussian(1, 2).distanceSquared(new JkoGaussian(3, 5))).isEqualTo(13);
    assertThatThrownBy(() -> new JkoGaussian(0, 0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> new JkoGaussian(0, 1).step(0, 1, 1)).hasMessageContaining("tau");
  }

  /** The step is the minimum of its functional: nearby Gaussians have a larger one. */
  @Test
  void gaussianStepIsAMinimum() {
    JkoGaussian start = new JkoGaussian(1, 2);
    JkoGaussian end = start.step(0.3, 1.5, 0.5);
    double least = functional(start, end);
    for (double e : new double[] {-1e-4, 1e-4}) {
      assertThat(functional(start, new JkoGaussian(end.mean() + e, end.deviation())))
          .isGreaterThan(least);
      assertThat(functional(start, new JkoGaussian(end.mean(), end.deviation() + e)))
          .isGreaterThan(least);
    }
  }

  private static double functional(JkoGaussian from, JkoGaussian to) {
    double energy = 0.75 * (to.mean() * to.mean() + to.deviation() * to.deviation());
    return energy - 0.5 * Math.log(to.deviation()) + to.distanceSquared(from) / 0.6;
  }

  @Test
  void stepsAreFirstOrderInTheirLength() {
    double[] error = new double[3];
    for (int k = 0; k < 3; k++) {
      int steps = 20 << k;
      JkoGaussian heat = new JkoGaussian(0, 1);
      for (int i = 0; i < steps; i++) {
        heat = heat.step(1.0 / steps, 0, 1);
      }
      error[k] = Math.sqrt(3) - heat.deviation();
    }
    assertThat(Math.log(error[0] / error[2]) / Math.log(4)).isBetween(0.9, 1.1);
  }

  /** Quantiles of a Gaussian follow the closed form as their number grows. */
  @Test
  void quantileStepsConvergeToTheClosedForm() {
    JkoQuantiles jko = new JkoQuantiles(x -> 0.75 * x * x, x -> 1.5 * x, x -> 1.5, 0.5);
    double[] error = new double[2];
    for (int k = 0; k < 2; k++) {
      int n = 100 << (2 * k);
      double[] x = new double[n];
      for (int i = 0; i < n; i++) {
        x[i] = 1 + 2 * Math.sqrt(2) * Erf.erfInv(2 * (i + 0.5) / n - 1);
      }
      double before = jko.freeEnergy(x);
      for (int step = 0; step < 3; step++) {
        x = jko.step(x, 0.1);
        double free = jko.freeEnergy(x);
        assertThat(free).isLessThan(before);
        before = free;
      }
      double median = (x[n / 2] + x[n / 2 - 1]) / 2;
      assertThat(median).isCloseTo(0.6575162324319883, within(1e-9));
      double upper = x[(int) (0.8 * n)];
      double level = 2 * ((int) (0.8 * n) + 0.5) / n - 1;
      double exact = 0.6575162324319883 + 1.389180711147607 * Math.sqrt(2) * Erf.erfInv(level);
      error[k] = Math.abs(upper - exact);
    }
    assertThat(error[1]).isLessThan(2e-3);
    assertThat(error[1]).isLessThan(error[0] / 2);
  }

  @Test
  void unorderedQuantilesAreRefused() {
    JkoQuantiles jko = new JkoQuantiles(x -> x * x / 2, x -> x, x -> 1, 1);
    assertThatThrownBy(() -> jko.step(new double[] {0, 1, 1}, 0.1))
        .hasMessageContaining("strictly ascending");
  }
}

package eddy.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Box;
import eddy.fields.Example19;
import eddy.fields.Field;
import eddy.fields.MatrixField;
import eddy.fields.OrnsteinUhlenbeck;
import org.junit.jupiter.api.Test;

class EvolutionTest {
  private static double[] gaussian(Grid grid, double m1, double m2, double variance) {
    double[] rho =
        grid.sample(
            x ->
                Math.exp(
                    -((x[0] - m1) * (x[0] - m1) + (x[1] - m2) * (x[1] - m2)) / (2 * variance)));
    double sum = 0;
    for (double v : rho) {
      sum += v * grid.cellVolume();
    }
    for (int i = 0; i < rho.length; i++) {
      rho[i] /= sum;
    }
    return rho;
  }

  /** Theorem 5 without Assumption 4: F falls on Example 19, where div j is not 0. */
  @Test
  void freeEnergyFallsOnExampleNineteen() {
    StationaryState state = FokkerPlanck.stationary(Example19.field(1.5), 1, Grid.square(4, 48));
    double[] rho = gaussian(state.grid(), 1.5, 1, 0.05);
    double volume = state.grid().cellVolume();
    for (double step : new double[] {0.01, 1}) {
      Evolution evolution = new Evolution(state.operator(), step);
      FreeEnergy before = FreeEnergy.of(state, rho);
      for (int k = 0; k < 12; k++) {
        rho = evolution.step(rho);
        FreeEnergy after = FreeEnergy.of(state, rho);
        assertThat(after.value()).isLessThan(before.value());
        assertThat(after.rate()).isNegative();
        assertThat(after.value()).isCloseTo(after.energy() - after.entropy(), within(1e-11));
        before = after;
      }
      double mass = 0;
      for (double v : rho) {
        assertThat(v).isPositive();
        mass += v * volume;
      }
      assertThat(mass).isCloseTo(1, within(1e-13));
    }
    assertThat(FreeEnergy.of(state, rho).value()).isBetween(0.0, 0.01);
    assertThat(FreeEnergy.of(state, state.density()).value()).isCloseTo(0, within(1e-14));
  }

  /** Against the closed form of the Ornstein-Uhlenbeck process, extrapolated to step 0. */
  @Test
  void freeEnergyAgreesWithTheClosedForm() {
    double[][] f = {{1, 2}, {-1, 1.5}};
    double[] d = {1, .3, .3, .5};
    LinearSteadyState linear = LinearSteadyState.of(2, new double[] {1, 2, -1, 1.5}, d);
    double[] mean = {0.6, -0.3};
    double variance = 0.15;
    GaussianRelaxation exact =
        new GaussianRelaxation(linear, 4, mean, new double[] {variance, 0, 0, variance});
    Field field =
        OrnsteinUhlenbeck.field(
            f, MatrixField.constant(new double[] {1, .3}, new double[] {.3, .5}));
    StationaryState state =
        FokkerPlanck.stationary(field, 4, Grid.of(Box.of(-2.6, 2.6, -2.4, 2.4), 80, 80));
    double[] value = new double[3];
    for (int k = 0; k < 3; k++) {
      int steps = 12 << k;
      Evolution evolution = new Evolution(state.operator(), 0.5 / steps);
      double[] rho = gaussian(state.grid(), mean[0], mean[1], variance);
      for (int i = 0; i < steps; i++) {
        rho = evolution.step(rho);
      }
      value[k] = FreeEnergy.of(state, rho).value();
    }
    double expected = exact.at(0.5).freeEnergy();
    double extrapolated = (8 * value[2] - 6 * value[1] + value[0]) / 3;
    assertThat(extrapolated).isCloseTo(expected, within(1e-3));
    double order = Math.log((value[0] - value[1]) / (value[1] - value[2])) / Math.log(2);
    assertThat(order).isBetween(0.8, 1.3);
  }

  @Test
  void rateIsTheDerivativeUnderTheOperator() {
    StationaryState state = FokkerPlanck.stationary(Example19.field(0.5), 1, Grid.square(3, 24));
    double[] rho = gaussian(state.grid(), 0.5, -0.5, 0.3);
    FreeEnergy now = FreeEnergy.of(state, rho);
    double[] change = new double[rho.length];
    state.operator().apply(rho, change);
    double h = 1e-6;
    double[] values = new double[2];
    for (int sign = 0; sign < 2; sign++) {
      double[] moved = rho.clone();
      for (int i = 0; i < rho.length; i++) {
        moved[i] = Math.max(0, moved[i] + (sign == 0 ? -h : h) * change[i]);
      }
      values[sign] = FreeEnergy.of(state, moved).value();
    }
    assertThat(now.rate()).isCloseTo((values[1] - values[0]) / (2 * h), within(1e-5));
  }

  @Test
  void unusableStepsAreRefused() {
    FokkerPlanckOperator operator =
        FokkerPlanckOperator.of(Example19.field(0), 1, Grid.square(2, 8));
    assertThatThrownBy(() -> new Evolution(operator, 0)).hasMessageContaining("time step");
    assertThatThrownBy(() -> new Evolution(operator, 1).step(new double[3]))
        .hasMessageContaining("64 cells");
    double[] negative = new double[64];
    negative[5] = -1;
    assertThatThrownBy(() -> new Evolution(operator, 1).step(negative))
        .hasMessageContaining("never negative");
  }
}

package eddy.study.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eddy.potential.LinearSteadyState;
import eddy.run.Progress;
import org.junit.jupiter.api.Test;

class CirculationTest {
  private static final Circulation.Sampling SHORT = new Circulation.Sampling(0.02, 40, 400, 5);

  /** Covariance, area rate and entropy production of case (b) within four standard errors. */
  @Test
  void theMeasuredNumbersAreThePredictedOnes() {
    LinearSteadyState state = ReferenceCase.ROTATION_2.state();
    double beta = ReferenceCase.ROTATION_2.beta();
    Circulation found = Circulation.measure(state, beta, SHORT, Progress.NONE);
    double[] sigma = state.covariance(beta);
    for (int i = 0; i < 4; i++) {
      assertThat(found.covariance(i / 2, i % 2).deviation(sigma[i])).isLessThan(4);
    }
    assertThat(found.area(0, 1).deviation(found.expectedArea(0, 1))).isLessThan(4);
    assertThat(Math.abs(found.expectedArea(0, 1) - state.areaRates(beta)[1])).isLessThan(0.01);
    assertThat(found.area(0, 1).error()).isBetween(0.001, 0.004);
    Measured production = found.entropyProduction();
    assertThat(Math.abs(production.value() - state.entropyProduction()))
        .isLessThan(4 * production.error() + 0.15); // the step of 0.02 takes off 3 %
    assertThat(production.error()).isLessThan(0.1);
    assertThat(found.bound(0, 1)).isBetween(1.1, 1.9); // 1.46 in the long run
  }

  @Test
  void theReversibleTwinDoesNotCirculate() {
    LinearSteadyState state = ReferenceCase.HESSIAN_3.state();
    LinearSteadyState twin = state.reversibleTwin();
    Circulation found = Circulation.measure(twin, 10, SHORT, Progress.NONE);
    double[] sigma = state.covariance(10);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(found.covariance(i, j).deviation(sigma[i * 3 + j])).isLessThan(4.5);
        assertThat(found.expectedArea(i, j)).isBetween(-1e-12, 1e-12);
        if (i != j) {
          assertThat(found.area(i, j).deviation(0)).isLessThan(4);
        }
      }
    }
    assertThat(found.entropyProduction().deviation(0)).isLessThan(4);
  }

  @Test
  void badSamplingAndSaddlesAreRefused() {
    assertThatThrownBy(() -> new Circulation.Sampling(0.02, 40, 30, 1))
        .hasMessageContaining("multiple of 20");
    assertThatThrownBy(
            () -> Circulation.measure(ReferenceCase.SADDLE_2.state(), 1, SHORT, Progress.NONE))
        .isInstanceOf(IllegalStateException.class);
  }
}

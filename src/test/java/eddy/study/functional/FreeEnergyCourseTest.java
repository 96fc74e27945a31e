package eddy.study.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Example19;
import eddy.fields.MatrixField;
import eddy.fields.OrnsteinUhlenbeck;
import eddy.potential.FokkerPlanck;
import eddy.potential.GaussianRelaxation;
import eddy.potential.Grid;
import eddy.potential.LinearSteadyState;
import eddy.potential.StationaryState;
import eddy.run.Progress;
import org.junit.jupiter.api.Test;

class FreeEnergyCourseTest {
  private static final double[][] F = {{1, 2}, {-1, 1.5}};
  private static final double[][] D = {{1, .3}, {.3, .5}};
  private static final double BETA = 4;
  private final LinearSteadyState linear = LinearSteadyState.of(F, D);
  private final double[] mean = {1, -0.5};
  private final double[] covariance = {.5, .1, .1, .2};
  private final GaussianRelaxation start = new GaussianRelaxation(linear, BETA, mean, covariance);

  /** The entropy production at time 0, solved with SciPy. */
  @Test
  void closedFormSplitsEnergyAndEntropyProduction() {
    FreeEnergyCourse course = FreeEnergyCourse.closedForm(linear, BETA, start, 0, 0.5, 1, 2, 4);
    assertThat(course.value()[1]).isCloseTo(0.4055957926170972, within(1e-10));
    assertThat(FreeEnergyCourse.rateError(start, 0.2, 1, 3)).isLessThan(1e-6);
    assertThat(course.splitError()).isLessThan(1e-12);
    assertThat(course.largestIncrease()).isNegative();
    assertThat(course.points().get(0).production().total()).isCloseTo(40.3028, within(5e-5));
    assertThat(course.points().get(0).production().relaxation()).isCloseTo(15.0161, within(5e-5));
    assertThat(course.points().get(0).production().housekeeping()).isCloseTo(25.2868, within(5e-5));
    assertThat(course.leastProduction()).isEqualTo(course.points().get(4).production().total());
    assertThat(course.remainder()).isCloseTo(3.338e-5, within(1e-7));
    assertThat(course.productionError()).isLessThan(1e-11);
    assertThat(course.points().get(4).production().total())
        .isCloseTo(linear.entropyProduction(), within(2e-3));
  }

  @Test
  void gridAgreesWithTheClosedFormAndSplitsItsEntropyProduction() {
    var field = OrnsteinUhlenbeck.field(F, MatrixField.constant(D));
    double[] narrow = {.15, .02, .02, .12};
    double[] near = {0.5, -0.2};
    GaussianRelaxation exact = new GaussianRelaxation(linear, BETA, near, narrow);
    var first = FreeEnergyCourse.closedForm(linear, BETA, exact, 0).points().get(0).production();
    double[] error = new double[2];
    double[] production = new double[2];
    for (int k = 0; k < 2; k++) {
      StationaryState state = FokkerPlanck.stationary(field, BETA, Grid.square(2.8, 36 << k));
      double[] rho = GridDensity.gaussian(state.grid(), near, narrow);
      var coarse = FreeEnergyCourse.onGrid(state, rho, 0.02, 10, Progress.NONE);
      var fine = FreeEnergyCourse.onGrid(state, rho, 0.01, 20, Progress.NONE);
      error[k] = FreeEnergyCourse.extrapolatedError(coarse, fine, t -> exact.at(t).freeEnergy());
      production[k] = Math.abs(fine.points().get(0).production().total() - first.total());
      assertThat(coarse.largestIncrease()).isNegative();
      assertThat(coarse.productionError()).isLessThan(1e-9);
      assertThatThrownBy(() -> FreeEnergyCourse.extrapolatedError(fine, coarse, t -> 0))
          .hasMessageContaining("twice as many");
    }
    assertThat(error[1]).isLessThan(error[0] / 3);
    assertThat(production[1]).isLessThan(production[0] / 3);
  }

  /** In the stationary state all entropy production is housekeeping, lambda^2 * 0.681381611546. */
  @Test
  void stationaryProductionIsHousekeeping() {
    double[] error = new double[2];
    for (int k = 0; k < 2; k++) {
      StationaryState state =
          FokkerPlanck.stationary(Example19.field(1.5), 1, Grid.square(4, 32 << k));
      var course = FreeEnergyCourse.onGrid(state, state.density(), 1, 1, Progress.NONE);
      var production = course.points().get(0).production();
      assertThat(production.relaxation()).isCloseTo(0, within(1e-12));
      assertThat(production.total()).isCloseTo(state.entropyProduction(), within(1e-12));
      error[k] = Math.abs(production.housekeeping() - 2.25 * 0.681381611546);
    }
    assertThat(error[1]).isLessThan(error[0] / 2.5);
  }

  @Test
  void shapesThatAreNoDensitiesAreRefused() {
    Grid grid = Grid.square(1, 8);
    assertThatThrownBy(() -> GridDensity.of(grid, x -> x[0])).hasMessageContaining("negative");
    assertThatThrownBy(() -> GridDensity.of(grid, x -> 0)).hasMessageContaining("mass 0");
    assertThatThrownBy(() -> GridDensity.gaussian(grid, mean, new double[] {1, 2, 2, 1}))
        .hasMessageContaining("positive definite");
  }
}

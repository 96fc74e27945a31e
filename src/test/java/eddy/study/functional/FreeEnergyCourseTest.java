package eddy.study.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Example19;
import eddy.potential.FokkerPlanck;
import eddy.potential.GaussianRelaxation;
import eddy.potential.Grid;
import eddy.potential.LinearSteadyState;
import eddy.potential.StationaryState;
import eddy.run.ComputationInterrupted;
import eddy.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    double[] narrow = {.15, .02, .02, .12};
    GaussianRelaxation exact =
        new GaussianRelaxation(linear, BETA, new double[] {0.5, -0.2}, narrow);
    var agreement = GridAgreement.of(F, D, BETA, exact, 2.8, 72, 0.2, 10, null, Progress.NONE);
    assertThat(agreement.order()).isBetween(1.6, 2.4);
    assertThat(agreement.error()).isLessThan(agreement.fineError() / 4).isLessThan(1e-3);
    FreeEnergyCourse course = agreement.course();
    assertThat(course.largestIncrease()).isNegative();
    assertThat(course.productionError()).isLessThan(1e-9);
    assertThat(course.every(20).time()).containsExactly(new double[] {0, .1, .2}, within(1e-12));
    var first = FreeEnergyCourse.closedForm(linear, BETA, exact, 0).points().get(0).production();
    assertThat(course.points().get(0).production().total())
        .isCloseTo(first.total(), within(0.02 * first.total()));
    assertThatThrownBy(() -> course.extrapolated(course)).hasMessageContaining("twice as many");
  }

  /** Interrupted in the middle and run again, it gives the same bits as in one go. */
  @Test
  void anInterruptedRunGoesOn(@TempDir Path folder) {
    StationaryState state = FokkerPlanck.stationary(Example19.field(1.5), 1, Grid.square(3, 16));
    double[] rho = GridDensity.of(state.grid(), x -> Math.exp(-x[0] * x[0] - x[1] * x[1]));
    double[] whole = FreeEnergyCourse.onGrid(state, rho, 0.1, 9, Progress.NONE).value();
    FreeEnergyCourse.onGrid(state, rho, 0.1, 4, folder, Progress.NONE);
    Progress stop = (phase, done, total, safe) -> Thread.currentThread().interrupt();
    assertThatThrownBy(() -> FreeEnergyCourse.onGrid(state, rho, 0.1, 9, folder, stop))
        .isInstanceOf(ComputationInterrupted.class)
        .hasMessageContaining("steps 1 to 4");
    List<Long> done = new ArrayList<>();
    Progress listen = (phase, k, total, safe) -> done.add(k);
    assertThat(FreeEnergyCourse.onGrid(state, rho, 0.1, 9, folder, listen).value())
        .isEqualTo(whole);
    assertThat(done).containsExactly(5L, 6L, 7L, 8L, 9L);
    FreeEnergyCourse.onGrid(state, rho, 0.2, 2, folder, Progress.NONE);
    assertThat(folder.toFile().list()).hasSize(2);
    assertThat(FreeEnergyCourse.onGrid(state, rho, 0.1, 3, folder, stop).value())
        .isEqualTo(Arrays.copyOf(whole, 4));
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

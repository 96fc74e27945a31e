package eddy.study.doublewell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Box;
import eddy.fields.Example19;
import eddy.fields.Field;
import eddy.fields.GradientDoubleWell;
import eddy.fields.ReversibleTwin;
import eddy.potential.Grid;
import eddy.run.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class WellStateTest {
  /** Most likely points, entropy production and circulation of another solver at n = 401. */
  private static final double[][] REFERENCE = {
    {2, 1.0225, 0.2038, 2.5428, -0.1616},
    {5, 1.0056, 0.0837, 2.3518, -0.1842}
  };

  @Test
  void trueLossAgreesWithTheReferenceAndTheExactMarginals() {
    List<WellState> states =
        WellState.solve(GradientDoubleWell.field(), Grid.square(2.4, 160), Progress.NONE, 2, 5);
    for (int k = 0; k < 2; k++) {
      WellState well = states.get(k);
      assertThat(well.beta()).isEqualTo(REFERENCE[k][0]);
      assertThat(well.right().x1()).isCloseTo(REFERENCE[k][1], within(2e-3));
      assertThat(well.right().x2()).isCloseTo(REFERENCE[k][2], within(2e-3));
      assertThat(well.state().entropyProduction()).isCloseTo(REFERENCE[k][3], within(3e-2));
      assertThat(well.beta() * well.state().areaRate()).isCloseTo(REFERENCE[k][4], within(2e-3));
      assertThat(well.marginalError()).isLessThan(1e-3);
      assertThat(well.mostLikely()).hasNumberOfRows(2);
    }
  }

  @Test
  void example19IsTheExponentialOfPhiWhateverLambda() {
    Grid grid = Grid.of(Box.of(-3.2, 3.2, -5, 5), 128, 128);
    WellState with = WellState.solve(Example19.field(1.5), grid, Progress.NONE, 1).get(0);
    WellState without = WellState.solve(Example19.field(0), grid, Progress.NONE, 1).get(0);
    assertThat(with.totalVariation(Example19::stationaryDensity)).isLessThan(2e-4);
    assertThat(with.totalVariation(without)).isLessThan(2e-4);
    assertThat(with.rise(new double[2], 1, 0)).isCloseTo(0.25, within(1e-3));
    assertThat(with.potential()).doesNotContain(Double.NaN).contains(0.0);
    double[] x = {0.43, -0.71};
    assertThat(with.density().applyAsDouble(x))
        .isCloseTo(Example19.stationaryDensity(x), within(1e-4));
    assertThat(with.right().x1()).isCloseTo(1, within(1e-3));
  }

  @Test
  void theTwinKeepsTheDensityAndLosesTheCurrent() {
    Field field = GradientDoubleWell.field();
    Grid grid = Grid.square(2.4, 96);
    WellState well = WellState.solve(field, grid, Progress.NONE, 5).get(0);
    Field twin = ReversibleTwin.of(field, GridForce.of(well.state()));
    WellState reversible = WellState.solve(twin, grid, Progress.NONE, 5).get(0);
    assertThat(reversible.totalVariation(well)).isLessThan(5e-3);
    assertThat(Math.abs(5 * reversible.state().areaRate())).isLessThan(1e-3);
    assertThat(reversible.state().entropyProduction()).isLessThan(1e-3);
  }

  @Test
  void theForceIsInterpolatedAndContinuedBeyondTheGrid() {
    WellState well =
        WellState.solve(Example19.field(1), Grid.square(3, 128), Progress.NONE, 1).get(0);
    GridForce force = GridForce.of(well.state());
    double[] found = new double[2];
    double[] exact = new double[2];
    for (double[] x : new double[][] {{0.31, 0.2}, {-1.1, 0.72}, {0.9, -1.3}}) {
      force.at(x, found);
      new Example19(1).force(x, exact);
      assertThat(found).containsExactly(exact, within(1e-2));
    }
    force.at(new double[] {100, -100}, found);
    assertThat(found[0]).isFinite();
  }
}

package eddy.study.locations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Box;
import eddy.fields.ManufacturedExample;
import eddy.potential.FokkerPlanck;
import eddy.potential.Grid;
import eddy.potential.StationaryState;
import org.junit.jupiter.api.Test;

class SideClaimsTest {
  @Test
  void anotherQGivesTheSameDrift() {
    FreedomOfQ torus = FreedomOfQ.onTorus(0.1);
    assertThat(torus.change()).isGreaterThan(0.1);
    assertThat(torus.drift()).isLessThan(1e-9);
    FreedomOfQ space = FreedomOfQ.inSpace(1);
    assertThat(space.change()).isGreaterThan(1);
    assertThat(space.drift()).isLessThan(1e-9);
  }

  @Test
  void theConstantOfQIsFixedAtACorner() {
    Box period = Box.of(0, 2 * Math.PI, 0, 2 * Math.PI);
    StationaryState state =
        FokkerPlanck.stationary(
            ManufacturedExample.torus(2).field(), 2, Grid.torus(period, 48, 48));
    double[] fixed = FreedomOfQ.alongEdge(state, 0);
    double[] other = FreedomOfQ.alongEdge(state, 0.01);
    assertThat(fixed).hasSize(49);
    for (int i = 0; i < fixed.length; i++) {
      double exact = ManufacturedExample.q12(new double[] {2 * Math.PI * i / 48, 0});
      assertThat(fixed[i]).isCloseTo(exact, within(0.02));
      assertThat(other[i]).isGreaterThan(fixed[i] + 0.1);
    }
  }

  @Test
  void phiDependsOnBetaUnlessLinear() {
    assertThat(TemperatureDependence.onGrid(1.3, 1)).isCloseTo(1.224958555, within(1e-4));
    assertThat(TemperatureDependence.onGrid(1.3, 10)).isCloseTo(0.673727205, within(1e-4));
    assertThat(TemperatureDependence.exact(1).at(1.3)).isCloseTo(1.224958554984981, within(1e-12));
    double exact = TemperatureDependence.linearExact();
    assertThat(TemperatureDependence.linear(2)).isCloseTo(exact, within(1e-3));
    assertThat(TemperatureDependence.linear(8)).isCloseTo(exact, within(3e-3));
  }

  @Test
  void smoothingTurnsTheBarrierIntoTheMinimum() {
    double[][] rows = {{1, 0.39554544041}, {2, 0.4477283943}, {10, 0.7311830688}};
    for (double[] row : rows) {
      assertThat(SmoothedWell.criticalGamma(row[0])).isCloseTo(row[1], within(1e-9));
    }
    assertThat(SmoothedWell.lead(0.2, 1)).isCloseTo(-0.01348849578, within(1e-9));
    double[] largest = SmoothedWell.largestLead(1);
    assertThat(largest[1]).isGreaterThan(SmoothedWell.lead(largest[0] * 1.1, 1));
    assertThat(largest[1]).isGreaterThan(SmoothedWell.lead(largest[0] / 1.1, 1));
    StationaryState state = SmoothedWell.state(0.5, 1, 48);
    assertThat(state.entropyProduction()).isLessThan(1e-20);
    double[] marginal = state.marginal(0);
    double ratio = Math.log(marginal[24] / marginal[31]);
    double exact =
        SmoothedWell.smoothed(0.5, 1).at(state.grid().centre(0, 31))
            - SmoothedWell.smoothed(0.5, 1).at(state.grid().centre(0, 24));
    assertThat(ratio).isCloseTo(exact, within(1e-3));
  }
}

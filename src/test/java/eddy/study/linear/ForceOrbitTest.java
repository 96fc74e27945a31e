package eddy.study.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Flow;
import eddy.fields.FlowPath;
import eddy.potential.LinearSteadyState;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ForceOrbitTest {
  private static final double[] START = {1, -.5, .7, .2, -.3, .4};

  /** The closed form against a Runge-Kutta pair of order 8, and the potential along it. */
  @Test
  void agreesWithTheIntegratedFlow() {
    for (ReferenceCase c :
        new ReferenceCase[] {
          ReferenceCase.HESSIAN_2,
          ReferenceCase.ROTATION_2,
          ReferenceCase.HESSIAN_3,
          ReferenceCase.HESSIAN_6,
          ReferenceCase.ROTATION_6
        }) {
      LinearSteadyState state = c.state();
      double[] start = Arrays.copyOf(START, state.dimension());
      ForceOrbit orbit = new ForceOrbit(state, start);
      ForceField force = new ForceField(state);
      FlowPath path = Flow.of(force.field()).path(start, 200, 101);
      double phi = force.potential(start);
      for (int k = 0; k < path.count(); k++) {
        double[] x = path.point(k);
        assertThat(orbit.at(path.time()[k])).as(c.label()).containsExactly(x, within(1e-8));
        assertThat(force.potential(x)).as(c.label()).isCloseTo(phi, within(1e-8 * phi));
        double[] step = new double[x.length];
        Arrays.setAll(step, i -> x[i] - start[i]);
        double distance = Math.sqrt(force.potential(step) / phi);
        assertThat(orbit.distance(path.time()[k])).isCloseTo(distance, within(1e-7));
      }
    }
  }

  @Test
  void anEllipseClosesAfterOnePeriod() {
    LinearSteadyState state = ReferenceCase.HESSIAN_2.state();
    ForceOrbit orbit = new ForceOrbit(state, new double[] {1, 1});
    double period = 2 * Math.PI / 0.1685499656158106;
    double[] closest = orbit.closestReturns(0.9 * period, 1.001 * period, 30 * period);
    assertThat(closest[0]).isCloseTo(orbit.distance(0.9 * period), within(1e-12));
    assertThat(closest[1]).isLessThan(1e-12);
    assertThat(closest[2]).isLessThan(1e-12);
    assertThat(orbit.at(period)).containsExactly(new double[] {1, 1}, within(1e-9));
  }

  /** Three frequencies without a common period, against a scan of the closed form. */
  @Test
  void aTorusDoesNotClose() {
    ForceOrbit orbit = new ForceOrbit(ReferenceCase.HESSIAN_6.state(), START);
    double[] closest = orbit.closestReturns(50, 500);
    double scanned = 2;
    for (double t = 3; t < 500; t += 0.002) {
      scanned = Math.min(scanned, orbit.distance(t));
    }
    assertThat(closest[1]).isCloseTo(scanned, within(1e-4)).isLessThan(closest[0]);
    assertThat(closest[1]).isGreaterThan(0.01);
  }

  @Test
  void aSaddleIsRefusedAndItsForceStretches() {
    LinearSteadyState saddle = ReferenceCase.SADDLE_2.state();
    assertThatThrownBy(() -> new ForceOrbit(saddle, new double[] {1, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no minimum");
    double[] rates = new ForceField(saddle).eigenvalues().real();
    double[] u = saddle.u();
    double expected = 0.95 * Math.sqrt(u[1] * u[2] - u[0] * u[3]);
    Arrays.sort(rates);
    assertThat(rates).containsExactly(new double[] {-expected, expected}, within(1e-12));
    assertThatThrownBy(() -> new ForceOrbit(ReferenceCase.HESSIAN_2.state(), new double[2]))
        .hasMessageContaining("origin");
  }
}

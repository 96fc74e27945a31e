package eddy.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReversibleTwinTest {
  /** Example 19 without its force is the gradient system of Phi. */
  @Test
  void twinOfExample19FollowsMinusGradPhi() {
    Example19 example = new Example19(1.5);
    Field twin = ReversibleTwin.of(example.field(), example::force);
    double[] b = new double[2];
    double[] g = new double[2];
    for (double[] x : new double[][] {{0.3, 0.2}, {-1.1, 0.7}, {0.9, -1.3}}) {
      twin.drift(x, b);
      Example19.gradPhi(x, g);
      assertThat(b).containsExactly(new double[] {-g[0], -g[1]}, within(1e-14));
    }
    assertThat(twin.diffusion()).isEqualTo(example.field().diffusion());
  }

  /** With D(x) the drift is -D grad Phi + div D / beta, Eq. (7). */
  @Test
  void twinOfTheManufacturedPlaneIsEquationSeven() {
    ManufacturedExample example = ManufacturedExample.plane(2);
    Field twin = ReversibleTwin.of(example.field(), example::force);
    double[] x = {0.4, -0.7};
    double[] b = new double[2];
    double[] g = new double[2];
    double[] d = new double[4];
    double[] div = new double[2];
    twin.drift(x, b);
    example.gradPhi(x, g);
    twin.diffusion(x, d);
    ManufacturedExample.divD(x, div);
    for (int i = 0; i < 2; i++) {
      double expected = -d[2 * i] * g[0] - d[2 * i + 1] * g[1] + div[i] / 2;
      assertThat(b[i]).isCloseTo(expected, within(1e-14));
    }
  }

  @Test
  void needsAForce() {
    assertThatThrownBy(() -> ReversibleTwin.of(Example19.field(1), null))
        .isInstanceOf(NullPointerException.class);
  }
}

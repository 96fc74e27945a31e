package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Field;
import eddy.fields.MatrixField;
import eddy.potential.FokkerPlanck;
import eddy.potential.Grid;
import eddy.potential.StationaryState;
import org.junit.jupiter.api.Test;

class GridFieldTest {
  private final double[] x = {0, 1, 2};
  private final double[] y = {-1, 1};

  @Test
  void bilinearFunctionsAreExact() {
    GridField field = field();
    double[] out = new double[2];
    field.at(new double[] {1.25, 0.5}, out);
    assertThat(out[0]).isCloseTo(f(1.25, 0.5), within(1e-14));
    assertThat(out[1]).isCloseTo(-f(1.25, 0.5), within(1e-14));
    field.at(new double[] {2, 1}, out);
    assertThat(out[0]).isCloseTo(f(2, 1), within(1e-14));
  }

  @Test
  void beyondTheGridTheBorderGoesOn() {
    double[] out = new double[2];
    field().at(new double[] {7, -9}, out);
    assertThat(out[0]).isCloseTo(f(2, -1), within(1e-14));
  }

  /** Of the drift (-x1 + x2, -x1 - x2) with D = I the force is its turning part, (x2, -x1). */
  @Test
  void theForceOfALinearStateTurns() {
    Field turning =
        Field.ofDrift(
            (x, b) -> {
              b[0] = -x[0] + x[1];
              b[1] = -x[0] - x[1];
            },
            MatrixField.identity(2));
    StationaryState state = FokkerPlanck.stationary(turning, 1, Grid.square(5, 100));
    double[] out = new double[2];
    GridField.ofForce(state).at(new double[] {0.75, -0.4}, out);
    assertThat(out).containsExactly(new double[] {-0.4, -0.75}, within(0.01));
  }

  @Test
  void lengthsMustFit() {
    assertThatThrownBy(() -> new GridField(x, y, new double[6], new double[5]))
        .hasMessageContaining("3 by 2 points");
  }

  private GridField field() {
    double[] first = new double[6];
    double[] second = new double[6];
    for (int j = 0; j < 2; j++) {
      for (int i = 0; i < 3; i++) {
        first[j * 3 + i] = f(x[i], y[j]);
        second[j * 3 + i] = -f(x[i], y[j]);
      }
    }
    return new GridField(x, y, first, second);
  }

  private static double f(double x, double y) {
    return 1 + 2 * x - 3 * y + 0.5 * x * y;
  }
}

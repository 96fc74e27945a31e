package eddy.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Example19;
import eddy.fields.Field;
import eddy.fields.GradientDoubleWell;
import eddy.fields.MatrixField;
import java.util.List;
import org.junit.jupiter.api.Test;

class MostLikelyPointTest {
  /** Of Example 19 they are (+-1, 0) for every lambda. */
  @Test
  void exampleNineteenKeepsItsMostLikelyPoints() {
    List<MostLikelyPoint> points =
        MostLikelyPoint.of(FokkerPlanck.stationary(Example19.field(1.5), 1, Grid.square(4, 64)));
    assertThat(points).hasSize(2);
    for (MostLikelyPoint p : points) {
      assertThat(Math.abs(p.x1())).isCloseTo(1, within(6e-3));
      assertThat(p.x2()).isCloseTo(0, within(6e-3));
      assertThat(p.potential()).isCloseTo(Math.log(Example19.PARTITION), within(3e-3));
    }
  }

  /** Without a force the two rows of cells beside x2 = 0 are equal, yet each well has one point. */
  @Test
  void symmetryDoesNotHideThem() {
    List<MostLikelyPoint> points =
        MostLikelyPoint.of(FokkerPlanck.stationary(Example19.field(0), 1, Grid.square(4, 64)));
    assertThat(points).hasSize(2);
    for (MostLikelyPoint p : points) {
      assertThat(Math.abs(p.x1())).isCloseTo(1, within(6e-3));
      assertThat(p.x2()).isCloseTo(0, within(1e-6));
    }
  }

  /** Of a true loss with noise that does not commute they leave its minima (+-1, 0). */
  @Test
  void gradientDoubleWellShiftsItsMostLikelyPoints() {
    List<MostLikelyPoint> points =
        MostLikelyPoint.of(
            FokkerPlanck.stationary(GradientDoubleWell.field(), 2, Grid.square(2.4, 96)));
    assertThat(points).hasSize(2);
    MostLikelyPoint right = points.get(points.get(0).x1() > 0 ? 0 : 1);
    assertThat(right.x1()).isCloseTo(1.0225, within(2e-3));
    assertThat(right.x2()).isCloseTo(0.2038, within(2e-3));
  }

  @Test
  void aQuadraticPotentialHasOneAtItsCentre() {
    Field field =
        Field.ofGradient(
            (x, g) -> {
              g[0] = x[0] - 0.13;
              g[1] = x[1] + 0.27;
            },
            MatrixField.identity(2));
    List<MostLikelyPoint> points =
        MostLikelyPoint.of(FokkerPlanck.stationary(field, 2, Grid.square(4, 40)));
    assertThat(points).hasSize(1);
    assertThat(points.get(0).x1()).isCloseTo(0.13, within(1e-6));
    assertThat(points.get(0).x2()).isCloseTo(-0.27, within(1e-6));
  }
}

package eddy.study.doublewell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Box;
import eddy.fields.CriticalPoint;
import eddy.fields.CriticalPoints;
import eddy.fields.Example19;
import eddy.fields.Field;
import eddy.fields.GradientDoubleWell;
import eddy.fields.MatrixField;
import java.util.List;
import org.junit.jupiter.api.Test;

class DestinationsTest {
  private static final Box BOX = Box.cube(2, 1.5);

  @Test
  void aLossLeadsIntoItsMinimaAndNeverRises() {
    Field field = GradientDoubleWell.field();
    Destinations ends = Destinations.of(field, zeros(field), GradientDoubleWell::f, BOX, 4, 40);
    assertThat(ends.starts()).isEqualTo(16);
    assertThat(ends.farthest()).isLessThan(1e-9);
    assertThat(ends.highestRise()).isLessThan(1e-13);
  }

  /** r ~ 1/sqrt(1.31 k) after k turns of time 3.82: four times the time, half the distance. */
  @Test
  void example19SpiralsInLikeOneOverTheRootOfTime() {
    Field field = Example19.field(1.5);
    double early = Destinations.of(field, zeros(field), Example19::phi, BOX, 2, 300).farthest();
    double late = Destinations.of(field, zeros(field), Example19::phi, BOX, 2, 1200).farthest();
    assertThat(early / late).isCloseTo(2, within(0.15));
  }

  /** The unit circle attracts, and the zero at its centre repels: nobody arrives. */
  @Test
  void aLimitCycleStaysAwayFromTheZeros() {
    Field hopf =
        Field.ofDrift(
            (x, b) -> {
              double growth = 1 - x[0] * x[0] - x[1] * x[1];
              double x1 = x[0];
              b[0] = growth * x1 - x[1];
              b[1] = growth * x[1] + x1;
            },
            MatrixField.identity(2));
    Destinations ends = Destinations.of(hopf, zeros(hopf), x -> x[0], BOX, 3, 50);
    assertThat(ends.farthest()).isCloseTo(1, within(1e-6));
    assertThat(ends.highestRise()).isGreaterThan(0.1);
  }

  private static List<CriticalPoint> zeros(Field field) {
    return CriticalPoints.find(field, BOX, 9);
  }
}

package eddy.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.CriticalPoint.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriticalPointsTest {
  private static final Box BOX = Box.cube(2, 2);
  private static final MatrixField PLAIN = MatrixField.identity(2);

  @Test
  void findsTheReferenceZerosOfExample19AndNoOther() {
    Rows rows = Rows.read("example19-zeros.csv");
    for (double lambda : new double[] {0, 0.25, 0.5, 0.75, 1, 1.5}) {
      List<CriticalPoint> found = CriticalPoints.find(Example19.field(lambda), BOX, 10);
      assertThat(found).hasSize(lambda < Example19.PITCHFORK_LAMBDA ? 3 : 1);
      for (double[] row : rows.values()) {
        if (rows.at(row, "lambda") == lambda) {
          double[] expected = rows.pair(row, "x");
          assertThat(found)
              .anySatisfy(
                  p -> {
                    assertThat(p.x()).containsExactly(expected, within(1e-9));
                    for (int i = 0; i < 2; i++) {
                      String name = "eigenvalue" + (i + 1);
                      assertThat(p.eigenvalues()[i].getReal())
                          .isCloseTo(rows.at(row, name + "re"), within(1e-9));
                      assertThat(p.eigenvalues()[i].getImaginary())
                          .isCloseTo(rows.at(row, name + "im"), within(1e-9));
                    }
                  });
        }
      }
    }
  }

  @Test
  void typesFollowTheEigenvalues() {
    assertThat(types(Example19.field(0), BOX))
        .containsExactly(Type.MINIMUM, Type.SADDLE, Type.MINIMUM);
    assertThat(types(Example19.field(0.5), BOX))
        .containsExactly(Type.STABLE_NODE, Type.SADDLE, Type.STABLE_NODE);
    assertThat(types(Example19.field(0.75), BOX))
        .containsExactly(Type.STABLE_FOCUS, Type.SADDLE, Type.STABLE_FOCUS);
    assertThat(types(Example19.field(1.5), BOX)).containsExactly(Type.CENTRE);
    assertThat(types(GradientDoubleWell.field(), BOX))
        .containsExactly(Type.MINIMUM, Type.SADDLE, Type.MINIMUM);
    assertThat(types(linear(-1, 0, 0, -2), BOX)).containsExactly(Type.MAXIMUM);
    assertThat(types(linear(-1, 3, -3, -1), BOX)).containsExactly(Type.UNSTABLE_FOCUS);
    assertThat(types(linear(-1, 0.5, 0, -2), BOX)).containsExactly(Type.UNSTABLE_NODE);
  }

  @Test
  void findsThePitchforkItselfAsOneDegeneratePoint() {
    List<CriticalPoint> found =
        CriticalPoints.find(Example19.field(Example19.PITCHFORK_LAMBDA), BOX, 12);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).type()).isEqualTo(Type.DEGENERATE);
    assertThat(found.get(0).x()).containsExactly(new double[2], within(1e-3));
  }

  @Test
  void findsZerosThatAreCloseTogether() {
    double gap = 1e-3;
    Field field =
        Field.ofDrift(
            (x, b) -> {
              b[0] = (x[0] - 0.5) * (x[0] - 0.5 - gap);
              b[1] = -x[1];
            },
            PLAIN);
    List<CriticalPoint> found = CriticalPoints.find(field, BOX, 5);
    assertThat(found).hasSize(2);
    assertThat(found.get(0).x()).containsExactly(new double[] {0.5, 0}, within(1e-12));
    assertThat(found.get(1).x()).containsExactly(new double[] {0.5 + gap, 0}, within(1e-12));
  }

  @Test
  void refinesTheGridUntilTheIndicesAddUp() {
    Field field =
        Field.ofDrift(
            (x, b) -> {
              b[0] = Math.sin(9 * x[0]);
              b[1] = Math.cos(7 * x[1]) * (1 + 0.2 * x[0]);
            },
            PLAIN);
    Box box = Box.of(-0.9, 2.9, -1, 2);
    int across = 0;
    int up = 0;
    for (int k = -20; k <= 20; k++) {
      across += inside(k * Math.PI / 9, -0.9, 2.9);
      up += inside((k + 0.5) * Math.PI / 7, -1, 2);
    }
    assertThat(CriticalPoints.find(field, box, 20)).hasSize(across * up);
    assertThat(CriticalPoints.find(field, box, 3)).hasSize(across * up);
  }

  @Test
  void findsTheShiftedMinimaOfTheManufacturedPlane() {
    Rows rows = Rows.read("manufactured-zeros.csv");
    for (double beta : new double[] {2, 5, 20, 100, 1000}) {
      List<CriticalPoint> found =
          CriticalPoints.find(ManufacturedExample.plane(beta).field(), BOX, 12);
      assertThat(found).hasSize(3);
      for (double[] row : rows.values()) {
        if (rows.at(row, "beta") == beta) {
          assertThat(found)
              .anySatisfy(
                  p -> assertThat(p.x()).containsExactly(rows.pair(row, "x"), within(1e-10)));
        }
      }
    }
  }

  @Test
  void worksInOneAndInThreeDimensions() {
    Field cubic = Field.ofGradient((x, g) -> g[0] = x[0] * (x[0] - 1) * (x[0] + 1), identity(1));
    assertThat(types(cubic, Box.cube(1, 2)))
        .containsExactly(Type.MINIMUM, Type.MAXIMUM, Type.MINIMUM);
    Field three =
        Field.ofDrift(
            (x, b) -> {
              b[0] = x[0] - x[0] * x[0] * x[0];
              b[1] = -x[1] + 2 * x[2];
              b[2] = -2 * x[1] - x[2];
            },
            identity(3));
    assertThat(types(three, Box.cube(3, 2)))
        .containsExactly(Type.STABLE_FOCUS, Type.SADDLE, Type.STABLE_FOCUS);
  }

  @Test
  void refusesWhatItCannotSearch() {
    Field field = Example19.field(0);
    assertThatThrownBy(() -> CriticalPoints.find(field, Box.cube(3, 1), 5))
        .hasMessage("The box has 3 sides, the field 2 dimensions.");
    assertThatThrownBy(() -> CriticalPoints.find(field, BOX, 1)).hasMessageContaining("2 starts");
    Field broken = Field.ofDrift((x, b) -> b[0] = b[1] = Double.NaN, PLAIN);
    assertThatThrownBy(() -> CriticalPoints.find(broken, BOX, 5))
        .hasMessageContaining("not a finite number");
  }

  /** A source too small and too steep for differences: only the boundary shows it. */
  @Test
  void saysWhenAZeroWasMissed() {
    Field field =
        Field.ofDrift(
            (x, b) -> {
              boolean near = Math.hypot(x[0] - 0.31, x[1] - 0.17) < 1e-4;
              b[0] =
                  near ? 1e4 * (x[0] - 0.31) : (x[0] - 0.31) / Math.hypot(x[0] - 0.31, x[1] - 0.17);
              b[1] =
                  near ? 1e4 * (x[1] - 0.17) : (x[1] - 0.17) / Math.hypot(x[0] - 0.31, x[1] - 0.17);
            },
            PLAIN);
    assertThatThrownBy(() -> CriticalPoints.find(field, BOX, 4))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("turns 1 times");
  }

  private static int inside(double v, double low, double high) {
    return v > low && v < high ? 1 : 0;
  }

  private static MatrixField identity(int d) {
    return MatrixField.identity(d);
  }

  private static Field linear(double a, double b, double c, double d) {
    return OrnsteinUhlenbeck.field(new double[][] {{a, b}, {c, d}}, PLAIN);
  }

  private static List<Type> types(Field field, Box box) {
    return CriticalPoints.find(field, box, 9).stream().map(CriticalPoint::type).toList();
  }
}

package eddy.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eddy.fields.Box;
import eddy.fields.Example19;
import eddy.fields.Field;
import eddy.fields.GradientDoubleWell;
import eddy.fields.MatrixField;
import org.junit.jupiter.api.Test;

class SolutionCheckTest {
  @Test
  void aCoarseGridIsNamed() {
    StationaryState s =
        FokkerPlanck.stationary(GradientDoubleWell.field(), 20, Grid.square(2.4, 30));
    assertThat(s.check().peclet()).isGreaterThan(2);
    assertThat(s.check().warning().orElseThrow()).contains("as many cells along each axis");
    for (double rho : s.density()) {
      assertThat(rho).isPositive();
    }
  }

  @Test
  void aSmallBoxIsNamed() {
    StationaryState s = FokkerPlanck.stationary(Example19.field(0.5), 1, Grid.square(1.5, 32));
    assertThat(s.check().warning().orElseThrow()).contains("take a larger box");
  }

  @Test
  void strongAnisotropyIsNamed() {
    Field narrow =
        Field.ofGradient(
            (x, g) -> {
              g[0] = 0.01 * x[0];
              g[1] = 0.01 * x[1];
            },
            MatrixField.constant(new double[] {1, 0.5498}, new double[] {0.5498, 0.3025}));
    StationaryState s =
        FokkerPlanck.stationary(narrow, 1, Grid.torus(Box.of(-1, 1, -1, 1), 64, 64));
    assertThat(s.check().reach()).isGreaterThan(8);
  }

  @Test
  void unusableFieldsAreRefusedInOneSentence() {
    Grid grid = Grid.square(1, 16);
    MatrixField identity = MatrixField.identity(2);
    refuse(
        Field.ofDrift((x, b) -> b[0] = b[1] = Math.sqrt(x[0]), identity),
        grid,
        "The drift at",
        "NaN");
    refuse(
        Field.ofDrift(
            (x, b) -> b[0] = b[1] = 0, MatrixField.varying(2, (x, d) -> d[0] = Math.sqrt(x[0]))),
        Grid.of(Box.cube(2, 1), 16, 16),
        "The diffusion matrix at",
        "entry");
    refuse(
        Field.ofDrift(
            (x, b) -> b[0] = b[1] = 0,
            MatrixField.constant(new double[] {1, 1}, new double[] {1, 1})),
        grid,
        "singular",
        "identity");
    refuse(
        Field.ofDrift(
            (x, b) -> b[0] = b[1] = 0,
            MatrixField.varying(
                2,
                (x, d) -> {
                  d[0] = 1;
                  d[1] = d[2] = 2;
                  d[3] = 1;
                })),
        grid,
        "not positive semi-definite");
    refuse(
        Field.ofDrift(
            (x, b) -> b[0] = b[1] = 0,
            MatrixField.varying(
                2,
                (x, d) -> {
                  d[0] = d[3] = 1;
                  d[1] = 0.5;
                  d[2] = 0;
                })),
        grid,
        "not symmetric");
    refuse(
        Field.ofDrift((x, b) -> b[0] = 0, MatrixField.varying(1, (x, d) -> d[0] = x[0])),
        Grid.line(-1, 1, 16),
        "not positive semi-definite");
    refuse(
        Field.ofDrift((x, b) -> b[0] = 0, MatrixField.identity(1)),
        grid,
        "1 dimensions and the grid 2");
    assertThatThrownBy(() -> FokkerPlanck.stationary(Example19.field(1), 0, grid))
        .hasMessageContaining("beta must be above 0");
    assertThatThrownBy(() -> Grid.square(1, 0)).hasMessageContaining("at least 4 cells");
    assertThatThrownBy(() -> Grid.of(Box.cube(3, 1), 9, 9, 9))
        .hasMessageContaining("one or two dimensions");
  }

  private static void refuse(Field field, Grid grid, String... words) {
    assertThatThrownBy(() -> FokkerPlanck.stationary(field, 1, grid))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(words);
  }
}

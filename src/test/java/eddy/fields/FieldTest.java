package eddy.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FieldTest {
  private static final MatrixField ONE = MatrixField.identity(1);

  @Test
  void driftIsMinusTheGradient() {
    Field potential = Field.ofGradient((x, g) -> g[0] = x[0], ONE);
    Field force = Field.ofDrift((x, b) -> b[0] = -x[0] / 2, ONE);
    assertThat(drift(potential, 3)).isEqualTo(-3);
    assertThat(drift(force, 3)).isEqualTo(-1.5);
    assertThat(drift(Field.sum(potential, force), 3)).isEqualTo(-4.5);
  }

  @Test
  void aSumHasOneNoise() {
    Field a = Field.ofDrift((x, b) -> b[0] = 1, ONE);
    double[] d = new double[1];
    Field.sum(a, Field.ofDrift((x, b) -> b[0] = 2, MatrixField.constant(new double[] {1})))
        .diffusion(new double[1], d);
    assertThat(d[0]).isEqualTo(1);
    Field other = Field.ofDrift((x, b) -> b[0] = 2, MatrixField.constant(new double[] {2}));
    assertThatThrownBy(() -> Field.sum(a, other)).hasMessageContaining("one diffusion matrix");
    Field plane = Field.ofDrift((x, b) -> {}, MatrixField.identity(2));
    assertThatThrownBy(() -> Field.sum(a, plane)).hasMessageContaining("cannot be added");
  }

  @Test
  void diffusionMatrixMayBeSingularButNotIndefinite() {
    assertThat(MatrixField.constant(new double[] {1, 1}, new double[] {1, 1}).isConstant())
        .isTrue();
    assertThat(MatrixField.constant(new double[] {0, 0}, new double[] {0, 0}).dimension())
        .isEqualTo(2);
    assertThatThrownBy(() -> MatrixField.constant(new double[] {1, 2}, new double[] {2, 1}))
        .hasMessageContaining("negative eigenvalue");
    assertThatThrownBy(() -> MatrixField.constant(new double[] {0, 1}, new double[] {1, 0}))
        .hasMessageContaining("negative eigenvalue");
    assertThatThrownBy(() -> MatrixField.constant(new double[] {-1}))
        .hasMessageContaining("negative eigenvalue");
    assertThatThrownBy(() -> MatrixField.constant(new double[] {1, 2}, new double[] {0, 1}))
        .hasMessageContaining("symmetric");
    assertThatThrownBy(() -> MatrixField.constant(new double[] {Double.NaN}))
        .hasMessageContaining("finite");
    assertThatThrownBy(() -> MatrixField.constant(new double[] {1, 0}))
        .hasMessageContaining("square");
  }

  @Test
  void jacobianAgreesWithTheHessianOfTheDoubleWell() {
    double[] x = {0.7, -0.4};
    double[] jacobian = DriftJacobian.at(GradientDoubleWell.field(), x, 0.01, 0.01);
    double[] hessian = {3 * x[0] * x[0] - 1, 0, 0, 1.5};
    for (int i = 0; i < 4; i++) {
      assertThat(-jacobian[i]).isCloseTo(hessian[i], within(1e-11));
    }
  }

  @Test
  void linearFieldIsMinusFTimesTheDistance() {
    double[][] f = {{1, 2}, {-1, 1.5}};
    double[] b = new double[2];
    OrnsteinUhlenbeck.around(new double[] {1, 1}, f, MatrixField.identity(2))
        .drift(new double[] {2, 3}, b);
    assertThat(b).containsExactly(-5, -2);
    assertThatThrownBy(() -> OrnsteinUhlenbeck.field(f, ONE)).hasMessageContaining("2 rows");
  }

  @Test
  void aBoxHasOrderedFiniteEnds() {
    assertThatThrownBy(() -> Box.of(1, 0)).hasMessageContaining("lower to a higher");
    assertThatThrownBy(() -> Box.of(0, Double.NaN)).hasMessageContaining("lower to a higher");
    assertThat(Box.of(-1, 1, -1, 1)).isEqualTo(Box.cube(2, 1));
  }

  private static double drift(Field field, double x) {
    double[] b = new double[1];
    field.drift(new double[] {x}, b);
    return b[0];
  }
}

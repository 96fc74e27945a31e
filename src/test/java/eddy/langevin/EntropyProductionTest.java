package eddy.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Example19;
import eddy.fields.Field;
import eddy.fields.ManufacturedExample;
import eddy.fields.MatrixField;
import eddy.fields.OrnsteinUhlenbeck;
import org.junit.jupiter.api.Test;

class EntropyProductionTest {
  /**
   * For y = A x + noise with A = I - F dt and its stationary covariance S, E[(y - x)(x + y)^T] = A
   * S - S A^T = -2 a with the area per step a, so the mean work is tr(F^T D^-1 a).
   */
  @Test
  void linearDriftsProduceWhatTheirRecursionSays() {
    double dt = 0.01;
    double beta = 4;
    double[][] f = {{1, 2}, {-1, 1.5}};
    Field field =
        OrnsteinUhlenbeck.field(
            f, MatrixField.constant(new double[] {1, .3}, new double[] {.3, .5}));
    EntropyProduction work = new EntropyProduction(field, beta);
    new Ensemble(field, beta, dt).paths(400).seed(3).burnIn(600).run(1000, work);
    double[][] noise = {{2 / (beta * dt), .6 / (beta * dt)}, {.6 / (beta * dt), 1 / (beta * dt)}};
    double area = LinearRecursion.sgd(f, noise, dt).areaPerStep()[1] / dt;
    double determinant = .5 - .09;
    double[][] inverse = {
      {.5 / determinant, -.3 / determinant}, {-.3 / determinant, 1 / determinant}
    };
    double[][] product = new double[2][2];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        product[i][j] = inverse[i][0] * f[0][j] + inverse[i][1] * f[1][j];
      }
    }
    double expected = beta * area * (product[0][1] - product[1][0]);
    assertThat(expected).isCloseTo(3.339, within(0.2));
    assertThat(work.rate()).isCloseTo(expected, within(4 * work.error()));
    assertThat(work.error()).isBetween(1e-3, 0.1);
  }

  /** Example 19 at lambda = 3/2 has 1.5331; its reversible twin, lambda = 0, nothing. */
  @Test
  void example19ProducesAndItsTwinDoesNot() {
    double dt = 0.002;
    for (double lambda : new double[] {0, 1.5}) {
      Field field = Example19.field(lambda);
      EntropyProduction work = new EntropyProduction(field, 1);
      new Ensemble(field, 1, dt).paths(300).seed(5).start(1, 0).burnIn(3000).run(4000, work);
      double expected = new Example19(lambda).entropyProduction();
      assertThat(work.rate()).isCloseTo(expected, within(4 * work.error() + 5 * dt));
    }
  }

  @Test
  void refusesWhatItCannotKnow() {
    assertThatThrownBy(() -> new EntropyProduction(ManufacturedExample.plane(2).field(), 2))
        .hasMessageContaining("constant diffusion matrix");
    assertThatThrownBy(() -> new EntropyProduction(Example19.field(1), 0))
        .hasMessageContaining("beta");
    EntropyProduction work = new EntropyProduction(Example19.field(1), 1);
    assertThatThrownBy(work::rate).hasMessageContaining("Ensemble.run");
  }
}

package eddy.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Field;
import eddy.fields.MatrixField;
import org.junit.jupiter.api.Test;

class LinePotentialTest {
  @Test
  void potentialDependsOnBeta() {
    double[][] rows = {{1, 1.224958554984981}, {10, 0.6737272052417397}, {1e6, 0.6124798899717679}};
    for (double[] row : rows) {
      LinePotential phi = new LinePotential(x -> x, x -> 1 + x * x / 2, row[0]);
      assertThat(phi.at(1.3)).isCloseTo(row[1], within(1e-12));
      assertThat(phi.at(-1.3)).isCloseTo(row[1], within(1e-12));
    }
    assertThat(new LinePotential(x -> x, x -> 1 + x * x / 2, Double.POSITIVE_INFINITY).at(1.3))
        .isCloseTo(Math.log(1.845), within(1e-12));
  }

  @Test
  void gridSolutionAgrees() {
    double beta = 10;
    LinePotential phi = new LinePotential(x -> x, x -> 1 + x * x / 2, beta);
    Field field =
        Field.ofGradient(
            (x, g) -> g[0] = x[0], MatrixField.varying(1, (x, d) -> d[0] = 1 + x[0] * x[0] / 2));
    StationaryState s = FokkerPlanck.stationary(field, beta, Grid.line(-3, 3, 601));
    double[] ours = s.potential();
    assertThat(s.grid().centre(0, 300)).isCloseTo(0, within(1e-12));
    for (int i = 0; i < 601; i += 50) {
      assertThat(ours[i] - ours[300]).isCloseTo(phi.at(s.grid().centre(0, i)), within(1e-4));
    }
  }
}

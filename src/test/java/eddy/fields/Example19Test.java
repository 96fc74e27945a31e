package eddy.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class Example19Test {
  private static final Offset<Double> CLOSE = within(1e-12);

  @Test
  void closedFormsAgreeWithTheReferencePoints() {
    Rows rows = Rows.read("example19-points.csv");
    assertThat(rows.values()).hasSize(24);
    double[] out = new double[2];
    for (double[] row : rows.values()) {
      double[] x = rows.pair(row, "x");
      Example19 example = new Example19(rows.at(row, "lambda"));
      assertThat(Example19.phi(x)).isCloseTo(rows.at(row, "phi"), CLOSE);
      assertThat(Example19.e(x)).isCloseTo(rows.at(row, "E"), CLOSE);
      assertThat(example.divForce(x)).isCloseTo(rows.at(row, "divJ"), CLOSE);
      assertThat(example.curlGradF(x)).isCloseTo(rows.at(row, "curlGradF"), CLOSE);
      assertThat(example.divDrift(x)).isCloseTo(rows.at(row, "divDrift"), CLOSE);
      Example19.gradPhi(x, out);
      assertThat(out).containsExactly(rows.pair(row, "gradPhi"), CLOSE);
      Example19.jss(x, out);
      assertThat(out).containsExactly(rows.pair(row, "Jss"), CLOSE);
      example.force(x, out);
      assertThat(out).containsExactly(rows.pair(row, "j"), CLOSE);
      example.gradF(x, out);
      assertThat(out).containsExactly(rows.pair(row, "gradF"), CLOSE);
      double[] drift = new double[2];
      example.field().drift(x, drift);
      assertThat(drift).containsExactly(new double[] {-out[0], -out[1]}, within(0.0));
    }
  }

  @Test
  void theoremTwentyTwoMatrixAgreesWithTheReferencePoints() {
    Rows rows = Rows.read("example19-q12.csv");
    for (double[] row : rows.values()) {
      Example19 example = new Example19(rows.at(row, "lambda"));
      assertThat(example.q12(rows.pair(row, "x"))).isCloseTo(rows.at(row, "q12"), CLOSE);
    }
  }

  /** div(j rho_ss) = 0 by central differences: what makes exp(-Phi) stationary at all. */
  @Test
  void currentHasNoDivergence() {
    double h = 1e-4;
    double[] out = new double[2];
    for (double[] x : new double[][] {{0.3, 0.2}, {-1.1, 0.7}, {0.9, -1.3}}) {
      double divergence = 0;
      for (int i = 0; i < 2; i++) {
        for (int sign = -1; sign <= 1; sign += 2) {
          double[] y = x.clone();
          y[i] += sign * h;
          new Example19(1.5).force(y, out);
          divergence += sign * out[i] * Example19.stationaryDensity(y) / (2 * h);
        }
      }
      assertThat(divergence).isCloseTo(0, within(1e-8));
    }
  }

  @Test
  void partitionAreaRateAndEntropyProductionAgreeWithQuadrature() {
    double h = 0.01;
    double mass = 0;
    double area = 0;
    double production = 0;
    double[] j = new double[2];
    for (double x1 = -5; x1 <= 5; x1 += h) {
      for (double x2 = -9; x2 <= 9; x2 += h) {
        double[] x = {x1, x2};
        double rho = Example19.stationaryDensity(x);
        new Example19(1.5).force(x, j);
        mass += rho * h * h;
        area += rho * (x1 * j[1] - x2 * j[0]) / 2 * h * h;
        production += rho * (j[0] * j[0] + j[1] * j[1]) * h * h;
      }
    }
    assertThat(mass).isCloseTo(1, within(1e-12));
    assertThat(area).isCloseTo(new Example19(1.5).areaRate(), within(1e-11));
    assertThat(production).isCloseTo(new Example19(1.5).entropyProduction(), within(1e-11));
  }

  @Test
  void refusesALambdaThatIsNoNumber() {
    assertThatThrownBy(() -> new Example19(Double.NaN)).hasMessageContaining("lambda");
  }
}

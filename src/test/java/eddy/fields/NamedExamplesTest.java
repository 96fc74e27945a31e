package eddy.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The manufactured torus and plane, and the double well with a true loss. */
class NamedExamplesTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  @Test
  void manufacturedExamplesAgreeWithTheReferencePoints() {
    check(ManufacturedExample.torus(2), "manufactured-torus.csv");
    check(ManufacturedExample.plane(2), "manufactured-plane.csv");
  }

  private static void check(ManufacturedExample example, String file) {
    Rows rows = Rows.read(file);
    assertThat(rows.values()).hasSize(5);
    double[] out = new double[2];
    double[] d = new double[4];
    for (double[] row : rows.values()) {
      double[] x = rows.pair(row, "x");
      assertThat(rows.at(row, "beta")).isEqualTo(example.beta());
      assertThat(example.phi(x)).isCloseTo(rows.at(row, "phi"), CLOSE);
      assertThat(ManufacturedExample.q12(x)).isCloseTo(rows.at(row, "q"), CLOSE);
      assertThat(example.divForce(x)).isCloseTo(rows.at(row, "divJ"), CLOSE);
      example.gradPhi(x, out);
      assertThat(out).containsExactly(rows.pair(row, "gradPhi"), CLOSE);
      example.field().diffusion(x, d);
      double d12 = rows.at(row, "D12");
      double[] expected = {rows.at(row, "D11"), d12, d12, rows.at(row, "D22")};
      assertThat(d).containsExactly(expected, CLOSE);
      ManufacturedExample.divD(x, out);
      assertThat(out).containsExactly(rows.pair(row, "divD"), CLOSE);
      ManufacturedExample.divQ(x, out);
      assertThat(out).containsExactly(rows.pair(row, "divQ"), CLOSE);
      example.force(x, out);
      assertThat(out).containsExactly(rows.pair(row, "j"), CLOSE);
      example.gradF(x, out);
      assertThat(out).containsExactly(rows.pair(row, "gradF"), CLOSE);
    }
  }

  @Test
  void partitionsAgreeWithTheReference() {
    assertThat(ManufacturedExample.torus(2).partition()).isCloseTo(76.6982672922869, within(1e-11));
    assertThat(ManufacturedExample.plane(2).partition())
        .isCloseTo(3.7553930602734082, within(1e-12));
    double[][] well = {
      {2, 2.526653924454913},
      {5, 1.7894594923548803},
      {10, 1.2452455320426006},
      {20, 0.8340588041069106}
    };
    for (double[] row : well) {
      assertThat(GradientDoubleWell.marginalPartition(row[0])).isCloseTo(row[1], CLOSE);
    }
  }

  @Test
  void doubleWellGradientIsTheGradientOfItsLoss() {
    double h = 1e-5;
    double[] x = {0.6, -0.3};
    double[] g = new double[2];
    GradientDoubleWell.gradF(x, g);
    for (int i = 0; i < 2; i++) {
      double[] plus = x.clone();
      double[] minus = x.clone();
      plus[i] += h;
      minus[i] -= h;
      double slope = (GradientDoubleWell.f(plus) - GradientDoubleWell.f(minus)) / (2 * h);
      assertThat(g[i]).isCloseTo(slope, within(1e-9));
    }
    assertThat(GradientDoubleWell.varianceOfX2(5)).isCloseTo(0.06666666666666667, CLOSE);
  }

  @Test
  void refusesTemperaturesThatMakeNoSense() {
    assertThatThrownBy(() -> ManufacturedExample.torus(0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> GradientDoubleWell.marginalPartition(-1)).hasMessageContaining("beta");
  }
}

package eddy.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SylvesterTest {
  /** The Kronecker system of mn equations, solved by another library. */
  @Test
  void agreesWithTheKroneckerSystem() {
    int m = 4;
    int n = 3;
    double[] a = LyapunovTest.shifted(m, 5);
    double[] b = LyapunovTest.shifted(n, 5);
    double[] c = LyapunovTest.shifted(4, 0);
    c = java.util.Arrays.copyOf(c, m * n);
    double[][] system = new double[m * n][m * n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < m; k++) {
          system[i * n + j][k * n + j] += a[i * m + k];
        }
        for (int k = 0; k < n; k++) {
          system[i * n + j][i * n + k] += b[k * n + j];
        }
      }
    }
    double[] expected =
        new LUDecomposition(new Array2DRowRealMatrix(system, false))
            .getSolver()
            .solve(new ArrayRealVector(c, false))
            .toArray();
    assertThat(Sylvester.solve(m, n, a, b, c)).containsExactly(expected, within(1e-13));
  }

  @ParameterizedTest
  @CsvSource({"1, 200", "200, 1", "150, 70", "70, 150", "129, 130"})
  void residualsAreRounding(int m, int n) {
    double[] a = LyapunovTest.shifted(m, 3 * Math.sqrt(m));
    double[] b = LyapunovTest.shifted(n, 3 * Math.sqrt(n));
    double[] c = java.util.Arrays.copyOf(LyapunovTest.shifted(200, 0), m * n);
    double[] x = Sylvester.solve(m, n, a, b, c);
    assertThat(residual(m, n, a, b, c, x)).isLessThan(1e-11);
  }

  /** max |A X + X B - C|. */
  static double residual(int m, int n, double[] a, double[] b, double[] c, double[] x) {
    double worst = 0;
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = -c[i * n + j];
        for (int k = 0; k < m; k++) {
          sum += a[i * m + k] * x[k * n + j];
        }
        for (int k = 0; k < n; k++) {
          sum += x[i * n + k] * b[k * n + j];
        }
        worst = Math.max(worst, Math.abs(sum));
      }
    }
    return worst;
  }

  static double[] product(int n, double[] a, double[] b) {
    double[] c = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        for (int j = 0; j < n; j++) {
          c[i * n + j] += a[i * n + k] * b[k * n + j];
        }
      }
    }
    return c;
  }

  @Test
  void resonanceAndBadInputAreNamed() {
    assertThatThrownBy(
            () ->
                Sylvester.solve(1, 2, new double[] {3}, new double[] {1, 7, 0, -3}, new double[2]))
        .isInstanceOf(Resonance.class)
        .hasMessageContaining(" 3.00000 of A")
        .hasMessageContaining("-3.00000 of B");
    assertThatThrownBy(() -> Sylvester.solve(1, 2, new double[1], new double[4], new double[1]))
        .hasMessage("C should be 1 x 2, but it has 1 elements.");
  }
}

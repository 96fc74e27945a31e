package eddy.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.run.RandomStream;
import eddy.run.StreamName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinibatchCovarianceTest {
  /** Five gradients of two weights; the numbers below are from an independent enumeration. */
  private static final double[][] G = {
    {1.79, 0.44}, {0.1, -1.86}, {-0.28, -0.35}, {-0.08, -0.63}, {-0.04, -0.48}
  };

  @ParameterizedTest
  @CsvSource({
    "1, 0.571296, 0.325488, 0.548824, 0.571296, 0.325488, 0.548824, 0.6068176, 0.2568288, 0.6815344",
    "2, 0.285648, 0.162744, 0.274412, 0.214236, 0.122058, 0.205809, 0.2275566, 0.0963108, 0.2555754",
    "4, 0.142824, 0.081372, 0.137206, 0.035706, 0.020343, 0.0343015, 0.0379261, 0.0160518, 0.0425959"
  })
  void agreesWithTheOracle(
      int b,
      double r11,
      double r12,
      double r22,
      double s11,
      double s12,
      double s22,
      double p11,
      double p12,
      double p22) {
    assertMatrix(MinibatchCovariance.withReplacement(G, b), r11, r12, r22);
    assertMatrix(MinibatchCovariance.withoutReplacement(G, b), s11, s12, s22);
    assertMatrix(MinibatchCovariance.printedA2(G, b), p11, p12, p22);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void formulasAgreeWithEnumerationAndThePrintedOneDoesNot(int b) {
    double[][] subsets = BatchEnumeration.withoutReplacement(G, b);
    assertSame(MinibatchCovariance.withoutReplacement(G, b), subsets, 1e-12);
    assertSame(
        MinibatchCovariance.withReplacement(G, b), BatchEnumeration.withReplacement(G, b), 1e-12);
    double[][] printed = MinibatchCovariance.printedA2(G, b);
    if (b < G.length) {
      assertThat(Math.abs(printed[0][0] - subsets[0][0])).isGreaterThan(1e-3);
    }
  }

  /** 1e5 batches of 3: each entry is within 5 standard errors, at most 5 sqrt(2 c_ii c_jj / n). */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void randomBatchesAgreeWithTheFormulas(boolean replacement) {
    int n = 100_000;
    RandomStream random = new RandomStream(11, StreamName.SAMPLING, replacement ? 1 : 0);
    double[][] measured = BatchEnumeration.monteCarlo(G, 3, replacement, n, random);
    double[][] exact =
        replacement
            ? MinibatchCovariance.withReplacement(G, 3)
            : MinibatchCovariance.withoutReplacement(G, 3);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        double error = Math.sqrt(2 * exact[i][i] * exact[j][j] / n);
        assertThat(measured[i][j]).isCloseTo(exact[i][j], within(5 * error));
      }
    }
  }

  @Test
  void identicalGradientsMakeNoNoise() {
    double[][] same = {{2, -1}, {2, -1}, {2, -1}};
    assertMatrix(MinibatchCovariance.withoutReplacement(same, 2), 0, 0, 0);
    assertThat(MinibatchCovariance.printedA2(same, 2)[0][0]).isGreaterThan(0.1);
  }

  @Test
  void refusesImpossibleBatches() {
    assertThatThrownBy(() -> MinibatchCovariance.withoutReplacement(G, 6))
        .hasMessageContaining("1 <= b <= N");
    assertThatThrownBy(() -> MinibatchCovariance.withReplacement(G, 0))
        .hasMessageContaining("at least one");
    assertThatThrownBy(() -> BatchEnumeration.withReplacement(G, 20))
        .hasMessageContaining("monteCarlo");
  }

  private static void assertMatrix(double[][] c, double c11, double c12, double c22) {
    assertSame(c, new double[][] {{c11, c12}, {c12, c22}}, 1e-12);
  }

  private static void assertSame(double[][] actual, double[][] expected, double tolerance) {
    for (int i = 0; i < 2; i++) {
      assertThat(actual[i]).containsExactly(expected[i], within(tolerance));
    }
  }
}

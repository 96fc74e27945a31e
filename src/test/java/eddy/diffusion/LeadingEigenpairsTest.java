package eddy.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.run.ComputationInterrupted;
import eddy.run.Progress;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadingEigenpairsTest {
  private static final int D = 120;
  private static final int K = 10;

  private static ArrayGradients gradients(int n) {
    double[] scale = new double[D];
    Arrays.setAll(scale, i -> Math.pow(i + 1, -0.7));
    return ArrayGradients.random(n, scale, 20, 2);
  }

  /** commons-math on D computed in float64. */
  private static double[] expected(ArrayGradients source) {
    double[] values =
        new EigenDecomposition(new Array2DRowRealMatrix(source.diffusion())).getRealEigenvalues();
    Arrays.sort(values);
    double[] leading = new double[K];
    Arrays.setAll(leading, i -> values[D - 1 - i]);
    return leading;
  }

  private static void check(LeadingEigenpairs found, double[] expected) {
    assertThat(found.converged()).isTrue();
    assertThat(found.worstResidual()).isLessThan(1e-6);
    assertThat(found.pairs().values()).containsExactly(expected, within(2e-6 * expected[0]));
    assertThat(found.pairs().vectors().rows()).isEqualTo(K);
  }

  /** Gradients kept (2,500 of them, more than a block) and computed again in each product. */
  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, 1000})
  void agreesWithADenseDecomposition(long memory) {
    ArrayGradients source = gradients(2500);
    try (GradientCovariance operator = new GradientCovariance(source, Progress.NONE, memory);
        LeadingEigenpairs found =
            LeadingEigenpairs.of(
                operator, K, new LeadingEigenpairs.Settings(15, 1e-6, 8, 1), Progress.NONE)) {
      assertThat(operator.keepsGradients()).isEqualTo(memory > 1000);
      check(found, expected(source));
      checkVectors(found, source.diffusion());
    }
  }

  private static void checkVectors(LeadingEigenpairs found, double[][] matrix) {
    double[] v = new double[D];
    for (int i = 0; i < K; i++) {
      found.pairs().vectors().row(i, v);
      double worst = 0;
      for (int r = 0; r < D; r++) {
        double sum = -found.pairs().values()[i] * v[r];
        for (int c = 0; c < D; c++) {
          sum += matrix[r][c] * v[c];
        }
        worst = Math.max(worst, Math.abs(sum));
      }
      assertThat(worst).isLessThan(2e-6 * found.pairs().values()[0]);
    }
  }

  @Test
  void agreesOnAMatrixThatIsThere() {
    ArrayGradients source = gradients(800);
    for (Precision precision : Precision.values()) {
      try (DiffusionMatrix d = DiffusionMatrix.exact(source, precision, Progress.NONE);
          LeadingEigenpairs found =
              LeadingEigenpairs.of(
                  d.operator(), K, LeadingEigenpairs.Settings.forCount(K), Progress.NONE)) {
        check(found, expected(source));
      }
    }
  }

  /** Six examples: rank 5, and the Krylov space is complete after two blocks. */
  @Test
  void stopsWhenThereIsNothingLeft() {
    ArrayGradients source = gradients(6);
    try (LeadingEigenpairs found = LeadingEigenpairs.of(source, K, Progress.NONE)) {
      double[] expected = expected(source);
      assertThat(found.pairs().values()).containsExactly(expected, within(2e-6 * expected[0]));
      assertThat(expected[5]).isLessThan(1e-12);
    }
  }

  @Test
  void asksForAPossibleNumber() {
    assertThatThrownBy(() -> LeadingEigenpairs.of(gradients(6), D + 1, Progress.NONE))
        .hasMessageContaining("121 leading eigenpairs");
  }

  @Test
  void stopsOnInterrupt() {
    ArrayGradients source = gradients(100);
    try (GradientCovariance operator = new GradientCovariance(source, Progress.NONE)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(
              () ->
                  LeadingEigenpairs.of(
                      operator, 3, LeadingEigenpairs.Settings.forCount(3), Progress.NONE))
          .isInstanceOf(ComputationInterrupted.class);
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  @Test
  void stopsOnInterruptWhileGradientsAreRead() {
    ArrayGradients source = gradients(100);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> new GradientCovariance(source, Progress.NONE))
        .isInstanceOf(ComputationInterrupted.class);
    assertThat(Thread.interrupted()).isFalse();
  }
}

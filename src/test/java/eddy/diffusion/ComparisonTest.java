package eddy.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.linalg.DoubleMatrix;
import eddy.run.Progress;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonTest {
  @TempDir Path folder;

  private static ArrayGradients gradients(int n, long seed) {
    double[] scale = new double[40];
    Arrays.setAll(scale, i -> 1.0 / (i + 1));
    return ArrayGradients.random(n, scale, 5, seed);
  }

  private static DiffusionMatrix matrix(ArrayGradients source, Precision precision) {
    return DiffusionMatrix.exact(source, precision, Progress.NONE);
  }

  @ParameterizedTest
  @EnumSource
  void spectrumAgreesWithADenseDecompositionAndTheInvariantsHold(Precision precision) {
    ArrayGradients source = gradients(30, 1);
    double[] expected =
        new EigenDecomposition(new Array2DRowRealMatrix(source.diffusion())).getRealEigenvalues();
    Arrays.sort(expected);
    DiffusionMatrix d = matrix(source, precision);
    double trace = d.trace();
    Spectrum spectrum = d.spectrum("test " + precision);
    double[] values = spectrum.values();
    for (int i = 0; i < 40; i++) {
      assertThat(values[i]).isCloseTo(expected[39 - i], within(2e-6 * expected[39]));
    }
    assertThat(spectrum.smallest()).isGreaterThan(-1e-6 * spectrum.largest());
    assertThat(spectrum.trace()).isCloseTo(trace, within(1e-5 * trace));
    assertThat(spectrum.rank(precision)).isLessThanOrEqualTo(29);
    assertThat(spectrum.precision()).isEqualTo(precision);
  }

  @Test
  void distanceAgreesWithThePlainFormula() {
    ArrayGradients a = gradients(200, 1);
    ArrayGradients b = gradients(300, 2);
    double[][] x = a.diffusion();
    double[][] y = b.diffusion();
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < 40; i++) {
      for (int j = 0; j < 40; j++) {
        difference += (x[i][j] - y[i][j]) * (x[i][j] - y[i][j]);
        norm += x[i][j] * x[i][j];
      }
    }
    try (DiffusionMatrix first = matrix(a, Precision.FLOAT32);
        DiffusionMatrix second = matrix(b, Precision.FLOAT64)) {
      assertThat(first.frobeniusNorm()).isCloseTo(Math.sqrt(norm), within(1e-5));
      assertThat(first.relativeDistance(second))
          .isCloseTo(Math.sqrt(difference / norm), within(1e-5));
      assertThat(first.relativeDistance(first)).isZero();
    }
  }

  /** Planes at the angle 0.3: (1 + cos² 0.3) / 2 when they share one direction. */
  @Test
  void overlapOfPlanes() {
    try (DoubleMatrix u = new DoubleMatrix(2, 3);
        DoubleMatrix v = new DoubleMatrix(2, 3)) {
      u.set(0, 0, 1);
      u.set(1, 1, 1);
      v.set(0, 0, 1);
      v.set(1, 1, Math.cos(0.3));
      v.set(1, 2, Math.sin(0.3));
      double expected = (1 + Math.cos(0.3) * Math.cos(0.3)) / 2;
      assertThat(Overlap.subspace(u, v)).isCloseTo(expected, within(1e-14));
      assertThat(Overlap.subspace(u, u)).isCloseTo(1, within(1e-14));
      try (DoubleMatrix w = new DoubleMatrix(1, 3)) {
        assertThatThrownBy(() -> Overlap.subspace(u, w)).hasMessageContaining("same size");
      }
    }
  }

  @Test
  void aStoredSpectrumIsNotComputedAgain() {
    Path file = folder.resolve("d.spectrum");
    ArrayGradients source = gradients(50, 1);
    Spectrum first = StoredSpectrum.of(file, "epoch=1", () -> matrix(source, Precision.FLOAT64));
    Spectrum again =
        StoredSpectrum.of(
            file,
            "epoch=1",
            () -> {
              throw new AssertionError("computed again");
            });
    assertThat(again.values()).isEqualTo(first.values());
    assertThat(again.examples()).isEqualTo(50);
    assertThat(again.precision()).isEqualTo(Precision.FLOAT64);
    assertThatThrownBy(
            () -> StoredSpectrum.of(file, "epoch=2", () -> matrix(source, Precision.FLOAT64)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("epoch=1");
  }
}

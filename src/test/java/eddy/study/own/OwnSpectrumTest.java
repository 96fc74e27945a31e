package eddy.study.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.data.Images;
import eddy.diffusion.GradientSource;
import eddy.diffusion.MinibatchCovariance;
import eddy.diffusion.Precision;
import eddy.linalg.DoubleMatrix;
import eddy.linalg.SymmetricEigen;
import eddy.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All ways to the spectrum against D of softmax regression in closed form. */
class OwnSpectrumTest {
  private static final Budget LARGE = new Budget(1L << 32, 1e14);

  @TempDir Path folder;

  static double[] eigenvalues(double[][] matrix) {
    try (DoubleMatrix a = new DoubleMatrix(matrix.length, matrix.length)) {
      for (int i = 0; i < matrix.length; i++) {
        a.setRow(i, matrix[i]);
      }
      return SymmetricEigen.values(a);
    }
  }

  private static OwnSpectrum spectrum(SoftmaxRegression known, SpectrumPlan plan) {
    GradientSource source = known.network().gradients(known.images());
    return OwnSpectrum.of(
        source, plan, GradientMoments.of(source, Progress.NONE), "test " + plan, Progress.NONE);
  }

  @Test
  void manyExamples() {
    SoftmaxRegression known = SoftmaxRegression.random(60, 4, 3, 7);
    agrees(known, SpectrumPlan.Way.MATRIX);
  }

  @Test
  void fewExamples() {
    SoftmaxRegression known = SoftmaxRegression.random(9, 4, 3, 7);
    agrees(known, SpectrumPlan.Way.GRAM);
  }

  private static void agrees(SoftmaxRegression known, SpectrumPlan.Way way) {
    int d = known.dimension();
    SpectrumPlan plan = SpectrumPlan.of(d, known.labels().length, LARGE);
    assertThat(plan.way()).isEqualTo(way);
    OwnSpectrum found = spectrum(known, plan);
    double[] exact = eigenvalues(MinibatchCovariance.diffusion(known.gradients()));
    assertThat(found.values()).containsExactly(exact, within(1e-6 * exact[0]));
    double trace = 0;
    double squares = 0;
    for (double value : exact) {
      trace += value;
      squares += value * value;
    }
    assertThat(found.mean()).isCloseTo(trace / d, within(1e-6 * trace / d));
    assertThat(found.participationRatio().exact()).isTrue();
    assertThat(found.participationRatio().low())
        .isCloseTo(trace * trace / squares, within(1e-5 * d));
    double variance = squares / d - trace * trace / d / d;
    assertThat(found.deviation().high()).isCloseTo(Math.sqrt(variance), within(1e-5 * exact[0]));
    assertThat(found.rank(Precision.FLOAT32).high())
        .isLessThanOrEqualTo(Math.min(d, known.labels().length - 1));
  }

  /** Softmax gradients sum to zero over classes: 5 of 15 directions have no noise at all. */
  @Test
  void rankOfSoftmaxRegression() {
    SoftmaxRegression known = SoftmaxRegression.random(60, 4, 3, 7);
    OwnSpectrum found = spectrum(known, SpectrumPlan.of(known.dimension(), 60, LARGE));
    assertThat(found.rank(Precision.FLOAT32)).isEqualTo(new OwnSpectrum.Bounds(10, 10));
  }

  @Test
  void leadingOnesBoundTheRest() {
    SoftmaxRegression known = SoftmaxRegression.random(400, 19, 5, 7);
    int d = known.dimension();
    SpectrumPlan whole = SpectrumPlan.of(d, 400, LARGE);
    SpectrumPlan some =
        new SpectrumPlan(SpectrumPlan.Way.LEADING, Precision.FLOAT32, 6, d, 400, "six");
    OwnSpectrum exact = spectrum(known, whole);
    OwnSpectrum found = spectrum(known, some);
    double[] all = exact.values();
    assertThat(found.values()).hasSize(6);
    for (int i = 0; i < 6; i++) {
      assertThat(found.values()[i]).isCloseTo(all[i], within(1e-5 * all[0]));
    }
    assertThat(found.trace()).isCloseTo(exact.trace(), within(1e-9));
    inside(exact.participationRatio().low(), found.participationRatio());
    inside(exact.deviation().low(), found.deviation());
    inside(exact.rank(Precision.FLOAT32).low(), found.rank(Precision.FLOAT32));
    assertThat(found.complete()).isFalse();
    assertThat(found.resolves(Precision.FLOAT64)).isFalse();
  }

  private static void inside(double value, OwnSpectrum.Bounds bounds) {
    assertThat(bounds.exact()).isFalse();
    assertThat(value).isBetween(bounds.low(), bounds.high());
  }

  @ParameterizedTest
  @EnumSource(SpectrumPlan.Way.class)
  void noNoise(SpectrumPlan.Way way) {
    SoftmaxRegression known = SoftmaxRegression.random(1, 4, 3, 7);
    float[] twice = new float[8];
    System.arraycopy(known.inputs(), 0, twice, 0, 4);
    System.arraycopy(known.inputs(), 0, twice, 4, 4);
    int label = known.labels()[0];
    Images same = Images.of(twice, new int[] {label, label}, 4, 1, 1, 3, "the same twice");
    GradientSource source = known.network().gradients(same);
    SpectrumPlan plan = new SpectrumPlan(way, Precision.FLOAT64, 1, 15, 2, "");
    assertThatThrownBy(
            () ->
                OwnSpectrum.of(
                    source,
                    plan,
                    GradientMoments.of(source, Progress.NONE),
                    "no noise " + way,
                    Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("every example has the same gradient");
  }

  @Test
  void keptOnDisk() {
    SoftmaxRegression known = SoftmaxRegression.random(60, 4, 3, 7);
    OwnNetwork network = known.network();
    GradientMoments moments = GradientMoments.of(network.gradients(known.images()), Progress.NONE);
    SpectrumPlan plan = SpectrumPlan.of(network.dimension(), 60, LARGE);
    OwnSpectra first = new OwnSpectra(network, known.images(), moments, plan, folder);
    OwnSpectrum measured = first.measured(Progress.NONE);
    OwnSpectrum nullModel = first.nullModel(Progress.NONE);
    assertThat(nullModel.trace()).isNotEqualTo(measured.trace());
    assertThat(folder.toFile().list()).hasSize(2);
    OwnSpectra again = new OwnSpectra(network, known.images(), moments, plan, folder);
    Progress none =
        (phase, done, total, safe) -> {
          throw new AssertionError("computed again: " + phase);
        };
    assertThat(again.measured(none).values()).isEqualTo(measured.values());
    assertThat(again.nullModel(none).trace()).isEqualTo(nullModel.trace());
    SoftmaxRegression other = SoftmaxRegression.random(60, 4, 3, 8);
    new OwnSpectra(other.network(), other.images(), moments, plan, folder).measured(Progress.NONE);
    assertThat(Files.isDirectory(folder)).isTrue();
    assertThat(folder.toFile().list()).hasSize(3);
  }
}

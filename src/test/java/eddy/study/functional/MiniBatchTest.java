package eddy.study.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.data.BuiltInDigits;
import eddy.data.HalfMnist;
import eddy.nets.Architectures;
import eddy.run.Progress;
import eddy.study.functional.EpochNoise.Scheme;
import org.junit.jupiter.api.Test;

/** Definition 1, Appendix A and Remark 12. */
class MiniBatchTest {
  @Test
  void enumerationDecidesBetweenTheFormulas() {
    for (MiniBatchCheck check : MiniBatchCheck.all(MiniBatchCheck.fiveGradients())) {
      int b = check.batch();
      assertThat(check.errorA1()).isLessThan(1e-12);
      assertThat(check.errorA2()).isLessThan(1e-12);
      assertThat(check.withReplacement()).isCloseTo(1.0 / b, within(1e-12));
      assertThat(check.withoutReplacement()).isCloseTo((5 - b) / (4.0 * b), within(1e-12));
      if (b < 5) {
        assertThat(check.errorPrinted()).isGreaterThan(1e-3);
      }
    }
    var all = MiniBatchCheck.all(MiniBatchCheck.fiveGradients());
    assertThat(MiniBatchCheck.worstA1(all)).isBetween(0.0, 1e-12);
    assertThat(MiniBatchCheck.worstA2(all)).isBetween(0.0, 1e-12);
    assertThat(MiniBatchCheck.factorOfMean(MiniBatchCheck.fiveGradients(), 2))
        .isCloseTo(1.25, within(1e-12));
  }

  /** With fixed weights: independent, finite population, and a bridge that ends at 0. */
  @Test
  void noiseOverAnEpochFollowsTheThreeFormulas() {
    double[][] gradients =
        GradientSample.atInitialisation(
            Architectures.tinyFc(10), HalfMnist.printed(BuiltInDigits.generate(60, 3)), 1);
    assertThat(gradients).hasDimensions(60, 1002);
    EpochNoise noise = new EpochNoise(gradients, 10, 5);
    for (Scheme scheme : Scheme.values()) {
      var measured = noise.measure(scheme, 400, Progress.NONE);
      assertThat(measured.worst()).isLessThan(4);
      assertThat(measured.twoErrors()[1]).isEqualTo(2 * measured.error()[1]);
      assertThat(measured.atTheEnd()).isEqualTo(measured.mean()[5]);
      assertThat(measured.mean()[1]).isCloseTo(measured.predicted()[1], within(0.03));
    }
    assertThat(noise.measure(Scheme.SHUFFLED_EPOCH, 20, Progress.NONE).lastSum()).isLessThan(1e-13);
    assertThat(noise.measure(Scheme.WITH_REPLACEMENT, 20, Progress.NONE).lastSum())
        .isGreaterThan(0.01);
    assertThatThrownBy(() -> new EpochNoise(gradients, 7, 5)).hasMessageContaining("divides");
    assertThatThrownBy(() -> new EpochNoise(new double[4][3], 2, 5)).hasMessageContaining("same");
  }
}

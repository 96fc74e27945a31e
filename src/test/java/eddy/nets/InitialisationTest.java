package eddy.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Bounds and moments of the uniform law: variance a²/3, a = 1/√fan_in. */
class InitialisationTest {

  @Test
  void weightsAndBiasesAreUniformWithinOneOverTheRootOfFanIn() {
    float[] w = Initialisation.pytorch(Architectures.smallLenet(), 11);
    int dense = 208 + 16 + 3216 + 32;
    double bound = 1 / Math.sqrt(64);
    double sum = 0;
    double squares = 0;
    double largest = 0;
    for (int i = dense; i < dense + 8320; i++) {
      sum += w[i];
      squares += w[i] * w[i];
      largest = Math.max(largest, Math.abs(w[i]));
    }
    assertThat(largest).isBetween(0.999 * bound, bound);
    double deviation = bound / Math.sqrt(3);
    assertThat(sum / 8320).isCloseTo(0, within(4 * deviation / Math.sqrt(8320)));
    assertThat(squares / 8320)
        .isCloseTo(bound * bound / 3, within(4 * bound * bound * Math.sqrt(4.0 / 45 / 8320)));
    for (int i = 0; i < 208; i++) {
      assertThat(Math.abs(w[i])).isLessThanOrEqualTo(0.2f);
    }
  }

  @Test
  void gammaIsOneOrUniform() {
    Architecture architecture = Architectures.smallFc();
    float[] now = Initialisation.pytorch(architecture, 3);
    float[] then = Initialisation.pytorch2017(architecture, 3);
    double sum = 0;
    for (int i = 0; i < now.length; i++) {
      if (i >= 3200 && i < 3264) {
        assertThat(now[i]).isEqualTo(1);
        assertThat(then[i]).isBetween(0f, 1f);
        sum += then[i];
      } else {
        assertThat(then[i]).isEqualTo(now[i]);
      }
      if (i >= 3264 && i < 3328) {
        assertThat(now[i]).isZero();
      }
    }
    assertThat(sum / 64).isCloseTo(0.5, within(4 / Math.sqrt(12 * 64)));
  }

  @Test
  void theSeedDecides() {
    Architecture architecture = Architectures.tinyFc(5);
    assertThat(Initialisation.pytorch(architecture, 1))
        .isEqualTo(Initialisation.pytorch(architecture, 1))
        .isNotEqualTo(Initialisation.pytorch(architecture, 2));
  }
}

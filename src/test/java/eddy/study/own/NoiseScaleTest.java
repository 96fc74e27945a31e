package eddy.study.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.diffusion.GradientSource;
import eddy.run.Progress;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import org.junit.jupiter.api.Test;

class NoiseScaleTest {
  private static GradientMoments moments(float[][] g) {
    return GradientMoments.of(new Given(g), Progress.NONE);
  }

  /** Gradients that are simply given. */
  private record Given(float[][] gradients) implements GradientSource {
    @Override
    public int dimension() {
      return gradients[0].length;
    }

    @Override
    public int examples() {
      return gradients.length;
    }

    @Override
    public Reader open() {
      return (from, count, out) -> {
        for (int k = 0; k < count; k++) {
          out.setRow(k, gradients[from + k]);
        }
      };
    }
  }

  /** (1, 0), (3, 0), (2, 1), (2, −1): mean (2, 0), tr D = (1 + 1 + 1 + 1)/4 = 1, so 1/4. */
  @Test
  void byHand() {
    NoiseScale scale = NoiseScale.of(moments(new float[][] {{1, 0}, {3, 0}, {2, 1}, {2, -1}}));
    assertThat(scale.trace()).isCloseTo(1, within(1e-12));
    assertThat(scale.gradientSquared()).isCloseTo(4, within(1e-12));
    assertThat(scale.ofTheExamples()).isCloseTo(0.25, within(1e-12));
    // tr Σ = 4/3, |G|² = 4 − (4/3)/4 = 11/3
    assertThat(scale.ofTheDistribution()).isCloseTo(4.0 / 11, within(1e-12));
  }

  /** All samples of three from a population of four, with replacement: the means are unbiased. */
  @Test
  void partsAreUnbiased() {
    float[][] population = {{1, 0.5f}, {-2, 0}, {0.25f, 3}, {4, -1}};
    double trace = 0;
    double squared = 0;
    for (int i = 0; i < 64; i++) {
      GradientMoments.Part part =
          moments(new float[][] {population[i % 4], population[i / 4 % 4], population[i / 16]})
              .all();
      trace += part.unbiasedTrace() / 64;
      squared += part.unbiasedMeanSquared() / 64;
    }
    GradientMoments.Part whole = moments(population).all();
    assertThat(trace).isCloseTo(whole.trace(), within(1e-12));
    assertThat(squared).isCloseTo(whole.meanSquared(), within(1e-12));
  }

  /**
   * Gaussian gradients with tr Σ = 12 and |G|² = 0.5, true value 24: of 200 intervals at 95 %,
   * fewer than 180 or more than 199 would hold it with a probability below 1e-3 each.
   */
  @Test
  void intervalsHoldTheTruth() {
    int held = 0;
    for (int run = 0; run < 200; run++) {
      NoiseScale scale = NoiseScale.of(moments(gaussian(2000, Math.sqrt(0.5), run)));
      held += scale.low() <= 24 && 24 <= scale.high() ? 1 : 0;
    }
    assertThat(held).isBetween(180, 199);
  }

  @Test
  void noGradientToBeSeen() {
    NoiseScale scale = NoiseScale.of(moments(gaussian(100, 0, 1)));
    assertThat(scale.gradientIsSeen()).isFalse();
    assertThat(scale.high()).isInfinite();
  }

  private static float[][] gaussian(int n, double first, long substream) {
    RandomStream random = new RandomStream(3, StreamName.DATA, substream);
    float[][] g = new float[n][12];
    for (float[] gradient : g) {
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = (float) (random.nextGaussian() + (i == 0 ? first : 0));
      }
    }
    return g;
  }
}

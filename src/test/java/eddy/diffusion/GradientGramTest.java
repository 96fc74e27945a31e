package eddy.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.run.Progress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The dual against the matrix itself, which is tested against the plain formula. */
class GradientGramTest {
  private static final int D = 50;

  private static ArrayGradients gradients(int n, long seed) {
    double[] scale = new double[D];
    Arrays.setAll(scale, i -> 1.0 / (i + 1));
    return ArrayGradients.random(n, scale, 2, seed);
  }

  @Test
  void hasTheEigenvaluesOfTheMatrix() {
    ArrayGradients source = gradients(20, 1);
    try (GradientGram gram = GradientGram.of(source)) {
      Spectrum dual = gram.spectrum();
      Spectrum direct =
          DiffusionMatrix.exact(source, Precision.FLOAT64, Progress.NONE).spectrum("gram test");
      assertThat(dual.examples()).isEqualTo(20);
      assertThat(dual.dimension()).isEqualTo(D);
      for (int i = 0; i < D; i++) {
        assertThat(dual.values()[i])
            .isCloseTo(direct.values()[i], within(1e-12 * direct.largest()));
      }
      assertThat(dual.rank(Precision.FLOAT32)).isEqualTo(direct.rank(Precision.FLOAT32));
    }
  }

  @Test
  void comparesAsTheMatricesDo() {
    ArrayGradients first = gradients(20, 1);
    ArrayGradients second = gradients(30, 2);
    try (GradientGram a = GradientGram.of(first);
        GradientGram b = GradientGram.of(second);
        DiffusionMatrix da = DiffusionMatrix.exact(first, Precision.FLOAT64, Progress.NONE);
        DiffusionMatrix db = DiffusionMatrix.exact(second, Precision.FLOAT64, Progress.NONE);
        LeadingEigenpairs ua = leading(da);
        LeadingEigenpairs ub = leading(db)) {
      GradientGram.Comparison different = GradientGram.compare(a, b, 4);
      assertThat(different.distance()).isCloseTo(da.relativeDistance(db), within(1e-10));
      assertThat(different.overlap())
          .isCloseTo(Overlap.subspace(ua.pairs(), ub.pairs()), within(1e-9));
      GradientGram.Comparison same = GradientGram.compare(a, a, 4);
      assertThat(same.distance()).isCloseTo(0, within(1e-7));
      assertThat(same.overlap()).isCloseTo(1, within(1e-12));
    }
  }

  private static LeadingEigenpairs leading(DiffusionMatrix d) {
    return LeadingEigenpairs.of(
        d.operator(), 4, new LeadingEigenpairs.Settings(20, 1e-12, 12, 1), Progress.NONE);
  }

  @Test
  void refusesMoreExamplesThanWeights() {
    assertThatThrownBy(() -> GradientGram.of(gradients(D + 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There are more examples (51) than weights (50): use DiffusionMatrix.");
  }
}

package eddy.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.run.Progress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AuthorsStatisticsTest {
  private static final double[] TOY = toy();

  private static double[] toy() {
    double[] w = new double[200];
    Arrays.setAll(w, k -> Math.sin(0.1 * k) + 0.01 * k);
    return w;
  }

  @Test
  void amplitudeOfIncrementsAgreesWithTheOracle() {
    double[] expected = {
      2.8576441006416693,
      0.9796528903058955,
      1.5363439376463326,
      9.625630342154219,
      1.8060380810835739,
      0.7876735602581123
    };
    Spread spread = IncrementSpectrum.over(Series.of(TOY, TOY), 6, Progress.NONE);
    assertThat(spread.mean()).containsExactly(expected, within(1e-12));
    assertThat(IncrementSpectrum.of(TOY)).hasSize(100).startsWith(spread.mean());
    assertThat(spread.x())
        .containsExactly(new double[] {0, .005, .01, .015, .02, .025}, within(1e-17));
    double[] truth = {0.0, 0.005025125628140704, 0.010050251256281407, 0.01507537688442211};
    assertThat(IncrementSpectrum.frequencies(200, 4)).containsExactly(truth, within(1e-17));
    assertThatThrownBy(() -> IncrementSpectrum.of(new double[1]))
        .hasMessageContaining("at least 2");
  }

  @Test
  void amplitudeOfIncrementsAgreesWithNumPy() {
    double[] x = new double[1000];
    Arrays.setAll(x, t -> Math.sin(0.1 * t) + 0.01 * t + (long) t * t * 7919 % 1000 / 1000.0);
    double[] amplitude = IncrementSpectrum.of(x);
    assertThat(amplitude).hasSize(500);
    for (double[] row : Rows.read("autocorrelation.csv", "increments")) {
      assertThat(amplitude[(int) row[0]]).isCloseTo(row[1], within(1e-11));
    }
  }

  /** Mean amplitude of white increments: s sqrt(n - 1) sqrt(pi)/2 (Rayleigh law). */
  @Test
  void whiteIncrementsHaveAFlatMeanAmplitude() {
    int n = 4097;
    double[] w = new double[n];
    double[] steps = Rows.white(n - 1, 5);
    for (int t = 1; t < n; t++) {
      w[t] = w[t - 1] + 0.3 * steps[t - 1];
    }
    double[] amplitude = Arrays.copyOfRange(IncrementSpectrum.of(w), 1, 2048);
    double mean = Arrays.stream(amplitude).average().orElseThrow();
    double expected = IncrementSpectrum.whiteLevel(n, 0.3);
    double error = expected * Math.sqrt(4 / Math.PI - 1) / Math.sqrt(amplitude.length);
    assertThat(mean).isCloseTo(expected, within(4 * error));
  }

  /** Values of pandas' ewm(com=100, adjust=True).mean(). */
  @Test
  void weightedMeanAgreesWithTheOracle() {
    double[] y = Ewma.adjusted(TOY, 100);
    assertThat(y[0]).isZero();
    assertThat(y[1]).isCloseTo(0.05518992577775942, within(1e-15));
    assertThat(y[10]).isCloseTo(0.5152672935703043, within(1e-14));
    assertThat(y[199]).isCloseTo(1.280693642493886, within(1e-14));
    assertThat(Ewma.adjusted(TOY, 0)).containsExactly(TOY);
    assertThatThrownBy(() -> Ewma.adjusted(TOY, -1)).hasMessageContaining("at least 0");
  }

  @Test
  void logarithmicIndicesReachBothEnds() {
    int[] indices = Ewma.logarithmicIndices(100_000, 1000);
    assertThat(indices).startsWith(0, 1, 2).endsWith(99_999).isSorted().doesNotHaveDuplicates();
    int k = indices.length - 1;
    double step = Math.pow(1e5, 1 / 999.0);
    assertThat((indices[k] + 1.0) / (indices[k - 1] + 1)).isCloseTo(step, within(1e-4));
    assertThat(Ewma.logarithmicIndices(1, 3)).containsExactly(0);
  }
}

package eddy.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.run.Progress;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NullModelTest {
  @Test
  void brownianCurveAgreesWithTheOracle() {
    double[][] rows = {
      {0, 1},
      {0.01, 0.950598},
      {0.05, 0.76475},
      {0.1, 0.558},
      {0.2, 0.224},
      {0.3, -0.014},
      {0.5, -0.25},
      {0.7, -0.246},
      {0.29289321881345254, 0},
      {1, 0}
    };
    for (double[] row : rows) {
      assertThat(BrownianMotion.autocorrelation(row[0])).isCloseTo(row[1], within(1e-14));
    }
    assertThatThrownBy(() -> BrownianMotion.autocorrelation(2)).hasMessageContaining("0 .. 1");
  }

  /**
   * Twins of a random walk: the ratio of the means of numerator and denominator follows the curve,
   * the mean of the ratios lies below it (0.679 and 0.436 at 0.05 and 0.1).
   */
  @Test
  void brownianTwinsHaveTheBrownianAutocorrelation() {
    int n = 500;
    int count = 3000;
    double[][] walks = new double[count][];
    Arrays.setAll(walks, i -> walk(n, i));
    Series twins = NullModel.BROWNIAN.twin(Series.of(walks), 11, Progress.NONE);
    assertThat(twins.column(5)[0]).isEqualTo((float) walks[5][0]);
    int[] lags = {25, 50, 100, 250};
    Spread spread = Autocorrelation.over(twins, lags, Progress.NONE);
    double[] mean = spread.mean();
    double[] error = spread.standardError();
    double[] known = {0.679, 0.436, 0.115, -0.195};
    for (int k = 0; k < lags.length; k++) {
      assertThat(mean[k]).isCloseTo(known[k], within(4 * error[k] + 0.002));
      double[] z = new double[count];
      double[] ratio = ratioOfMeans(twins, spread, k, z);
      double expected = BrownianMotion.autocorrelation((double) lags[k] / n);
      assertThat(ratio[0]).isCloseTo(expected, within(4 * ratio[1] + 2.0 / n));
    }
  }

  /** sum c_0 r_h / sum c_0 with its standard error by the delta method. */
  private static double[] ratioOfMeans(Series twins, Spread spread, int k, double[] z) {
    double numerator = 0;
    double denominator = 0;
    double[] c0 = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      double[] x = twins.column(i);
      double mean = Arrays.stream(x).average().orElseThrow();
      c0[i] = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
      numerator += c0[i] * spread.series(i)[k];
      denominator += c0[i];
    }
    double ratio = numerator / denominator;
    double square = 0;
    for (int i = 0; i < z.length; i++) {
      double residual = c0[i] * (spread.series(i)[k] - ratio);
      square += residual * residual;
    }
    return new double[] {ratio, Math.sqrt(square) / denominator};
  }

  private static double[] walk(int n, int seed) {
    double[] x = Rows.white(n, seed);
    for (int t = 1; t < n; t++) {
      x[t] += x[t - 1];
    }
    return x;
  }

  @Test
  void autoregressionAgreesWithTheOracle() {
    Ar1 law = new Ar1(0.951229424500714, 1);
    double[][] rows = {
      {0.0001, 0.00016594929066017177}, {0.001, 0.016339526170375183}, {0.01, 0.6435311832364511},
      {0.1, 1.0444337643745685}, {0.25, 1.0499583749578798}, {0.5, 1.0506143256123754}
    };
    for (double[] row : rows) {
      double omega = 2 * Math.PI * row[0];
      assertThat(law.incrementDensity(omega)).isCloseTo(row[1], within(1e-12 * row[1] + 1e-15));
    }
    assertThat(law.incrementCorrelation()).isCloseTo(-0.024385287749642992, within(1e-15));
    assertThat(law.variance()).isCloseTo(1 / (1 - law.a() * law.a()), within(1e-12));
    assertThatThrownBy(() -> new Ar1(1, 1)).hasMessageContaining("|a| < 1");
    assertThatThrownBy(() -> Ar1.fit(new double[9])).hasMessageContaining("constant");
  }

  @Test
  void autoregressiveTwinsHaveMeanVarianceAndCorrelationOfTheData() {
    int n = 100_000;
    double[] x = new Ar1(0.8, 2).path(n, new RandomStream(1, StreamName.DATA));
    for (int t = 0; t < n; t++) {
      x[t] += 7;
    }
    Ar1 truth = Ar1.fit(x);
    double[] y = NullModel.AR1.twin(Series.of(x), 3, Progress.NONE).column(0);
    Ar1 fitted = Ar1.fit(y);
    double mean = Arrays.stream(y).average().orElseThrow();
    assertThat(mean).isCloseTo(7, within(8 * Math.sqrt(truth.variance() * 9 / n)));
    assertThat(fitted.a()).isCloseTo(truth.a(), within(4 * Math.sqrt(0.36 / n)));
    assertThat(fitted.variance()).isCloseTo(truth.variance(), within(0.05 * truth.variance()));
  }

  @Test
  void randomPhasesKeepTheSpectrumOfIncrementsAndBothEnds() {
    for (int n : new int[] {2, 3, 256, 257}) {
      double[] x = walk(n, n);
      double[] y = NullModel.RANDOM_PHASES.twin(Series.of(x), 9, Progress.NONE).column(0);
      assertThat(y[0]).isCloseTo(x[0], within(1e-5));
      assertThat(y[n - 1]).isCloseTo(x[n - 1], within(1e-5));
      double[] kept = IncrementSpectrum.of(x);
      assertThat(IncrementSpectrum.of(y)).containsExactly(kept, within(2e-4));
    }
    double[] one =
        NullModel.RANDOM_PHASES.twin(Series.of(walk(256, 1)), 9, Progress.NONE).column(0);
    double[] two =
        NullModel.RANDOM_PHASES.twin(Series.of(walk(256, 1)), 8, Progress.NONE).column(0);
    assertThat(one).isNotEqualTo(two);
  }

  /** A weight that never moves stays so in every twin, and a broken one stays broken. */
  @Test
  void deadWeightsStayDead() {
    double[] dead = new double[50];
    Arrays.fill(dead, 0.25);
    double[] broken = walk(50, 1);
    broken[3] = Double.NaN;
    for (NullModel model : NullModel.values()) {
      Series twin = model.twin(Series.of(dead, broken, walk(50, 2)), 1, Progress.NONE);
      assertThat(twin.column(0)).containsOnly(0.25);
      assertThat(Arrays.stream(twin.column(1)).anyMatch(Double::isNaN)).isTrue();
      assertThat(Autocorrelation.over(twin, new int[] {1}, Progress.NONE).count()).isEqualTo(1);
      assertThat(model.title()).isNotEmpty();
    }
  }
}

package eddy.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.run.Progress;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AutocorrelationTest {
  /** The authors' statistic on w_k = sin(k/10) + k/100, k < 200, at their lags. */
  @Test
  void agreesWithTheOracle() {
    double[] w = new double[200];
    Arrays.setAll(w, k -> Math.sin(0.1 * k) + 0.01 * k);
    double[] expected = {
      1.0,
      0.9542069698334268,
      0.8858949106084915,
      0.7978486246555867,
      0.6935951186516109,
      0.5772429762441836
    };
    int[] lags = Autocorrelation.authorsLags(200);
    assertThat(lags).hasSize(100).startsWith(0, 2, 4).endsWith(196, 198);
    Spread spread = Autocorrelation.over(Series.of(w, w), lags, Progress.NONE);
    assertThat(Arrays.copyOf(spread.mean(), 6)).containsExactly(expected, within(1e-13));
    assertThat(spread.x()[5]).isEqualTo(10);
    assertThat(Autocorrelation.authorsLags(150)).hasSize(150);
    assertThatThrownBy(() -> Autocorrelation.authorsLags(99)).hasMessageContaining("at least 100");
  }

  @Test
  void agreesWithDirectSums() {
    double[] x = new double[1000];
    Arrays.setAll(x, t -> Math.sin(0.1 * t) + 0.01 * t + (long) t * t * 7919 % 1000 / 1000.0);
    double[] r = Autocorrelation.of(x);
    assertThat(r).hasSize(1000);
    for (double[] row : Rows.read("autocorrelation.csv", "acf")) {
      assertThat(r[(int) row[0]]).isCloseTo(row[1], within(1e-13));
    }
    assertThat(Arrays.stream(r).skip(1).sum()).isCloseTo(-0.5, within(1e-11));
  }

  /** Lag-1 autocorrelations that NIST certifies to 15 digits, of real data. */
  @Test
  void agreesWithNistOnData() {
    for (String name : new String[] {"lew", "mavro", "michelso"}) {
      double[] certified = Rows.read("nist.csv", name + "-certified").get(0);
      double[] x = Rows.read("nist.csv", name).get(0);
      assertThat(Arrays.stream(x).average().orElseThrow()).isCloseTo(certified[1], within(1e-10));
      assertThat(Autocorrelation.of(x)[1]).isCloseTo(certified[0], within(2e-12));
    }
  }

  /** NIST's series that are made: alternating values on a large constant. */
  @Test
  void agreesWithNistOnMadeSeries() {
    double[] three = {10000001, 10000003, 10000002};
    assertThat(Autocorrelation.of(three)[1]).isCloseTo(-0.5, within(1e-15));
    double[] large = {1, 1000000, 10000000};
    for (double constant : large) {
      double[] x = new double[1001];
      Arrays.setAll(x, t -> constant + (t == 0 ? 0.2 : t % 2 == 1 ? 0.1 : 0.3));
      assertThat(Autocorrelation.of(x)[1])
          .isCloseTo(-0.999, within(1e-16 * constant * 100 + 1e-13));
    }
  }

  @Test
  void deadAndBrokenWeightsAreDroppedAndCounted() {
    double[] broken = Rows.white(200, 1);
    broken[7] = Double.NaN;
    double[] dead = new double[200];
    Arrays.fill(dead, 0.1f);
    Series series = Series.of(Rows.white(200, 2), dead, broken, Rows.white(200, 3));
    Spread spread = Autocorrelation.over(series, new int[] {0, 1, 199}, Progress.NONE);
    assertThat(spread.count()).isEqualTo(2);
    assertThat(spread.dropped()).isEqualTo(2);
    assertThat(spread.mean()[0]).isCloseTo(1, within(1e-15));
    assertThatThrownBy(() -> Autocorrelation.over(series, new int[] {200}, Progress.NONE))
        .hasMessageContaining("0 .. 199");
  }

  @Test
  void bandsAreThoseOfTheAuthorsAndOfBartlett() {
    assertThat(AutocorrelationBand.white(10_000, 0.95)).isCloseTo(0.01959963985, within(1e-11));
    assertThat(AutocorrelationBand.white(10_000, 0.99)).isCloseTo(0.02575829304, within(1e-11));
    double a = 0.8;
    double[] rho = new double[400];
    Arrays.setAll(rho, k -> Math.pow(a, k));
    double z = 1.959963984540054;
    for (double[] row : Rows.read("autocorrelation.csv", "bartlett")) {
      int h = (int) row[0];
      double width = AutocorrelationBand.linearProcess(rho, h, 100, 0.95);
      assertThat(width).isCloseTo(z * Math.sqrt(row[1] / 100), within(1e-12));
      double closed =
          (1 + a * a) * (1 - Math.pow(a, 2 * h)) / (1 - a * a) - 2 * h * Math.pow(a, 2 * h);
      assertThat(row[1]).isCloseTo(closed, within(1e-12));
    }
    double[] ends = AutocorrelationBand.endsBefore(rho, 100, 0.95);
    assertThat(ends[0]).isZero();
    assertThat(ends[1]).isCloseTo(z / 10, within(1e-14));
    double limit = Math.sqrt((1 + a * a) / (1 - a * a)) * z / 10;
    assertThat(ends[399]).isCloseTo(limit, within(1e-12));
    assertThatThrownBy(() -> AutocorrelationBand.white(10, 1)).hasMessageContaining("0 and 1");
  }

  /** Of 500 autoregressions, 95 % have r_10 within Bartlett's band; the white band fails them. */
  @Test
  void bartlettBandFitsCorrelatedSeries() {
    double a = 0.9;
    int n = 2000;
    int h = 10;
    double[] rho = new double[300];
    Arrays.setAll(rho, k -> Math.pow(a, k));
    double width = AutocorrelationBand.linearProcess(rho, h, n, 0.95);
    int inside = 0;
    int insideWhite = 0;
    for (int i = 0; i < 500; i++) {
      double[] x = new Ar1(a, 1).path(n, new RandomStream(i, StreamName.NOISE));
      double error = Math.abs(Autocorrelation.of(x)[h] - rho[h]);
      inside += error < width ? 1 : 0;
      insideWhite += error < AutocorrelationBand.white(n, 0.95) ? 1 : 0;
    }
    double standardError = Math.sqrt(0.95 * 0.05 / 500);
    assertThat(inside / 500.0).isBetween(0.95 - 4 * standardError, 0.95 + 4 * standardError);
    assertThat(insideWhite / 500.0).isLessThan(0.7);
  }

  @Test
  void logarithmicLagsReachBothEnds() {
    int[] lags = Autocorrelation.logarithmicLags(100_000, 50);
    assertThat(lags).startsWith(0, 1, 2).endsWith(99_999).doesNotHaveDuplicates().isSorted();
    assertThat(Autocorrelation.logarithmicLags(2, 5)).containsExactly(0, 1);
  }
}

package eddy.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.run.Progress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
  @Test
  void movingAverageIsTheMeanOfTheWindow() {
    double[] x = Rows.white(300, 4);
    for (int t = 0; t < 300; t++) {
      x[t] += 1e6 + t;
    }
    double[] y = MovingAverage.subtract(x, 10);
    assertThat(y).hasSize(280);
    for (int t = 0; t < 280; t += 31) {
      double mean = Arrays.stream(x, t, t + 21).average().orElseThrow();
      assertThat(y[t]).isCloseTo(x[t + 10] - mean, within(1e-9));
    }
    assertThat(Arrays.stream(MovingAverage.subtract(x, 0)).sum()).isCloseTo(0, within(1e-6));
    assertThatThrownBy(() -> MovingAverage.subtract(x, 150)).hasMessageContaining("half width 150");
    assertThatThrownBy(() -> MovingAverage.subtract(x, -1)).hasMessageContaining("half width -1");
  }

  /** A straight line has no fluctuations; a reversed series has the reversed remainder. */
  @Test
  void movingAverageIsSymmetricInTime() {
    double[] line = new double[50];
    Arrays.setAll(line, t -> 3 * t - 7);
    assertThat(MovingAverage.subtract(line, 5)).containsExactly(new double[40], within(1e-12));
    double[] x = Rows.white(60, 8);
    double[] backward = new double[60];
    Arrays.setAll(backward, t -> x[59 - t]);
    double[] forward = MovingAverage.subtract(x, 7);
    double[] reversed = MovingAverage.subtract(backward, 7);
    for (int t = 0; t < forward.length; t++) {
      assertThat(reversed[t]).isCloseTo(forward[forward.length - 1 - t], within(1e-13));
    }
  }

  /** The remainder of Brownian motion has variance W/12 - 1/(12 W) times that of a step. */
  @Test
  void remainderOfBrownianMotion() {
    int n = 200_000;
    double[] x = Rows.white(n, 5);
    for (int t = 1; t < n; t++) {
      x[t] += x[t - 1];
    }
    int window = 101;
    double[] y = MovingAverage.subtract(x, 50);
    double variance = Arrays.stream(y).map(v -> v * v).sum() / y.length;
    double expected = (window - 1.0 / window) / 12;
    double independent = n / (double) window;
    assertThat(variance).isCloseTo(expected, within(4 * expected * Math.sqrt(2 / independent)));
    int lag = CorrelationTime.decorrelationLag(Autocorrelation.of(y));
    assertThat(lag).isBetween(window / 15, window / 6);
  }

  /** Three planted modes of known direction and variance among 30 series, 2,000 snapshots. */
  @Test
  void findsPlantedComponents() {
    int n = 2000;
    int d = 30;
    double[][] x = new double[d][n];
    double[] planted = {5, 3, 2};
    for (int m = 0; m < 3; m++) {
      for (int t = 0; t < n; t++) {
        double z = planted[m] * Math.sqrt(2) * Math.cos(2 * Math.PI * (m + 5) * 8 * t / n);
        for (int i = 0; i < 10; i++) {
          x[10 * m + i][t] += z / Math.sqrt(10);
        }
      }
    }
    x[29] = new double[n];
    x[29][17] = Double.NaN;
    Arrays.fill(x[19], 4);
    PrincipalComponents pcs = PrincipalComponents.of(Series.of(x), 3, 0, Progress.NONE);
    assertThat(pcs.dropped()).isEqualTo(1);
    assertThat(pcs.variances()).containsExactly(new double[] {25, 8.1, 3.6}, within(1e-9));
    assertThat(pcs.totalVariance()).isCloseTo(36.7, within(1e-9));
    assertThat(Math.abs(pcs.directions()[0][3])).isCloseTo(Math.sqrt(0.1), within(1e-9));
    assertThat(pcs.directions()[2][29]).isCloseTo(0, within(1e-12));
    for (int i = 0; i < 3; i++) {
      double square = Arrays.stream(pcs.scores()[i]).map(v -> v * v).sum() / n;
      assertThat(square).isCloseTo(pcs.variances()[i], within(1e-9));
    }
    Series series = Series.of(x);
    assertThatThrownBy(() -> PrincipalComponents.of(series, 31, 0, Progress.NONE))
        .hasMessageContaining("30 series");
  }

  /** Detrending by snapshots is detrending by series. */
  @Test
  void componentsOfFluctuationsAreFluctuationsOfComponents() {
    double[][] x = new double[4][];
    for (int i = 0; i < 4; i++) {
      x[i] = Rows.white(900, i);
      for (int t = 1; t < 900; t++) {
        x[i][t] = (i + 1) * x[i][t] + x[i][t - 1];
      }
    }
    PrincipalComponents pcs = PrincipalComponents.of(Series.of(x), 2, 30, Progress.NONE);
    double[] byHand = new double[900];
    for (int t = 0; t < 900; t++) {
      for (int i = 0; i < 4; i++) {
        byHand[t] += pcs.directions()[1][i] * x[i][t];
      }
    }
    double[] expected = MovingAverage.subtract(byHand, 30);
    assertThat(pcs.scores()[1]).containsExactly(expected, within(1e-9));
  }
}

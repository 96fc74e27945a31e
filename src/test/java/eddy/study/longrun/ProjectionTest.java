package eddy.study.longrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.run.Progress;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import eddy.spectral.Series;
import org.junit.jupiter.api.Test;

class ProjectionTest {

  /** Along (0.6, 0.8, 0) and the third axis, against the filter applied by hand. */
  @Test
  void projectsAndFilters() {
    int n = 1200; // more than two blocks
    RandomStream random = new RandomStream(1, StreamName.DATA);
    double[][] x = new double[3][n];
    for (double[] series : x) {
      for (int t = 0; t < n; t++) {
        series[t] = 100 + 0.01 * t + random.nextGaussian();
      }
    }
    double[] directions = {0.6, 0.8, 0, 0, 0, 1};
    double[][] y = Projection.of(Series.of(x), directions, 2, Progress.NONE);
    double[] filter = Projection.filter(2);
    assertThat(y[0]).hasSize(n - 4);
    for (int t = 0; t < n - 4; t++) {
      double first = 0;
      double second = 0;
      for (int u = 0; u < filter.length; u++) {
        first += filter[u] * (0.6 * x[0][t + u] + 0.8 * x[1][t + u]);
        second += filter[u] * x[2][t + u];
      }
      assertThat(y[0][t]).isCloseTo(first, within(1e-11));
      assertThat(y[1][t]).isCloseTo(second, within(1e-11));
    }
  }

  @Test
  void theFilterTakesAConstantAway() {
    double sum = 0;
    for (double a : Projection.filter(7)) {
      sum += a;
    }
    assertThat(sum).isCloseTo(0, within(1e-15));
    assertThat(Projection.filter(0)).containsExactly(1);
  }

  @Test
  void refusesDirectionsOfAnotherSpace() {
    Series series = Series.of(new double[10], new double[10]);
    assertThatThrownBy(() -> Projection.of(series, new double[3], 1, Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 weights");
  }
}

package eddy.study.longrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.run.Progress;
import eddy.spectral.Series;
import org.junit.jupiter.api.Test;

class SubspaceTest {

  /** What moves along (0.6, 0.8, 0) stays; what moves across it stands still. */
  @Test
  void keepsTheMotionAlongTheDirections() {
    int n = 1200; // more than two blocks
    double[][] x = new double[3][n];
    for (int t = 0; t < n; t++) {
      double along = Math.sin(0.1 * t);
      double across = 0.01 * t;
      x[0][t] = 5 + 0.6 * along - 0.8 * across;
      x[1][t] = -2 + 0.8 * along + 0.6 * across;
      x[2][t] = 7 + across;
    }
    Series kept = Subspace.of(Series.of(x), new double[] {0.6, 0.8, 0}, Progress.NONE);
    assertThat(kept.count()).isEqualTo(3);
    double[][] y = {kept.column(0), kept.column(1), kept.column(2)};
    for (int t = 0; t < n; t++) {
      double along = Math.sin(0.1 * t);
      assertThat(y[0][t]).isCloseTo(5 + 0.6 * along, within(1e-6));
      assertThat(y[1][t]).isCloseTo(-2 + 0.8 * along, within(1e-6));
      assertThat(y[2][t]).isEqualTo(7);
    }
  }

  @Test
  void refusesDirectionsOfAnotherSpace() {
    Series series = Series.of(new double[10], new double[10]);
    assertThatThrownBy(() -> Subspace.of(series, new double[3], Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 weights");
  }
}

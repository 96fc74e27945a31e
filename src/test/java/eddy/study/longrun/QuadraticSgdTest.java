package eddy.study.longrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.run.RandomStream;
import eddy.run.StreamName;
import org.junit.jupiter.api.Test;

class QuadraticSgdTest {
  private static final int STEPS = 5;

  private static final HeavyBallModes MODES =
      HeavyBallModes.of(
          HeavyBallModesTest.model(3, new double[] {3, 1, 0, 1, 2, 0.4, 0, 0.4, 0.9}, noise()),
          0.05,
          0.5,
          STEPS,
          1e-3);

  private static double[] noise() {
    return new double[] {0.3, 0.4, 0.1, 0.4, 2, 0.8, 0.1, 0.8, 3};
  }

  /** Exact from snapshot to snapshot: the same law as step by step. */
  @Test
  void covarianceAndAreasAreThoseOfTheStationaryState() {
    int n = 60_000;
    double[][] x = path(MODES, n, 1);
    double[] expected = MODES.covariance();
    double[] areas = MODES.areaRates(new double[] {1});
    double[] relaxation = MODES.relaxationTimes();
    ModeAreas measured = ModeAreas.of(x, 300);
    double[] mean = measured.mean();
    double[] error = measured.standardError();
    for (int i = 0; i < 3; i++) {
      double relative = Math.sqrt(2 * (1 + 2 * relaxation[i]) / n);
      double v = expected[i * 3 + i];
      assertThat(measured.variance()[i]).isCloseTo(v, within(4 * relative * v));
      for (int j = 0; j < i; j++) {
        int e = i * 3 + j;
        assertThat(mean[e]).isCloseTo(areas[e], within(4 * error[e]));
      }
    }
  }

  /** One step of a random walk with memory: variance of x after n steps from rest, by hand. */
  @Test
  void aFlatDirectionIsARandomWalkWithMemory() {
    double rate = 0.1;
    double mu = 0.6;
    int steps = 7;
    int runs = 20_000;
    double expected = 0;
    for (int t = 1; t <= steps; t++) {
      double reach = (1 - Math.pow(mu, t)) / (1 - mu);
      expected += rate * rate * reach * reach;
    }
    QuadraticSgd sgd = new QuadraticSgd(new double[1], new double[] {1}, rate, mu, steps);
    double sum = 0;
    for (int r = 0; r < runs; r++) {
      double[] end = new double[1];
      sgd.run(
          1,
          new RandomStream(3, StreamName.NOISE, r),
          (first, rows, count) -> end[0] = rows.get(0, 0));
      sum += end[0] * end[0] / runs;
    }
    assertThat(sum).isCloseTo(expected, within(4 * Math.sqrt(2.0 / runs) * expected));
  }

  @Test
  void theSameSeedGivesTheSamePath() {
    assertThat(path(MODES, 300, 5)).isDeepEqualTo(path(MODES, 300, 5));
    assertThat(path(MODES, 300, 6)[0][299]).isNotEqualTo(path(MODES, 300, 5)[0][299]);
  }

  @Test
  void refusesDownhillDirections() {
    assertThatThrownBy(() -> new QuadraticSgd(new double[] {-1}, new double[] {1}, 0.1, 0.9, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Downhill");
  }

  static double[][] path(HeavyBallModes modes, int snapshots, long seed) {
    int m = modes.count();
    double[][] x = new double[m][snapshots];
    double[] row = new double[m];
    QuadraticSgd.of(modes)
        .run(
            snapshots,
            new RandomStream(seed, StreamName.NOISE),
            (first, rows, count) -> {
              for (int t = 0; t < count; t++) {
                rows.row(t, row);
                for (int i = 0; i < m; i++) {
                  x[i][first + t] = row[i];
                }
              }
            });
    return x;
  }
}

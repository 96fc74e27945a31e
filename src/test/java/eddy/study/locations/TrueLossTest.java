package eddy.study.locations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.run.Progress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrueLossTest {
  /** Against a finite-volume solution with 401 x 401 cells in another language (about 1e-3). */
  @Test
  void mostLikelyLocationsLeaveTheMinima() {
    double[][] rows = {{2, 1.0225, 0.2038, 2.543, -0.1616}, {5, 1.0056, 0.0837, 2.352, -0.1842}};
    for (double[] row : rows) {
      TrueLoss s = TrueLoss.at(row[0], 161, Progress.NONE);
      assertThat(s.right().x1()).isCloseTo(row[1], within(2e-3));
      assertThat(s.right().x2()).isCloseTo(row[2], within(2e-3));
      assertThat(s.state().entropyProduction()).isCloseTo(row[3], within(4e-3));
      assertThat(s.beta() * s.state().areaRate()).isCloseTo(row[4], within(2e-3));
      assertThat(s.marginalBarrier()).isCloseTo(0.25, within(2e-3));
      assertThat(s.marginalError()).isLessThan(1e-3);
      assertThat(s.mostLikely()).hasDimensions(2, 2);
    }
  }

  /** At four temperatures, on as many cells as the other program had, to 0.002 and better. */
  @Test
  void mostLikelyLocationsAgreeOnTheSameCells() {
    double[] betas = {2, 5, 10, 20};
    double[][] points = {
      {1.0225378415341626, 0.20376022820156559},
      {1.0056097354636593, 0.08373024281285456},
      {0.9989457285923866, 0.038929730485803074},
      {0.9974710970289283, 0.017399310961812783}
    };
    double[] areas = {-0.161618, -0.184193, -0.097524, 0.010991};
    List<TrueLoss> states =
        Arrays.stream(betas).mapToObj(b -> TrueLoss.at(b, 401, Progress.NONE)).toList();
    assertThat(TrueLoss.farthest(states, points)).isLessThan(2e-3);
    for (int k = 0; k < 4; k++) {
      TrueLoss s = states.get(k);
      assertThat(betas[k] * s.state().areaRate()).isCloseTo(areas[k], within(2e-3));
      assertThat(s.marginalBarrier()).isCloseTo(0.25, within(2e-3));
      assertThat(s.marginalError()).isLessThan(5e-4);
    }
    points[2][0] += 0.01;
    assertThat(TrueLoss.farthest(states, points)).isCloseTo(0.01, within(2e-3));
  }

  /** From Phi and Q of the grid Theorem 22 finds the minimum of f to order beta^-2. */
  @Test
  void theoremLeadsBackToTheMinimum() {
    TrueLoss warm = TrueLoss.at(5, 201, Progress.NONE);
    assertThat(warm.distance()).isCloseTo(0.0837, within(2e-3));
    assertThat(warm.predictionError()).isLessThan(0.02);
  }
}

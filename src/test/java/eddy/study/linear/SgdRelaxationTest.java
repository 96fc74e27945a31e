package eddy.study.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SgdRelaxationTest {
  private static final double[][] F = {{3, 1}, {1, 2}};
  private static final double[][] D = {{2, .5}, {.5, 1}};

  /** One dimension: variance and mean are geometric series. */
  @Test
  void divergenceInOneDimensionIsInClosedForm() {
    double eta = 0.1;
    double k = 2;
    double a = 1 - eta * k;
    SgdRelaxation sgd =
        new SgdRelaxation(new double[][] {{k}}, new double[][] {{5}}, eta, 10, new double[] {1.5});
    double stationary = eta * 0.5 / (k * (2 - eta * k));
    for (int steps : new int[] {1, 2, 7, 40}) {
      double mean = 1.5 * Math.pow(a, steps);
      double ratio = 1 - Math.pow(a, 2 * steps);
      double expected = (ratio - 1 - Math.log(ratio) + mean * mean / stationary) / 2;
      assertThat(sgd.divergence(steps)).isCloseTo(expected, within(1e-12 * (1 + expected)));
    }
    assertThat(sgd.rate()).isCloseTo(-Math.log(a), within(1e-4));
  }

  @Test
  void theRateDependsOnTheLearningRateAndNotOnTheBatchSize() {
    double slowest = (5 - Math.sqrt(5)) / 2;
    for (double eta : new double[] {0.1, 0.01}) {
      for (double b : new double[] {1, 128, 4096}) {
        double rate = new SgdRelaxation(F, D, eta, b, new double[] {1, 1}).rate();
        assertThat(rate).isCloseTo(-Math.log(1 - eta * slowest), within(2e-3 * rate));
      }
    }
  }

  @Test
  void stepsToAThresholdAreTheFirstBelowIt() {
    SgdRelaxation sgd = new SgdRelaxation(F, D, 0.05, 64, new double[] {1, -1});
    long steps = sgd.stepsTo(0.01);
    assertThat(sgd.divergence(steps)).isLessThan(0.01);
    assertThat(sgd.divergence(steps - 1)).isGreaterThanOrEqualTo(0.01);
  }

  @Test
  void aLearningRateThatDivergesIsRefused() {
    assertThatThrownBy(() -> new SgdRelaxation(F, D, 1, 1, new double[] {1, 1}))
        .isInstanceOf(IllegalStateException.class);
  }
}

package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogHistogramTest {

  @Test
  void theEdgesOfThePublishedFigures() {
    double[] numpy = { // numpy.logspace(-5, 2, 10)
      1e-05, 5.994842503189409e-05, 0.00035938136638046257, 0.0021544346900318843,
      0.01291549665014884, 0.07742636826811278, 0.46415888336127775, 2.7825594022071263,
      16.681005372000591, 100.0
    };
    double[] edges = LogHistogram.of(new double[0], -5, 2, 9).edges();
    assertThat(edges).hasSize(10);
    for (int k = 0; k < 10; k++) {
      assertThat(edges[k] / numpy[k]).isCloseTo(1, within(1e-13));
    }
  }

  @Test
  void everyNumberIsCountedOnce() {
    double[] values = {-1, 0, 1e-6, 1e-5, 5e-5, 6e-5, 50, 100, 100.1, Double.NaN};
    LogHistogram histogram = LogHistogram.of(values, -5, 2, 9);
    assertThat(histogram.counts()).containsExactly(2, 1, 0, 0, 0, 0, 0, 0, 2);
    assertThat(histogram.below()).isEqualTo(4);
    assertThat(histogram.above()).isEqualTo(1);
    assertThat(histogram.total()).isEqualTo(values.length);
  }
}

package eddy.study.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.diffusion.BatchEnumeration;
import eddy.diffusion.MinibatchCovariance;
import eddy.trajectory.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureTest {
  private static final double[][] G = {{1, 0}, {0.5, 2}, {-1, 1}, {3, -2}, {0, 0.25}, {1, 1}};

  /** 2β⁻¹ D is η times the covariance of a batch, which all batches together give. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 6})
  void agreesWithAllBatches(int batch) {
    double[][] d = MinibatchCovariance.diffusion(G);
    Temperature without = new Temperature(0.3, batch, 0, 6, Sampling.WITHOUT_REPLACEMENT);
    double[][] subsets = BatchEnumeration.withoutReplacement(G, batch);
    assertThat(2 * without.value() * d[1][1]).isCloseTo(0.3 * subsets[1][1], within(1e-12));
    Temperature with = new Temperature(0.3, batch, 0, 6, Sampling.WITH_REPLACEMENT);
    double[][] tuples = BatchEnumeration.withReplacement(G, batch);
    assertThat(2 * with.value() * d[0][1]).isCloseTo(0.3 * tuples[0][1], within(1e-12));
    assertThat(with.value()).isEqualTo(with.printed());
  }

  @Test
  void momentumMakesItHotter() {
    Temperature plain = new Temperature(0.1, 32, 0, 1000, Sampling.RESHUFFLED);
    Temperature heavy = new Temperature(0.1, 32, 0.9, 1000, Sampling.RESHUFFLED);
    assertThat(heavy.value()).isCloseTo(10 * plain.value(), within(1e-12));
    assertThat(heavy.caveat()).contains("sum to zero");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 32, 0, A learning rate is positive",
    "0.1, 1001, 0, A batch holds between 1 example and all 1000",
    "0.1, 0, 0, A batch holds between 1 example and all 1000",
    "0.1, 32, 1, Momentum is at least 0 and below 1"
  })
  void refuses(double rate, int batch, double momentum, String beginning) {
    assertThatThrownBy(() -> new Temperature(rate, batch, momentum, 1000, Sampling.RESHUFFLED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(beginning);
  }
}

package eddy.study.own;

import static org.assertj.core.api.Assertions.assertThat;

import eddy.diffusion.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectrumPlanTest {
  private static final long GIGA = 1_000_000_000;

  /** 8 d² and 4 d² bytes for the matrix, 12 N d + 16 N² for the dual, on 16 GB. */
  @ParameterizedTest
  @CsvSource({
    "1002, 60000, MATRIX, FLOAT64, 1002, 8.0 MB of memory in float64",
    "13338, 60000, MATRIX, FLOAT64, 13338, 1.4 GB of memory in float64",
    "46000, 60000, LEADING, FLOAT32, 50, of which the budget has 1.0e+14",
    "26982, 1000, GRAM, FLOAT64, 26982, '1,000 x 1,000 matrix'",
    "79710, 20000, LEADING, FLOAT32, 50, would take 25.4 GB",
    "1000000, 60000, LEADING, FLOAT32, 13, '4,000.0 GB of memory, of which this machine can spare 16.0 GB'",
    "10, 5, GRAM, FLOAT64, 10, fewer examples (5) than weights (10)"
  })
  void choosesBySize(
      int d, int n, SpectrumPlan.Way way, Precision precision, int count, String said) {
    SpectrumPlan plan = SpectrumPlan.of(d, n, new Budget(16 * GIGA, 1e14));
    assertThat(plan.way()).isEqualTo(way);
    assertThat(plan.precision()).isEqualTo(precision);
    assertThat(plan.leading()).isEqualTo(count);
    assertThat(plan.sentence()).contains(said).endsWith(".");
  }

  @ParameterizedTest
  @CsvSource({"FLOAT64, 8", "FLOAT32, 4"})
  void float32WhereFloat64DoesNotFit(Precision precision, int bytes) {
    SpectrumPlan plan = SpectrumPlan.of(1000, 5000, new Budget(bytes * 1_000_000L, 1e14));
    assertThat(plan.precision()).isEqualTo(precision);
    assertThat(plan.way()).isEqualTo(SpectrumPlan.Way.MATRIX);
  }
}

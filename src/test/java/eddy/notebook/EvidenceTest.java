package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.study.doublewell.Measured;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {
  /**
   * Ranks of the 95 % interval of a median, from printed tables (Conover, Practical Nonparametric
   * Statistics, table A3; Hahn and Meeker).
   */
  @ParameterizedTest
  @CsvSource({"6, 1", "8, 1", "9, 2", "10, 2", "15, 4", "20, 6", "25, 8", "40, 14"})
  void intervalOfTheMedianByOrderStatistics(int n, int rank) {
    Evidence evidence = ofRanks(n);
    assertThat(evidence.low()).isEqualTo(rank);
    assertThat(evidence.high()).isEqualTo(n + 1 - rank);
    assertThat(evidence.ours()).isEqualTo((n + 1) / 2.0);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "5"})
  void belowSixSeedsTheSmallestAndTheLargest(int n) {
    Evidence evidence = ofRanks(n);
    assertThat(evidence.low()).isEqualTo(1);
    assertThat(evidence.high()).isEqualTo(n);
    assertThat(evidence.seeds()).hasSize(n);
  }

  @Test
  void aMeasuredNumberHasANormalInterval() {
    Evidence evidence = Evidence.measured(-0.1, 0.01, 7, 8);
    assertThat(evidence.low()).isCloseTo(-0.1196, within(1e-15));
    assertThat(evidence.high()).isCloseTo(-0.0804, within(1e-15));
    assertThat(evidence.seeds()).containsExactly(7L, 8L);
  }

  @Test
  void aNullModelOfItsOwnSeedsStandsBeside() {
    Measured ours = new Measured(new double[] {4, 1, 2}, new double[3]);
    Measured twin = new Measured(new double[] {-0.5, 0.1}, new double[2]);
    Evidence evidence = Evidence.ofSeeds(new long[] {1, 2, 3}, ours, twin);
    assertThat(evidence.ours()).isEqualTo(2);
    assertThat(evidence.low()).isEqualTo(1);
    assertThat(evidence.nullModel()).isCloseTo(-0.2, within(1e-15));
  }

  @Test
  void anIntervalIsWrittenWhereItsEndsLookDifferent() {
    assertThat(Evidence.exact(0.02645, 1e-9).interval(4)).isEmpty();
    assertThat(Evidence.exact(0.02645, 1e-4).interval(4)).isEqualTo("0.02635 to 0.02655");
    assertThat(Evidence.exact(3, 0).interval(4)).isEmpty();
    assertThat(Evidence.none().interval(4)).isEmpty();
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> Evidence.ofSeeds(new long[] {1}, new double[] {1, 2}))
        .hasMessageContaining("1 seeds and 2 values");
    assertThatThrownBy(() -> Evidence.exact(1, -1)).hasMessageContaining("outside its interval");
  }

  private static Evidence ofRanks(int n) {
    double[] values = IntStream.rangeClosed(1, n).mapToDouble(k -> n + 1 - k).toArray();
    return Evidence.ofSeeds(LongStream.rangeClosed(1, n).toArray(), values);
  }
}

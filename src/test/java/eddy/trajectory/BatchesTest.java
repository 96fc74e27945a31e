package eddy.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {
  private static final int N = 20;
  private static final int B = 10;

  /** Example k has gradient k; σ² = (N² − 1)/12. */
  private static double mean(int[] index) {
    return Arrays.stream(index).average().orElseThrow();
  }

  /**
   * 40,000 batches: the variance of a batch mean over its law is within 5 relative standard errors,
   * 5 √(2/40000) = 3.5 %, of σ²/b or (N − b)/(N − 1) σ²/b (these differ by 1.9).
   */
  @ParameterizedTest
  @CsvSource({
    "WITH_REPLACEMENT, 1",
    "WITHOUT_REPLACEMENT, 0.5263157894736842",
    "RESHUFFLED, 0.5263157894736842"
  })
  void varianceOfABatchMean(Sampling sampling, double factor) {
    int trials = 40_000;
    Batches batches = new Batches(sampling, N, B, 4);
    int[] index = new int[B];
    double squares = 0;
    for (int epoch = 0; epoch < trials; epoch++) {
      batches.startEpoch(epoch);
      assertThat(batches.draw(0, index)).isEqualTo(B);
      double offset = mean(index) - (N - 1) / 2.0;
      squares += offset * offset;
    }
    double expected = factor * (N * N - 1) / 12.0 / B;
    assertThat(squares / trials).isCloseTo(expected, within(0.036 * expected));
  }

  /** Two batches of one epoch: independent, except that reshuffled ones are complements here. */
  @ParameterizedTest
  @CsvSource({"WITH_REPLACEMENT, 0", "WITHOUT_REPLACEMENT, 0", "RESHUFFLED, -1"})
  void correlationOfTheTwoBatchesOfAnEpoch(Sampling sampling, double expected) {
    int trials = 20_000;
    Batches batches = new Batches(sampling, N, B, 9);
    int[] index = new int[B];
    double product = 0;
    double squares = 0;
    for (int epoch = 0; epoch < trials; epoch++) {
      batches.startEpoch(epoch);
      batches.draw(0, index);
      double first = mean(index) - (N - 1) / 2.0;
      batches.draw(1, index);
      double second = mean(index) - (N - 1) / 2.0;
      product += first * second;
      squares += (first * first + second * second) / 2;
    }
    assertThat(product / squares).isCloseTo(expected, within(5 / Math.sqrt(trials)));
  }

  /** The sum of g_b over one reshuffled epoch is (N/b) g when b divides N. */
  @Test
  void reshuffledBatchesSumToTheFullGradient() {
    Batches batches = new Batches(Sampling.RESHUFFLED, N, 5, 1);
    int[] index = new int[5];
    for (int epoch = 0; epoch < 10; epoch++) {
      batches.startEpoch(epoch);
      double sum = 0;
      for (int step = 0; step < batches.perEpoch(); step++) {
        batches.draw(step, index);
        sum += mean(index);
      }
      assertThat(sum).isCloseTo(N / 5 * (N - 1) / 2.0, within(1e-12));
    }
  }

  @Test
  void theLastReshuffledBatchIsShorter() {
    Batches batches = new Batches(Sampling.RESHUFFLED, N, 8, 1);
    batches.startEpoch(0);
    int[] index = new int[8];
    int[] seen = new int[0];
    int[] sizes = new int[batches.perEpoch()];
    for (int step = 0; step < sizes.length; step++) {
      sizes[step] = batches.draw(step, index);
      seen = IntStream.concat(Arrays.stream(seen), Arrays.stream(index, 0, sizes[step])).toArray();
    }
    assertThat(sizes).containsExactly(8, 8, 4);
    Arrays.sort(seen);
    assertThat(seen).isEqualTo(IntStream.range(0, N).toArray());
  }

  @Test
  void subsetsHaveNoExampleTwice() {
    Batches batches = new Batches(Sampling.WITHOUT_REPLACEMENT, N, N - 1, 2);
    int[] index = new int[N - 1];
    batches.startEpoch(0);
    for (int trial = 0; trial < 100; trial++) {
      batches.draw(0, index);
      assertThat(Arrays.stream(index).distinct().count()).isEqualTo(N - 1);
    }
  }
}

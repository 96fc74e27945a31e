package eddy.study.longrun;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/** P-values of independent tests of one hypothesis, taken together. */
public final class CombinedTest {
  private CombinedTest() {}

  /**
   * Fisher's combination: −2 Σ log p_i is χ² with 2n degrees of freedom if none of the n hypotheses
   * is false.
   *
   * @param p p-values in (0, 1], at least one
   */
  public static double fisher(double... p) {
    requireValues(p);
    double statistic = Arrays.stream(p).map(v -> -2 * Math.log(v)).sum();
    return 1 - new ChiSquaredDistribution(2.0 * p.length).cumulativeProbability(statistic);
  }

  /**
   * Holm's correction: the k-th smallest of n p-values times n − k + 1, made non-decreasing, 1 at
   * most. A hypothesis whose corrected value is below α is rejected; the chance of any wrong
   * rejection is then at most α.
   *
   * @param p p-values in (0, 1], at least one
   * @return in the order of p
   */
  public static double[] holm(double... p) {
    requireValues(p);
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] corrected = new double[p.length];
    double largest = 0;
    for (int k = 0; k < p.length; k++) {
      largest = Math.max(largest, Math.min(1, (p.length - k) * p[order[k]]));
      corrected[order[k]] = largest;
    }
    return corrected;
  }

  private static void requireValues(double[] p) {
    if (p.length == 0 || !Arrays.stream(p).allMatch(v -> v > 0 && v <= 1)) {
      throw new IllegalArgumentException(
          "P-values lie above 0 and at 1 at most, not " + Arrays.toString(p) + ".");
    }
  }
}

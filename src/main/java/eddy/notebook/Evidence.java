package eddy.notebook;

import eddy.study.doublewell.Measured;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What a run found about one quantity. A number that is not known is NaN.
 *
 * @param ours our number: the median over seeds, or the one number that there is
 * @param low lower end of its interval
 * @param high upper end of its interval
 * @param nullModel the same quantity under the null model
 * @param pValue p-value of the test, in [0, 1]
 * @param power power of the test against the smallest effect of interest, in [0, 1]
 * @param seeds the seeds behind our number; empty for a number without randomness
 */
public record Evidence(
    double ours,
    double low,
    double high,
    double nullModel,
    double pValue,
    double power,
    List<Long> seeds) {

  private static final int SEEDS_FOR_AN_INTERVAL = 6;

  /**
   * @throws IllegalArgumentException when our number lies outside its interval
   */
  public Evidence {
    if (ours < low || ours > high) {
      throw new IllegalArgumentException(
          "Our number " + ours + " lies outside its interval from " + low + " to " + high + ".");
    }
    seeds = List.copyOf(seeds);
  }

  /**
   * A number without randomness.
   *
   * @param value the number
   * @param error bound of its numerical error; the interval is value ± error
   */
  public static Evidence exact(double value, double error) {
    return new Evidence(
        value, value - error, value + error, Double.NaN, Double.NaN, Double.NaN, List.of());
  }

  /**
   * A number measured on random data, with its 95 % interval, value ± 1.96 standard errors.
   *
   * @param value the number
   * @param standardError its standard error
   * @param seeds the seeds behind it
   */
  public static Evidence measured(double value, double standardError, long... seeds) {
    double half = 1.96 * standardError;
    return new Evidence(
        value,
        value - half,
        value + half,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        LongStream.of(seeds).boxed().toList());
  }

  /** Nothing found yet: a claim that nobody has tried to decide. */
  public static Evidence none() {
    double unknown = Double.NaN;
    return new Evidence(unknown, unknown, unknown, unknown, unknown, unknown, List.of());
  }

  /**
   * The median over seeds. Below six seeds its interval runs from the smallest to the largest
   * value; from six on it is the 95 % interval of the median by order statistics: from the k-th
   * smallest to the k-th largest value with the largest k for which P(Binomial(n, 1/2) &lt; k) is
   * at most 2.5 % (for n = 6 that is again the smallest and the largest).
   *
   * @param seeds the seeds, one per value
   * @param values our number for each seed
   * @throws IllegalArgumentException when there is no value or the lengths differ
   */
  public static Evidence ofSeeds(long[] seeds, double[] values) {
    if (values.length == 0 || seeds.length != values.length) {
      throw new IllegalArgumentException(
          "There are " + seeds.length + " seeds and " + values.length + " values: give one each.");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    int k = n < SEEDS_FOR_AN_INTERVAL ? 1 : orderStatistic(n);
    double median = 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
    return new Evidence(
        median,
        sorted[k - 1],
        sorted[n - k],
        Double.NaN,
        Double.NaN,
        Double.NaN,
        LongStream.of(seeds).boxed().toList());
  }

  /**
   * The median over seeds beside the mean of a null model.
   *
   * @param seeds the seeds, one per value of ours
   * @param ours our number for each seed
   * @param nullModel the same quantity under the null model, from seeds of its own
   * @throws IllegalArgumentException when there is no value or the lengths differ
   */
  public static Evidence ofSeeds(long[] seeds, Measured ours, Measured nullModel) {
    return ofSeeds(seeds, ours.values()).withNull(nullModel.mean());
  }

  private static int orderStatistic(int n) {
    double term = Math.pow(0.5, n);
    double below = term;
    int k = 1;
    while (true) {
      term *= (double) (n - k + 1) / k;
      below += term;
      if (below > 0.025) {
        return k;
      }
      k++;
    }
  }

  /**
   * The interval for readers, "low to high"; empty when there is none, or when both ends look alike
   * to so many digits.
   *
   * @param digits significant digits of each end
   */
  String interval(int digits) {
    String from = Numbers.brief(low, digits);
    String to = Numbers.brief(high, digits);
    return low < high && !from.equals(to) ? from + " to " + to : "";
  }

  /** The same with the value of the null model. */
  public Evidence withNull(double value) {
    return new Evidence(ours, low, high, value, pValue, power, seeds);
  }

  /** The same with the outcome of a test. */
  public Evidence withTest(double p, double testPower) {
    return new Evidence(ours, low, high, nullModel, p, testPower, seeds);
  }
}

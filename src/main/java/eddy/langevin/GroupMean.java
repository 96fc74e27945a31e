package eddy.langevin;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The mean of a quantity over groups of observations (paths, or blocks of time), with the standard
 * error that follows from the scatter of the groups.
 *
 * @param mean over all observations
 * @param error its standard error; NaN for fewer than two groups
 */
record GroupMean(double mean, double error) {
  /**
   * Computes it.
   *
   * @param groups each with its number of observations in front
   * @param sum the sum of the quantity over a group
   */
  static GroupMean of(List<double[]> groups, ToDoubleFunction<double[]> sum) {
    double n = 0;
    double total = 0;
    for (double[] group : groups) {
      n += group[0];
      total += sum.applyAsDouble(group);
    }
    double mean = total / n;
    double squares = 0;
    for (double[] group : groups) {
      double off = (sum.applyAsDouble(group) - group[0] * mean) / n;
      squares += off * off;
    }
    int g = groups.size();
    return new GroupMean(mean, g < 2 ? Double.NaN : Math.sqrt(squares * g / (g - 1.0)));
  }
}

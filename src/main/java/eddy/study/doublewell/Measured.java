package eddy.study.doublewell;

import java.util.Arrays;
import java.util.Locale;

/**
 * A mean that several independent ensembles measured.
 *
 * @param values one for each seed
 * @param errors their standard errors, from the scatter between the paths of an ensemble
 */
public record Measured(double[] values, double[] errors) {
  /** The mean over the seeds. */
  public double mean() {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** The standard error of {@link #mean}. */
  public double error() {
    return Math.sqrt(Arrays.stream(errors).map(e -> e * e).sum()) / errors.length;
  }

  /** How many standard errors the mean lies from a number. */
  public double deviation(double expected) {
    return (mean() - expected) / error();
  }

  /** Mean and standard error times a factor, such as "0.6171 ± 0.0012". */
  public String times(double factor) {
    double error = Math.abs(factor) * error();
    int digits = (int) Math.max(0, Math.min(9, 1 - Math.floor(Math.log10(error))));
    return String.format(
        Locale.ROOT, "%." + digits + "f ± %." + digits + "f", factor * mean(), error);
  }

  @Override
  public String toString() {
    return times(1);
  }
}

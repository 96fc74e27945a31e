package eddy.study.linear;

/**
 * A number measured on random data.
 *
 * @param value its estimate
 * @param error its standard error
 */
public record Measured(double value, double error) {
  /**
   * Mean and standard error of independent values.
   *
   * @param values at least two
   */
  static Measured mean(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double v : values) {
      squares += (v - mean) * (v - mean);
    }
    return new Measured(mean, Math.sqrt(squares / (values.length - 1) / values.length));
  }

  /** The same quantity in other units. */
  public Measured times(double factor) {
    return new Measured(value * factor, error * Math.abs(factor));
  }

  /** How many standard errors it lies from a prediction. */
  public double deviation(double predicted) {
    return Math.abs(value - predicted) / error;
  }
}

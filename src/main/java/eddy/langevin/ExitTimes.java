package eddy.langevin;

import java.util.Arrays;

/**
 * When and where paths left a domain.
 *
 * @param times a time for each path
 * @param points where it was when it was seen outside, a row of coordinates for each path
 */
public record ExitTimes(double[] times, double[][] points) {
  /** The mean exit time. */
  public double mean() {
    return Arrays.stream(times).average().orElse(Double.NaN);
  }

  /** The standard error of {@link #mean}; paths are independent. */
  public double error() {
    double mean = mean();
    double squares = Arrays.stream(times).map(t -> (t - mean) * (t - mean)).sum();
    return Math.sqrt(squares / (times.length - 1.0) / times.length);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ExitTimes other
        && Arrays.equals(times, other.times)
        && Arrays.deepEquals(points, other.points);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(times);
  }

  @Override
  public String toString() {
    return "ExitTimes[" + times.length + " paths, mean " + mean() + " ± " + error() + "]";
  }
}

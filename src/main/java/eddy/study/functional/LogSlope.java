package eddy.study.functional;

import org.apache.commons.math3.stat.regression.SimpleRegression;

/** The slope of a straight line through points in logarithmic axes: an observed order. */
public final class LogSlope {
  private LogSlope() {}

  /**
   * Least squares of log y against log x.
   *
   * @param x above 0, at least two different numbers
   * @param y above 0, one for each x
   * @throws IllegalArgumentException when a number is not above 0, or there are too few
   */
  public static double of(double[] x, double[] y) {
    if (x.length != y.length || x.length < 2) {
      throw new IllegalArgumentException(
          "A slope needs two points or more, with one y for each x.");
    }
    SimpleRegression line = new SimpleRegression();
    for (int i = 0; i < x.length; i++) {
      if (!(x[i] > 0 && y[i] > 0)) {
        throw new IllegalArgumentException(
            "Logarithmic axes have no place for the point " + x[i] + ", " + y[i] + ".");
      }
      line.addData(Math.log(x[i]), Math.log(y[i]));
    }
    return line.getSlope();
  }
}

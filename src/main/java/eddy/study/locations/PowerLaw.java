package eddy.study.locations;

import java.util.Arrays;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * A power law y = c x^p, fitted to points by a straight line through their logarithms.
 *
 * @param exponent p
 * @param factor c
 */
public record PowerLaw(double exponent, double factor) {

  /**
   * Fits.
   *
   * @param x at least two different numbers above 0
   * @param y as many numbers above 0
   * @throws IllegalArgumentException when the lengths differ or a number is not above 0
   */
  public static PowerLaw fit(double[] x, double[] y) {
    if (x.length != y.length || x.length < 2) {
      throw new IllegalArgumentException(
          "A power law needs two points or more, with one y for each x, not "
              + x.length
              + " and "
              + y.length
              + ".");
    }
    SimpleRegression line = new SimpleRegression();
    for (int i = 0; i < x.length; i++) {
      if (!(x[i] > 0 && y[i] > 0)) {
        throw new IllegalArgumentException(
            "A power law needs numbers above 0, not " + x[i] + " and " + y[i] + ".");
      }
      line.addData(Math.log(x[i]), Math.log(y[i]));
    }
    return new PowerLaw(line.getSlope(), Math.exp(line.getIntercept()));
  }

  /**
   * Fits to the later points only, where a law holds in a limit.
   *
   * @param first place of the first point that counts
   * @param x numbers above 0, at least two different ones from {@code first} on
   * @param y as many numbers above 0
   */
  public static PowerLaw fitFrom(int first, double[] x, double[] y) {
    return fit(Arrays.copyOfRange(x, first, x.length), Arrays.copyOfRange(y, first, y.length));
  }

  /** c x^p. */
  public double at(double x) {
    return factor * Math.pow(x, exponent);
  }
}

package eddy.study.functional;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Values of a parameter that runs from one number to another. */
public final class Sweep {
  private Sweep() {}

  /**
   * Evenly spaced values, both ends included.
   *
   * @param from first value
   * @param to last value
   * @param count how many, at least two
   */
  public static double[] linear(double from, double to, int count) {
    requireTwo(count);
    double[] values = new double[count];
    Arrays.setAll(values, i -> from + (to - from) * i / (count - 1));
    return values;
  }

  /**
   * Values whose logarithms are evenly spaced, both ends included.
   *
   * @param from first value, above 0
   * @param to last value, above 0
   * @param count how many, at least two
   */
  public static double[] log(double from, double to, int count) {
    requireTwo(count);
    if (!(from > 0 && to > 0)) {
      throw new IllegalArgumentException(
          "A logarithmic sweep runs between numbers above 0, not " + from + " and " + to + ".");
    }
    double[] values = new double[count];
    Arrays.setAll(values, i -> from * Math.pow(to / from, (double) i / (count - 1)));
    return values;
  }

  /**
   * A function at each of some values.
   *
   * @param x the values
   * @param f the function
   */
  public static double[] map(double[] x, DoubleUnaryOperator f) {
    return Arrays.stream(x).map(f).toArray();
  }

  /**
   * The centres of n x n equal squares in [-half, half]^2, as points.
   *
   * @param half above 0
   * @param n at least two
   */
  public static double[][] square(double half, int n) {
    requireTwo(n);
    double[][] points = new double[n * n][];
    double width = 2 * half / n;
    Arrays.setAll(
        points, i -> new double[] {-half + (i % n + 0.5) * width, -half + (i / n + 0.5) * width});
    return points;
  }

  private static void requireTwo(int count) {
    if (count < 2) {
      throw new IllegalArgumentException("A sweep has at least two values, not " + count + ".");
    }
  }
}

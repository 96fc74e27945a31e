package eddy.fields;

import java.util.Arrays;

/**
 * A rectangular region low_i &lt;= x_i &lt;= high_i.
 *
 * @param low lower ends, finite, copied
 * @param high upper ends, finite, each above its lower end, copied
 */
public record Box(double[] low, double[] high) {
  /** Refuses ends that are not finite or in the wrong order. */
  public Box {
    low = low.clone();
    high = high.clone();
    if (low.length == 0 || low.length != high.length) {
      throw new IllegalArgumentException(
          "A box needs as many lower as upper ends, not "
              + low.length
              + " and "
              + high.length
              + ".");
    }
    for (int i = 0; i < low.length; i++) {
      if (!(low[i] < high[i]) || !Double.isFinite(high[i] - low[i])) {
        throw new IllegalArgumentException(
            "Side "
                + i
                + " of a box runs from a lower to a higher number, not from "
                + low[i]
                + " to "
                + high[i]
                + ".");
      }
    }
  }

  /** The cube [-half, half]^dimension. */
  public static Box cube(int dimension, double half) {
    double[] high = new double[dimension];
    Arrays.fill(high, half);
    double[] low = new double[dimension];
    Arrays.fill(low, -half);
    return new Box(low, high);
  }

  /** Lower and upper end of each side in turn: {@code Box.of(x1low, x1high, x2low, x2high)}. */
  public static Box of(double... ends) {
    if (ends.length % 2 != 0) {
      throw new IllegalArgumentException("Each side of a box has two ends.");
    }
    double[] low = new double[ends.length / 2];
    double[] high = new double[low.length];
    for (int i = 0; i < low.length; i++) {
      low[i] = ends[2 * i];
      high[i] = ends[2 * i + 1];
    }
    return new Box(low, high);
  }

  /** The number of sides. */
  public int dimension() {
    return low.length;
  }

  /** The length of side i. */
  public double width(int i) {
    return high[i] - low[i];
  }

  /** Whether a point lies inside or on the boundary, allowing {@code slack} of each width. */
  boolean contains(double[] x, double slack) {
    for (int i = 0; i < low.length; i++) {
      if (!(x[i] >= low[i] - slack * width(i) && x[i] <= high[i] + slack * width(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Box b && Arrays.equals(low, b.low) && Arrays.equals(high, b.high);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(low) + Arrays.hashCode(high);
  }

  @Override
  public String toString() {
    return "Box[" + Arrays.toString(low) + " to " + Arrays.toString(high) + "]";
  }
}

package eddy.fields;

import java.util.Arrays;

/**
 * A trajectory of the deterministic flow.
 *
 * @param time the times
 * @param x the points, [time][dimension]
 * @param dimension coordinates of a point
 */
public record FlowPath(double[] time, double[] x, int dimension) {
  /** Number of points. */
  public int count() {
    return time.length;
  }

  /** One point, d coordinates. */
  public double[] point(int i) {
    return Arrays.copyOfRange(x, i * dimension, (i + 1) * dimension);
  }

  /** One coordinate along the trajectory. */
  public double[] coordinate(int k) {
    double[] out = new double[count()];
    for (int i = 0; i < out.length; i++) {
      out[i] = x[i * dimension + k];
    }
    return out;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof FlowPath p && Arrays.equals(time, p.time) && Arrays.equals(x, p.x);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(x);
  }

  @Override
  public String toString() {
    return "Path of "
        + count()
        + " points from "
        + Arrays.toString(point(0))
        + " to "
        + Arrays.toString(point(count() - 1));
  }
}

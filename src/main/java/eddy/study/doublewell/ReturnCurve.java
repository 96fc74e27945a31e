package eddy.study.doublewell;

import eddy.fields.ReturnMap;
import java.util.Arrays;

/**
 * A return map along its ray, as a figure shows it. P(r) - r has a zero where an orbit closes;
 * where it is negative all the way, every trajectory spirals inwards.
 *
 * @param r distances at the start
 * @param image distances P(r) at the return; NaN where the trajectory does not return
 * @param time times T(r) of one turn; NaN likewise
 */
public record ReturnCurve(double[] r, double[] image, double[] time) {
  /**
   * Follows one turn from each distance.
   *
   * @param map the return map
   * @param r distances, above 0
   */
  public static ReturnCurve of(ReturnMap map, double... r) {
    double[] image = new double[r.length];
    double[] time = new double[r.length];
    for (int i = 0; i < r.length; i++) {
      ReturnMap.Return back =
          map.from(r[i]).orElse(new ReturnMap.Return(r[i], Double.NaN, Double.NaN));
      image[i] = back.image();
      time[i] = back.time();
    }
    return new ReturnCurve(r.clone(), image, time);
  }

  /** Distances at equal ratios, for the argument of {@link #of}. */
  public static double[] logSteps(double low, double high, int n) {
    double[] r = new double[n];
    Arrays.setAll(r, i -> low * Math.pow(high / low, i / (n - 1.0)));
    return r;
  }

  /** P(r) - r. */
  public double[] gap() {
    double[] gap = new double[r.length];
    Arrays.setAll(gap, i -> image[i] - r[i]);
    return gap;
  }

  /** 1 - P(r)/r, the share of the distance lost in one turn. */
  public double[] loss() {
    double[] loss = new double[r.length];
    Arrays.setAll(loss, i -> 1 - image[i] / r[i]);
    return loss;
  }

  /** The smallest 1 - P(r)/r; above 0 no orbit closes at these distances. */
  public double smallestLoss() {
    return Arrays.stream(loss()).min().orElse(Double.NaN);
  }

  /** The largest |P(r) - expected|; NaN when a trajectory does not return. */
  public double difference(double... expected) {
    double largest = 0;
    for (int i = 0; i < r.length; i++) {
      largest = Math.max(largest, Math.abs(image[i] - expected[i]));
    }
    return largest;
  }
}

package eddy.study.doublewell;

import eddy.fields.Box;
import eddy.fields.CriticalPoint;
import eddy.fields.Field;
import eddy.fields.Flow;
import eddy.fields.FlowPath;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where the deterministic flow dx/dt = b(x) in the plane goes from a grid of starts: into a zero of
 * the drift, or not. On a limit cycle the distance to the nearest zero would stay away from 0.
 *
 * @param starts how many starts
 * @param farthest largest distance of an end from the nearest zero that attracts, or from any zero
 *     when none attracts in the linear flow
 * @param highestRise largest increase of a given function between two stored points of a path; at
 *     most round-off when the function is the loss whose gradient is followed
 */
public record Destinations(int starts, double farthest, double highestRise) {
  private static final int POINTS = 200;

  /**
   * Follows the flow from n x n starts at the centres of equal cells of a box.
   *
   * @param field the field
   * @param zeros the zeros of its drift
   * @param watched a function of the point that is watched along the paths
   * @param box where the starts lie
   * @param n starts along each side, at least 1
   * @param duration time to follow
   */
  public static Destinations of(
      Field field,
      List<CriticalPoint> zeros,
      ToDoubleFunction<double[]> watched,
      Box box,
      int n,
      double duration) {
    boolean any = zeros.stream().noneMatch(CriticalPoint::isStable);
    List<CriticalPoint> ends = zeros.stream().filter(z -> any || z.isStable()).toList();
    double farthest = 0;
    double rise = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < n * n; k++) {
      double[] start = {
        box.low()[0] + box.width(0) * (k % n + 0.5) / n,
        box.low()[1] + box.width(1) * (k / n + 0.5) / n
      };
      FlowPath path = Flow.of(field).path(start, duration, POINTS);
      farthest = Math.max(farthest, nearest(ends, path.point(POINTS - 1)));
      for (int i = 1; i < POINTS; i++) {
        double before = watched.applyAsDouble(path.point(i - 1));
        rise = Math.max(rise, watched.applyAsDouble(path.point(i)) - before);
      }
    }
    return new Destinations(n * n, farthest, rise);
  }

  private static double nearest(List<CriticalPoint> zeros, double[] x) {
    return zeros.stream()
        .mapToDouble(z -> Math.hypot(z.x()[0] - x[0], z.x()[1] - x[1]))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }
}

package eddy.fields;

import eddy.fields.ReturnMap.Return;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * A closed orbit that its neighbours approach or leave: a fixed point of a {@link ReturnMap}.
 *
 * @param r distance at which it crosses the ray, P(r) = r
 * @param period time of one turn
 * @param multiplier P'(r): below 1 the cycle attracts, above 1 it repels
 */
public record LimitCycle(double r, double period, double multiplier) {
  private static final double MULTIPLIER_STEP = 1e-3;

  /** Whether neighbouring trajectories approach it. */
  public boolean isStable() {
    return multiplier < 1;
  }

  /**
   * Finds the limit cycles that cross the ray between two distances, from the sign changes of P(r)
   * - r over n equal steps. A cycle where P(r) - r vanishes without changing its sign, or two
   * within one step, are not seen: no cycle found is a statement about this grid.
   *
   * @param map the return map
   * @param low smallest distance, above 0
   * @param high largest distance, above low
   * @param n steps, at least 1
   * @return the cycles, the innermost first
   */
  public static List<LimitCycle> find(ReturnMap map, double low, double high, int n) {
    if (!(low > 0 && high > low && high < Double.POSITIVE_INFINITY) || n < 1) {
      throw new IllegalArgumentException(
          "Search between two distances 0 < low < high in at least 1 step, not "
              + low
              + ", "
              + high
              + " and "
              + n
              + ".");
    }
    List<LimitCycle> cycles = new ArrayList<>();
    Optional<Return> before = map.from(low);
    for (int i = 1; i <= n; i++) {
      Optional<Return> here = map.from(low + (high - low) * i / n);
      if (before.isPresent() && here.isPresent() && gap(before.get()) * gap(here.get()) < 0) {
        cycles.add(between(map, before.get().r(), here.get().r()));
      }
      before = here;
    }
    return cycles;
  }

  private static double gap(Return r) {
    return r.image() - r.r();
  }

  private static LimitCycle between(ReturnMap map, double low, double high) {
    UnivariateFunction gap = r -> gap(map.from(r).orElseThrow(() -> lost(r)));
    double r = new BracketingNthOrderBrentSolver(1e-12, 1e-13 * high, 5).solve(200, gap, low, high);
    double h = MULTIPLIER_STEP * Math.min(r, high - low);
    double slope =
        (8 * (gap.value(r + h) - gap.value(r - h)) - gap.value(r + 2 * h) + gap.value(r - 2 * h))
            / (12 * h);
    return new LimitCycle(r, map.from(r).orElseThrow(() -> lost(r)).time(), 1 + slope);
  }

  private static IllegalStateException lost(double r) {
    return new IllegalStateException(
        "The trajectory from r = "
            + r
            + " does not return, though its neighbours do: search a"
            + " smaller range, or allow a longer time.");
  }
}

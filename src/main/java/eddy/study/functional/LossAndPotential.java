package eddy.study.functional;

import eddy.fields.Field;
import eddy.potential.FokkerPlanck;
import eddy.potential.Grid;
import eddy.potential.StationaryState;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * How far the potential of a stationary state, computed on a grid, is from a given function.
 *
 * @param state the stationary state
 */
public record LossAndPotential(StationaryState state) {
  /** Solves for the stationary state. */
  public static LossAndPotential of(Field field, double beta, Grid grid) {
    return new LossAndPotential(FokkerPlanck.stationary(field, beta, grid));
  }

  /**
   * The largest |Phi - g| up to a constant (half the range of Phi - g), where the density is not
   * negligible, by the range of g.
   *
   * @param g what Phi is compared with
   */
  public double distance(ToDoubleFunction<double[]> g) {
    double[] phi = state.potential();
    double[] other = state.grid().sample(g);
    double[] gap = new double[phi.length];
    Arrays.setAll(gap, i -> phi[i] - other[i]);
    return range(gap) / range(other) / 2;
  }

  /** The factor c of the least squares fit Phi = c g + constant. */
  public double factor(ToDoubleFunction<double[]> g) {
    double[] phi = state.potential();
    double[] other = state.grid().sample(g);
    SimpleRegression line = new SimpleRegression();
    for (int i = 0; i < phi.length; i++) {
      if (!Double.isNaN(phi[i])) {
        line.addData(other[i], phi[i]);
      }
    }
    return line.getSlope();
  }

  private static double range(double[] a) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double v : a) {
      if (!Double.isNaN(v)) {
        low = Math.min(low, v);
        high = Math.max(high, v);
      }
    }
    return high - low;
  }

  /** The largest component of the force j, in units of force. */
  public double largestForce() {
    double largest = 0;
    for (int axis = 0; axis < 2; axis++) {
      for (double v : state.force(axis)) {
        if (!Double.isNaN(v)) {
          largest = Math.max(largest, Math.abs(v));
        }
      }
    }
    return largest;
  }

  /**
   * A distance of second order extrapolated to cell width 0.
   *
   * @param distances on grids whose number of cells doubles, at least two of them
   */
  public static double limit(double... distances) {
    int last = distances.length - 1;
    return Math.abs(4 * distances[last] - distances[last - 1]) / 3;
  }

  /** Distances on several grids. */
  public static double[] distances(
      Field field, double beta, ToDoubleFunction<double[]> g, int... cells) {
    return Arrays.stream(cells)
        .mapToDouble(n -> of(field, beta, TorusLoss.grid(n)).distance(g))
        .toArray();
  }
}

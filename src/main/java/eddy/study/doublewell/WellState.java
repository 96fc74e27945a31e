package eddy.study.doublewell;

import eddy.fields.Field;
import eddy.fields.GradientDoubleWell;
import eddy.potential.FokkerPlanck;
import eddy.potential.Grid;
import eddy.potential.MostLikelyPoint;
import eddy.potential.StationaryState;
import eddy.run.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The stationary state of a well at one inverse temperature, with the numbers that a lesson asks it
 * for.
 *
 * @param beta inverse temperature
 * @param state the solution on a grid in the plane
 */
public record WellState(double beta, StationaryState state) {
  /**
   * Solves one field at several temperatures. Read {@code state().check()} before trusting a cold
   * one.
   *
   * @param field the field
   * @param grid where to solve, in two dimensions
   * @param progress told each temperature
   * @param betas inverse temperatures, above 0
   */
  public static List<WellState> solve(Field field, Grid grid, Progress progress, double... betas) {
    List<WellState> states = new ArrayList<>();
    for (double beta : betas) {
      progress.report("beta " + beta, states.size(), betas.length, "");
      states.add(new WellState(beta, FokkerPlanck.stationary(field, beta, grid)));
    }
    return List.copyOf(states);
  }

  /** The most likely point with the largest x1: that of the right well. */
  public MostLikelyPoint right() {
    return MostLikelyPoint.of(state).stream()
        .max(Comparator.comparingDouble(MostLikelyPoint::x1))
        .orElseThrow(
            () -> new IllegalStateException("The density has no maximum inside: widen the grid."));
  }

  /** All local maxima of the density, (x1, x2) each, the highest first. */
  public double[][] mostLikely() {
    return MostLikelyPoint.of(state).stream()
        .map(p -> new double[] {p.x1(), p.x2()})
        .toArray(double[][]::new);
  }

  /** Phi at the cell centres above its minimum; where it is not known, the largest known value. */
  public double[] potential() {
    double[] phi = state.potential();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double v : phi) {
      low = Math.min(low, Double.isNaN(v) ? low : v);
      high = Math.max(high, Double.isNaN(v) ? high : v);
    }
    for (int i = 0; i < phi.length; i++) {
      phi[i] = (Double.isNaN(phi[i]) ? high : phi[i]) - low;
    }
    return phi;
  }

  /**
   * Phi at a point above its value at another point, bilinear between the cell centres.
   *
   * @param x the point, inside of the grid
   * @param reference the other one
   */
  public double rise(double[] x, double... reference) {
    double[] phi = potential();
    return value(phi, x) - value(phi, reference);
  }

  /**
   * The density as a function of the point, bilinear between the cell centres; beyond the outermost
   * centres the line goes on, but not below 0.
   */
  public ToDoubleFunction<double[]> density() {
    double[] rho = state.density();
    return x -> Math.max(0, value(rho, x));
  }

  private double value(double[] values, double[] x) {
    Grid grid = state.grid();
    double u = (x[0] - grid.centre(0, 0)) / grid.spacing(0);
    double v = (x[1] - grid.centre(1, 0)) / grid.spacing(1);
    int i = Math.max(0, Math.min(grid.nx() - 2, (int) u));
    int j = Math.max(0, Math.min(grid.ny() - 2, (int) v));
    int low = j * grid.nx() + i;
    int high = low + grid.nx();
    double below = values[low] + (u - i) * (values[low + 1] - values[low]);
    double above = values[high] + (u - i) * (values[high + 1] - values[high]);
    return below + (v - j) * (above - below);
  }

  /** Total variation distance, in [0, 1], to a density given at the cell centres up to a factor. */
  public double totalVariation(ToDoubleFunction<double[]> density) {
    double[] other = state.grid().sample(density);
    double total = 0;
    for (double v : other) {
      total += v * state.grid().cellVolume();
    }
    double[] own = state.density();
    double sum = 0;
    for (int i = 0; i < own.length; i++) {
      sum += Math.abs(own[i] - other[i] / total) * state.grid().cellVolume();
    }
    return sum / 2;
  }

  /** Total variation distance to another state on the same grid. */
  public double totalVariation(WellState other) {
    double[] own = state.density();
    double[] theirs = other.state.density();
    double sum = 0;
    for (int i = 0; i < own.length; i++) {
      sum += Math.abs(own[i] - theirs[i]) * state.grid().cellVolume();
    }
    return sum / 2;
  }

  /**
   * The larger of the total variation distances of the two marginals to the exact ones of {@link
   * GradientDoubleWell}, whose field the state must have been solved for.
   */
  public double marginalError() {
    double variance = GradientDoubleWell.varianceOfX2(beta);
    double normal = 1 / Math.sqrt(2 * Math.PI * variance);
    double first = marginalError(0, x -> GradientDoubleWell.marginalOfX1(x, beta));
    double second = marginalError(1, x -> normal * Math.exp(-x * x / (2 * variance)));
    return Math.max(first, second);
  }

  private double marginalError(int axis, java.util.function.DoubleUnaryOperator exact) {
    double[] marginal = state.marginal(axis);
    double sum = 0;
    for (int i = 0; i < marginal.length; i++) {
      double x = state.grid().centre(axis, i);
      sum += Math.abs(marginal[i] - exact.applyAsDouble(x)) * state.grid().spacing(axis);
    }
    return sum / 2;
  }
}

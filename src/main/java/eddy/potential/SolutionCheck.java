package eddy.potential;

import java.util.Locale;
import java.util.Optional;

/**
 * What a stationary solution says about itself.
 *
 * @param residual largest |L rho| of a cell relative to what leaves the cell, among cells above
 *     1e-12 of the largest density; about 1e-15 in the bulk and 1e-12 at its edge
 * @param smallest smallest density over the largest; never negative
 * @param massError |sum of rho times cell volume - 1|
 * @param peclet largest grid Peclet number, where the density is above 1e-3 of its maximum: the
 *     drift along a step between cells changes the density by exp(peclet); second order needs it
 *     below about 2
 * @param wallDensity largest density next to a wall over the largest of all; 0 without walls
 * @param reach longest step between cells, in cells; above 1 where D is strongly anisotropic
 */
public record SolutionCheck(
    double residual,
    double smallest,
    double massError,
    double peclet,
    double wallDensity,
    int reach) {
  private static final double BULK = 1e-3;

  static SolutionCheck of(FokkerPlanckOperator operator, double[] mass) {
    Grid grid = operator.grid();
    double largest = mass[MassLevel.heaviest(mass)];
    double[] change = new double[mass.length];
    operator.apply(mass, change);
    double residual = 0;
    double smallest = Double.POSITIVE_INFINITY;
    double total = 0;
    double wall = 0;
    for (int i = 0; i < mass.length; i++) {
      total += mass[i];
      smallest = Math.min(smallest, mass[i]);
      if (mass[i] > StationaryState.SUPPORT * largest) {
        double leaves = operator.rates().leaving(i) * mass[i];
        residual = Math.max(residual, Math.abs(change[i]) / leaves);
      }
      if (atWall(grid, i)) {
        wall = Math.max(wall, mass[i]);
      }
    }
    double peclet = 0;
    int reach = 0;
    for (int e = 0; e < operator.edges(); e++) {
      reach = Math.max(reach, Math.max(operator.stepX(e), Math.abs(operator.stepY(e))));
      if (Math.min(mass[operator.from(e)], mass[operator.to(e)]) > BULK * largest) {
        peclet = Math.max(peclet, operator.drop(e));
      }
    }
    return new SolutionCheck(
        residual, smallest / largest, Math.abs(total - 1), peclet, wall / largest, reach);
  }

  private static boolean atWall(Grid grid, int i) {
    int x = i % grid.nx();
    int y = i / grid.nx();
    return (!grid.periodic()[0] && (x == 0 || x == grid.nx() - 1))
        || (grid.dimension() == 2 && !grid.periodic()[1] && (y == 0 || y == grid.ny() - 1));
  }

  /** One sentence on what is wrong and what to do about it; empty when nothing is. */
  public Optional<String> warning() {
    if (!(residual < 1e-9)) {
      return say(
          "The solver stopped at a relative residual of %.1e: the noise is too oblique or too small for"
              + " this grid; take a smaller box and compare two numbers of cells.",
          residual);
    }
    if (peclet > 2) {
      return say(
          "The drift changes the density by exp(%.1f) between neighbouring cells: take about %.0f"
              + " times as many cells along each axis, or a smaller box.",
          peclet, Math.ceil(peclet));
    }
    if (wallDensity > 1e-4) {
      return say(
          "The density next to a wall is %.1e of its maximum: right if nothing passes that wall,"
              + " otherwise take a larger box.",
          wallDensity);
    }
    if (reach > 8) {
      return say(
          "D is so anisotropic that steps of %d cells are needed: compare with a grid of twice as"
              + " many cells.",
          reach);
    }
    return Optional.empty();
  }

  private static Optional<String> say(String format, Object... numbers) {
    return Optional.of(String.format(Locale.ROOT, format, numbers));
  }
}

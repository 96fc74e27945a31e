package eddy.notebook;

import eddy.fields.VectorField;
import eddy.potential.Grid;
import eddy.potential.StationaryState;

/**
 * A field in the plane known on a grid, bilinear in between; beyond the outer grid points it takes
 * the nearest value on the border.
 *
 * @param x coordinates of the columns, ascending and evenly spaced, at least two
 * @param y coordinates of the rows, ascending and evenly spaced, at least two
 * @param first first components, {@code [iy * x.length + ix]}
 * @param second second components, in the same order
 */
public record GridField(double[] x, double[] y, double[] first, double[] second)
    implements VectorField {

  /**
   * @throws IllegalArgumentException when the lengths do not fit together
   */
  public GridField {
    int n = x.length * y.length;
    if (x.length < 2 || y.length < 2 || first.length != n || second.length != n) {
      throw new IllegalArgumentException(
          "A grid of "
              + x.length
              + " by "
              + y.length
              + " points needs as many values of each component, not "
              + first.length
              + " and "
              + second.length
              + ".");
    }
  }

  /**
   * The force j = J/rho of a stationary state in the plane.
   *
   * @param state on a grid with two axes
   */
  public static GridField ofForce(StationaryState state) {
    Grid grid = state.grid();
    return new GridField(grid.centres(0), grid.centres(1), state.force(0), state.force(1));
  }

  @Override
  public void at(double[] point, double[] out) {
    double u = position(point[0], x);
    double v = position(point[1], y);
    int i = Math.min((int) u, x.length - 2);
    int j = Math.min((int) v, y.length - 2);
    out[0] = bilinear(first, i, j, u - i, v - j);
    out[1] = bilinear(second, i, j, u - i, v - j);
  }

  private static double position(double value, double[] grid) {
    int cells = grid.length - 1;
    double position = (value - grid[0]) / (grid[cells] - grid[0]) * cells;
    return Math.max(0, Math.min(cells, position));
  }

  private double bilinear(double[] values, int i, int j, double s, double t) {
    int at = j * x.length + i;
    return (1 - t) * ((1 - s) * values[at] + s * values[at + 1])
        + t * ((1 - s) * values[at + x.length] + s * values[at + x.length + 1]);
  }
}

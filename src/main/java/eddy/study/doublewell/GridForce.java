package eddy.study.doublewell;

import eddy.fields.VectorField;
import eddy.potential.Grid;
import eddy.potential.StationaryState;

/**
 * The force j = J_ss / rho_ss of a stationary state as a function of the point: bilinear between
 * the cell centres of its grid, the nearest value beyond them, and 0 where the density is too small
 * for a force to be known. The error is of second order in the cell width. It takes the circulation
 * out of a field: {@code ReversibleTwin.of(field, GridForce.of(state))}.
 */
public final class GridForce implements VectorField {
  private final Grid grid;
  private final double[][] values;

  private GridForce(Grid grid, double[][] values) {
    this.grid = grid;
    this.values = values;
  }

  /**
   * The force of a stationary state.
   *
   * @param state a state in two dimensions
   */
  public static GridForce of(StationaryState state) {
    double[][] values = {state.force(0), state.force(1)};
    for (double[] component : values) {
      for (int i = 0; i < component.length; i++) {
        component[i] = Double.isNaN(component[i]) ? 0 : component[i];
      }
    }
    return new GridForce(state.grid(), values);
  }

  @Override
  public void at(double[] x, double[] out) {
    double u = position(0, x[0]);
    double v = position(1, x[1]);
    int i = Math.min((int) u, grid.nx() - 2);
    int j = Math.min((int) v, grid.ny() - 2);
    int low = j * grid.nx() + i;
    int high = low + grid.nx();
    double s = u - i;
    double t = v - j;
    for (int k = 0; k < 2; k++) {
      double[] a = values[k];
      double below = a[low] + s * (a[low + 1] - a[low]);
      double above = a[high] + s * (a[high + 1] - a[high]);
      out[k] = below + t * (above - below);
    }
  }

  private double position(int axis, double x) {
    double cells = (x - grid.centre(axis, 0)) / grid.spacing(axis);
    return Math.max(0, Math.min(grid.cells()[axis] - 1, cells));
  }
}

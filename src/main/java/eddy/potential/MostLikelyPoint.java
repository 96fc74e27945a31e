package eddy.potential;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A local minimum of the potential Phi, where the density is largest (Remarks 23 to 26 of Chaudhari
 * and Soatto 2018).
 *
 * @param x1 first coordinate
 * @param x2 second coordinate
 * @param potential Phi there
 */
public record MostLikelyPoint(double x1, double x2, double potential) {
  /**
   * All local minima of Phi in the inside of a two-dimensional grid: cells below their eight
   * neighbours, refined by the quadratic that fits these nine values best (error of order h^2).
   *
   * @param state a stationary state in two dimensions
   * @return the lowest first
   */
  public static List<MostLikelyPoint> of(StationaryState state) {
    Grid grid = state.grid();
    if (grid.dimension() != 2) {
      throw new IllegalArgumentException("Most likely points are found in two dimensions.");
    }
    double[] phi = state.potential();
    List<MostLikelyPoint> found = new ArrayList<>();
    for (int j = 1; j < grid.ny() - 1; j++) {
      for (int i = 1; i < grid.nx() - 1; i++) {
        if (isLowest(phi, j * grid.nx() + i, grid.nx())) {
          found.add(fit(grid, phi, i, j));
        }
      }
    }
    found.sort(Comparator.comparingDouble(MostLikelyPoint::potential));
    return found;
  }

  /** Of equal neighbours, as symmetry makes them, the first counts as the lowest. */
  private static boolean isLowest(double[] phi, int k, int nx) {
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        int other = k + dy * nx + dx;
        if (other != k && !(phi[k] < phi[other] || (phi[k] == phi[other] && k < other))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Least squares of c + g.u + u.H.u/2 on the nine offsets u of -1, 0 and 1. */
  private static MostLikelyPoint fit(Grid grid, double[] phi, int i, int j) {
    double gx = 0;
    double gy = 0;
    double hxx = 0;
    double hyy = 0;
    double hxy = 0;
    double mean = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        double v = phi[(j + dy) * grid.nx() + i + dx];
        gx += v * dx / 6;
        gy += v * dy / 6;
        hxy += v * dx * dy / 4;
        hxx += v * (dx * dx - 2 / 3.);
        hyy += v * (dy * dy - 2 / 3.);
        mean += v / 9;
      }
    }
    double centre = mean - (hxx + hyy) / 3;
    double det = hxx * hyy - hxy * hxy;
    double u = -(hyy * gx - hxy * gy) / det;
    double v = -(hxx * gy - hxy * gx) / det;
    return new MostLikelyPoint(
        grid.centre(0, i) + u * grid.spacing(0),
        grid.centre(1, j) + v * grid.spacing(1),
        centre + (gx * u + gy * v) / 2);
  }
}

package eddy.study.functional;

import eddy.potential.Grid;
import java.util.function.ToDoubleFunction;

/** Densities on a grid, {@code [iy * nx + ix]}, whose sum times the cell volume is 1. */
public final class GridDensity {
  private GridDensity() {}

  /**
   * A function of the point, scaled to mass 1.
   *
   * @param grid the cells
   * @param shape at least 0, not 0 everywhere
   * @throws IllegalArgumentException when the shape is negative or not finite at a cell centre, or
   *     0 at all of them
   */
  public static double[] of(Grid grid, ToDoubleFunction<double[]> shape) {
    double[] rho = grid.sample(shape);
    double mass = 0;
    for (double v : rho) {
      if (!(v >= 0)) {
        throw new IllegalArgumentException(
            "A density is never negative, but the shape is " + v + " at a cell centre.");
      }
      mass += v * grid.cellVolume();
    }
    if (!(mass > 0 && mass < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The shape has the mass " + mass + " on this grid: give one with a finite mass above 0.");
    }
    for (int i = 0; i < rho.length; i++) {
      rho[i] /= mass;
    }
    return rho;
  }

  /**
   * A Gaussian.
   *
   * @param grid the cells, in two dimensions
   * @param mean two numbers
   * @param covariance row-major, positive definite
   */
  public static double[] gaussian(Grid grid, double[] mean, double[] covariance) {
    double a = covariance[0];
    double b = covariance[1];
    double c = covariance[3];
    double determinant = a * c - b * covariance[2];
    if (!(a > 0 && determinant > 0)) {
      throw new IllegalArgumentException("The covariance of a Gaussian is positive definite.");
    }
    return of(
        grid,
        x -> {
          double y1 = x[0] - mean[0];
          double y2 = x[1] - mean[1];
          return Math.exp(-(c * y1 * y1 - 2 * b * y1 * y2 + a * y2 * y2) / (2 * determinant));
        });
  }
}

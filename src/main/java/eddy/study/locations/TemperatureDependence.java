package eddy.study.locations;

import eddy.fields.Field;
import eddy.fields.MatrixField;
import eddy.fields.OrnsteinUhlenbeck;
import eddy.potential.FokkerPlanck;
import eddy.potential.Grid;
import eddy.potential.LinePotential;

/**
 * "The potential Phi does not depend on beta" (Theorem 22 of Chaudhari and Soatto 2018), tried on
 * grids: false in one dimension with noise that varies, true for linear systems.
 */
public final class TemperatureDependence {
  private static final int HALF = 80;
  private static final double WIDTH = 8;

  private TemperatureDependence() {}

  /** f = x^2/2 with D = 1 + x^2/2: the exact Phi, with Phi(0) = 0. */
  public static LinePotential exact(double beta) {
    return new LinePotential(x -> x, TemperatureDependence::noise, beta);
  }

  private static double noise(double x) {
    return 1 + x * x / 2;
  }

  /**
   * Phi(x) - Phi(0) of the same process, solved on a grid whose cell centres hold 0 and x.
   *
   * @param x where, above 0
   * @param beta inverse temperature, above 0
   */
  public static double onGrid(double x, double beta) {
    int steps = 4 * HALF;
    int reach = (int) Math.ceil(steps * Math.max(1, 5 / x));
    double end = x / steps * (reach + 0.5);
    Field field =
        Field.ofGradient(
            (point, g) -> g[0] = point[0],
            MatrixField.varying(1, (point, d) -> d[0] = noise(point[0])));
    double[] phi =
        FokkerPlanck.stationary(field, beta, Grid.line(-end, end, 2 * reach + 1)).potential();
    return phi[reach + steps] - phi[reach];
  }

  /**
   * Phi at (1.2, 0.8)/sqrt(beta), times beta, of the linear process with F = [[1, 2], [-1, 1.5]]
   * and D = [[1, 0.3], [0.3, 0.5]], on a grid that scales with 1/sqrt(beta) like the density. Where
   * Phi = x^T U x / 2 with one U, it is the same number for every beta.
   */
  public static double linear(double beta) {
    Field field =
        OrnsteinUhlenbeck.field(
            new double[][] {{1, 2}, {-1, 1.5}},
            MatrixField.constant(new double[] {1, 0.3}, new double[] {0.3, 0.5}));
    int n = 2 * HALF + 1;
    double end = WIDTH * n / (2.0 * HALF) / 2 / Math.sqrt(beta);
    double[] phi = FokkerPlanck.stationary(field, beta, Grid.square(end, n)).potential();
    int across = (int) Math.round(1.2 * 2 * HALF / WIDTH);
    int up = (int) Math.round(0.8 * 2 * HALF / WIDTH);
    return beta * (phi[(HALF + up) * n + HALF + across] - phi[HALF * n + HALF]);
  }
}

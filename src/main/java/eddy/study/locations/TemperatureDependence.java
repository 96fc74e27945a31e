package eddy.study.locations;

import eddy.fields.Field;
import eddy.fields.MatrixField;
import eddy.fields.OrnsteinUhlenbeck;
import eddy.potential.FokkerPlanck;
import eddy.potential.Grid;
import eddy.potential.LinePotential;
import eddy.potential.LinearSteadyState;

/**
 * "The potential Phi does not depend on beta" (Theorem 22 of Chaudhari and Soatto 2018), tried on
 * grids: false in one dimension with noise that varies, true for linear systems.
 */
public final class TemperatureDependence {
  private static final int HALF = 80;
  private static final double[][] F = {{1, 2}, {-1, 1.5}};

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
   * Phi(0.6, 0.4) - Phi(0, 0) of the linear process with F = [[1, 2], [-1, 1.5]] and D = [[1, 0.3],
   * [0.3, 0.5]], on a grid in [-4, 4]^2. Lemma 20 gives x^T U x / 2 for every beta.
   *
   * @param beta inverse temperature, 2 to 10: the box must hold the density, the grid resolve it
   */
  public static double linear(double beta) {
    Field field =
        OrnsteinUhlenbeck.field(
            F, MatrixField.constant(new double[] {1, 0.3}, new double[] {0.3, 0.5}));
    int n = 2 * HALF + 1;
    double spacing = 4.0 / HALF;
    double[] phi =
        FokkerPlanck.stationary(field, beta, Grid.square(spacing * n / 2, n)).potential();
    int across = (int) Math.round(0.6 / spacing);
    int up = (int) Math.round(0.4 / spacing);
    return phi[(HALF + up) * n + HALF + across] - phi[HALF * n + HALF];
  }

  /** The same by Lemma 20: x^T U x / 2. */
  public static double linearExact() {
    double[] u = LinearSteadyState.of(F, new double[][] {{1, 0.3}, {0.3, 0.5}}).u();
    return (0.36 * u[0] + 0.24 * (u[1] + u[2]) + 0.16 * u[3]) / 2;
  }
}

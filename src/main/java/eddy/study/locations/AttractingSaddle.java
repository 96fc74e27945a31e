package eddy.study.locations;

import eddy.fields.Field;
import eddy.fields.MatrixField;
import eddy.potential.FokkerPlanck;
import eddy.potential.Grid;
import eddy.potential.LinePotential;
import eddy.potential.MostLikelyPoint;
import eddy.potential.StationaryState;
import java.util.List;

/**
 * A saddle of a true loss that is the most likely location once the noise is strong (Remark 23 of
 * Chaudhari and Soatto 2018), because the noise is weakest there:
 *
 * <pre>  f(x) = (x1^2 - 1)^2 / 4 + x2^2 / 2,    D(x) = diag(1/5 + x1^2, 1).</pre>
 *
 * <p>No current flows, and Phi = integral of f'/D11 + (1/beta) log D11 + x2^2/2, so dPhi/dx1 =
 * (x1^3 - x1 + 2 x1/beta)/D11: below beta = 2 the saddle at the origin is the only minimum of Phi,
 * above it is a saddle of Phi, too, and the minima lie at x1^2 = 1 - 2/beta.
 */
public final class AttractingSaddle {
  /** The inverse temperature below which the saddle attracts. */
  public static final double CRITICAL_BETA = 2;

  private static final double LEAST_NOISE = 0.2;
  private static final double HALF = 3;

  private AttractingSaddle() {}

  /** Drift -grad f and D(x). */
  public static Field field() {
    return Field.ofGradient(
        (x, out) -> {
          out[0] = slope(x[0]);
          out[1] = x[1];
        },
        MatrixField.varying(
            2,
            (x, out) -> {
              out[0] = noise(x[0]);
              out[1] = 0;
              out[2] = 0;
              out[3] = 1;
            }));
  }

  private static double slope(double x) {
    return x * x * x - x;
  }

  private static double noise(double x) {
    return LEAST_NOISE + x * x;
  }

  /** Phi along x2 = 0, with 0 at the origin. */
  public static LinePotential potential(double beta) {
    return new LinePotential(AttractingSaddle::slope, AttractingSaddle::noise, beta);
  }

  /** Where the density is largest: sqrt(1 - 2/beta), 0 up to beta = 2. */
  public static double mostLikely(double beta) {
    return Math.sqrt(Math.max(0, 1 - CRITICAL_BETA / beta));
  }

  /**
   * The most likely points on a grid of n x n cells in [-3, 3]^2, the lowest Phi first.
   *
   * @param beta inverse temperature, above 0
   * @param n cells along each axis; odd puts the origin into the middle of a cell
   */
  public static List<MostLikelyPoint> mostLikelyOnGrid(double beta, int n) {
    StationaryState state = FokkerPlanck.stationary(field(), beta, Grid.square(HALF, n));
    return MostLikelyPoint.of(state);
  }

  /**
   * The x1 of the most likely point farthest to the right on such a grid.
   *
   * @param beta inverse temperature, above 0
   * @param n cells along each axis
   */
  public static double rightmostOnGrid(double beta, int n) {
    return mostLikelyOnGrid(beta, n).stream().mapToDouble(MostLikelyPoint::x1).max().orElseThrow();
  }

  /**
   * The largest difference between given locations and {@link #mostLikely}.
   *
   * @param temperatures 1/beta of each
   * @param found x1 of the most likely point at each
   */
  public static double difference(double[] temperatures, double[] found) {
    double largest = 0;
    for (int i = 0; i < temperatures.length; i++) {
      largest = Math.max(largest, Math.abs(found[i] - mostLikely(1 / temperatures[i])));
    }
    return largest;
  }
}

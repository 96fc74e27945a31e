package eddy.study.functional;

import eddy.linalg.LinearSystem;
import eddy.potential.GaussianRelaxation;
import eddy.potential.LinearSteadyState;

/**
 * The three lines of Equation A10 of Chaudhari and Soatto (2018) and the whole operator, for a
 * Gaussian density under linear drift at one point, in closed form:
 *
 * <pre>
 *   first    -div(j rho)
 *   second   div( grad f rho - D grad Phi rho + (1/beta) (div D) rho )
 *   third    div( (1/beta) D grad rho + grad f rho + (1/beta) (div D) rho )
 *   whole    L rho = div( grad f rho + (1/beta) div(D rho) )
 * </pre>
 *
 * <p>The paper sets the three equal. The step from the second to the third puts -(1/beta) grad rho
 * in the place of rho grad Phi, which is right for rho_ss only; the third line is L itself.
 *
 * @param first by j = -Q U x
 * @param second as printed
 * @param third as printed
 * @param whole L rho, as the change of the density in time
 */
public record OperatorLines(double first, double second, double third, double whole) {
  private static final double STEP = 1e-4;

  /**
   * The lines at a point.
   *
   * @param state the linear steady state (div D = 0)
   * @param beta inverse temperature, above 0
   * @param gaussian the density in time
   * @param t the time, at least 1e-4
   * @param x the point
   */
  public static OperatorLines at(
      LinearSteadyState state, double beta, GaussianRelaxation gaussian, double t, double... x) {
    int n = state.dimension();
    GaussianRelaxation.Point now = gaussian.at(t);
    double[] inverse = LinearSystem.inverse("S", n, now.covariance());
    double[] slope = slope(now, inverse, x);
    double[] d = state.d();
    double spread = 0;
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        spread += d[i * n + k] * (slope[i] * slope[k] - inverse[i * n + k]) / beta;
      }
    }
    double byForce = transport(n, product(n, state.q(), state.u()), x, slope);
    double byDrift = transport(n, state.f(), x, slope);
    double byPotential = transport(n, product(n, state.d(), state.u()), x, slope);
    double rho = density(now, x);
    double later = density(gaussian.at(t + STEP), x);
    double earlier = density(gaussian.at(t - STEP), x);
    return new OperatorLines(
        rho * byForce,
        rho * (byDrift - byPotential),
        rho * (spread + byDrift),
        (later - earlier) / (2 * STEP));
  }

  /** grad log rho = -S^-1 (x - m). */
  private static double[] slope(GaussianRelaxation.Point point, double[] inverse, double[] x) {
    int n = x.length;
    double[] slope = new double[n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        slope[i] -= inverse[i * n + k] * (x[k] - point.mean()[k]);
      }
    }
    return slope;
  }

  private static double density(GaussianRelaxation.Point point, double[] x) {
    double[] inverse = LinearSystem.inverse("S", x.length, point.covariance());
    double[] slope = slope(point, inverse, x);
    double exponent = x.length / 2.0 - point.entropy();
    for (int i = 0; i < x.length; i++) {
      exponent += slope[i] * (x[i] - point.mean()[i]) / 2;
    }
    return Math.exp(exponent);
  }

  /** div(A x rho) / rho = tr A + (A x) . grad log rho. */
  private static double transport(int n, double[] a, double[] x, double[] slope) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += a[i * n + i];
      for (int k = 0; k < n; k++) {
        sum += a[i * n + k] * x[k] * slope[i];
      }
    }
    return sum;
  }

  private static double[] product(int n, double[] a, double[] b) {
    double[] c = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        for (int j = 0; j < n; j++) {
          c[i * n + j] += a[i * n + k] * b[k * n + j];
        }
      }
    }
    return c;
  }
}

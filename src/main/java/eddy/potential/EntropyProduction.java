package eddy.potential;

import eddy.linalg.LinearSystem;

/**
 * The rate at which a process that is not yet stationary produces entropy, per unit time, and its
 * two parts:
 *
 * <pre>  beta integral of J^T D^-1 J / rho  =  -beta dF/dt  +  beta integral of rho j^T D^-1 j,
 * </pre>
 *
 * <p>with J the current of rho and j = J_ss / rho_ss the force. Both parts are at least 0 whether
 * div j vanishes or not. What Appendix B of Chaudhari and Soatto (2018) prints as dS_i/dt is the
 * first part alone; in the stationary state it is 0, and the second part is all that there is.
 *
 * @param total the whole rate
 * @param relaxation -beta dF/dt
 * @param housekeeping what it takes to keep the stationary currents up
 */
public record EntropyProduction(double total, double relaxation, double housekeeping) {
  /**
   * A density on a grid; exact for the process of jumps between cells, the sum over all steps of
   * the net flow times a logarithm of flow by flow back.
   *
   * @param state the stationary state
   * @param rho density at the cell centres, above 0
   */
  public static EntropyProduction of(StationaryState state, double[] rho) {
    FokkerPlanckOperator operator = state.operator();
    double[] stationary = state.density();
    double total = 0;
    double housekeeping = 0;
    for (int e = 0; e < operator.edges(); e++) {
      double ahead = operator.forwardFlow(e, rho);
      double back = operator.backwardFlow(e, rho);
      if (ahead > 0 && back > 0) {
        double ratio = operator.forwardFlow(e, stationary) / operator.backwardFlow(e, stationary);
        total += (ahead - back) * Math.log(ahead / back);
        housekeeping += (ahead - back) * Math.log(ratio);
      }
    }
    double volume = state.grid().cellVolume();
    double relaxation = -state.beta() * FreeEnergy.of(state, rho).rate();
    return new EntropyProduction(total * volume, relaxation, housekeeping * volume);
  }

  /**
   * A Gaussian under linear drift, in closed form: its velocity is J/rho = A (x - m) - F m with A =
   * -F + D S^-1 / beta.
   *
   * @param state the linear steady state, with a positive definite D
   * @param beta inverse temperature, above 0
   * @param point the Gaussian
   * @throws ArithmeticException when D is singular
   */
  public static EntropyProduction of(
      LinearSteadyState state, double beta, GaussianRelaxation.Point point) {
    int n = state.dimension();
    double[] f = state.f();
    double[] s = point.covariance();
    double[] m = point.mean();
    double[] velocity = multiply(n, state.d(), LinearSystem.inverse("S", n, s));
    double[] force = multiply(n, state.q(), state.u());
    for (int i = 0; i < n * n; i++) {
      velocity[i] = velocity[i] / beta - f[i];
    }
    double[] turning = new double[n];
    double[] drift = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        drift[i] -= f[i * n + j] * m[j];
        turning[i] += force[i * n + j] * m[j];
      }
    }
    double total = beta * power(state, velocity, s, drift);
    double housekeeping = beta * power(state, force, s, turning);
    return new EntropyProduction(total, -beta * point.rate(), housekeeping);
  }

  /** The mean of v^T D^-1 v for v = A y + c with y of mean 0 and covariance S. */
  private static double power(LinearSteadyState state, double[] a, double[] s, double[] c) {
    int n = state.dimension();
    double[] second = multiply(n, multiply(n, a, s), transposed(n, a));
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        second[i * n + j] += c[i] * c[j];
      }
    }
    double[] solved = LinearSystem.solve("D", n, state.d(), n, second);
    double trace = 0;
    for (int i = 0; i < n; i++) {
      trace += solved[i * n + i];
    }
    return trace;
  }

  private static double[] multiply(int n, double[] a, double[] b) {
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

  private static double[] transposed(int n, double[] a) {
    double[] t = new double[n * n];
    for (int i = 0; i < n * n; i++) {
      t[i % n * n + i / n] = a[i];
    }
    return t;
  }
}

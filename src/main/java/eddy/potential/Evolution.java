package eddy.potential;

import eddy.linalg.FlexibleGmres;
import eddy.linalg.RateMatrix;
import eddy.run.Interrupts;

/**
 * The Fokker-Planck equation d rho/dt = L rho in time, by implicit Euler steps (I - dt L) rho' =
 * rho. Each step is a stochastic matrix whatever its length: it keeps the mass, keeps rho positive,
 * leaves the stationary density alone, and lowers the free energy, as the equation does. It is
 * first order in dt. Densities are {@code [iy * nx + ix]} with sum times cell volume 1.
 */
public final class Evolution {
  private static final int DIRECTIONS = 30;
  private static final double ACCURACY = 1e-14;
  private static final int MOST_RESTARTS = 200;

  private final FokkerPlanckOperator operator;
  private final double shift;
  private final FlexibleGmres gmres;
  private final double[] right;
  private final double[] residual;
  private final double[] correction;

  /**
   * Prepares steps.
   *
   * @param operator the discrete operator
   * @param step dt, above 0 and finite
   */
  public Evolution(FokkerPlanckOperator operator, double step) {
    if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "A time step must be above 0 and finite, not " + step + ".");
    }
    this.operator = operator;
    shift = 1 / step;
    int n = operator.grid().size();
    gmres = new FlexibleGmres(n, DIRECTIONS);
    right = new double[n];
    residual = new double[n];
    correction = new double[n];
  }

  /**
   * One step.
   *
   * @param rho the density, at least 0 everywhere; kept
   * @return the density a time dt later, above 0
   * @throws IllegalArgumentException when rho has another length or a value that is negative or not
   *     a number
   */
  public double[] step(double[] rho) {
    int n = right.length;
    if (rho.length != n) {
      throw new IllegalArgumentException(
          "The density has " + rho.length + " values, the grid " + n + " cells.");
    }
    double total = 0;
    for (int i = 0; i < n; i++) {
      if (!(rho[i] >= 0)) {
        throw new IllegalArgumentException("A density is never negative, not " + rho[i] + ".");
      }
      right[i] = shift * rho[i];
      total += rho[i];
    }
    double[] next = rho.clone();
    sweep(next, right);
    solve(next);
    for (int i = 0; i < n; i++) {
      next[i] = Math.max(next[i], 0);
    }
    sweep(next, right);
    double sum = 0;
    for (double v : next) {
      sum += v;
    }
    for (int i = 0; i < n; i++) {
      next[i] *= total / sum;
    }
    return next;
  }

  private void solve(double[] next) {
    RateMatrix rates = operator.rates();
    double target = ACCURACY * norm(right);
    double before = Double.POSITIVE_INFINITY;
    for (int k = 0; k < MOST_RESTARTS; k++) {
      Interrupts.check("");
      rates.residual(shift, next, right, residual);
      double norm = norm(residual);
      if (norm <= target || norm > 0.9 * before) {
        return;
      }
      before = norm;
      gmres.correct(
          (x, out) -> rates.image(shift, x, out),
          (x, out) -> {
            java.util.Arrays.fill(out, 0);
            sweep(out, x);
          },
          residual,
          target,
          correction);
      for (int i = 0; i < next.length; i++) {
        next[i] += correction[i];
      }
    }
  }

  private void sweep(double[] e, double[] r) {
    int width = operator.grid().nx();
    RateMatrix rates = operator.rates();
    rates.sweep(shift, e, r, width, true, true);
    rates.sweep(shift, e, r, width, false, true);
  }

  private static double norm(double[] a) {
    double sum = 0;
    for (double v : a) {
      sum += v * v;
    }
    return Math.sqrt(sum);
  }
}

package eddy.study.functional;

import eddy.potential.JkoGaussian;
import eddy.potential.JkoQuantiles;
import eddy.run.Interrupts;
import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The steps of Jordan, Kinderlehrer and Otto against the Fokker-Planck equation that they converge
 * to (Corollary 8 and Equation A6 of Chaudhari and Soatto 2018), on Gaussians in one dimension
 * under f = kappa x^2/2 at temperature T; kappa = 0 and T = 1 is the heat equation.
 *
 * @param start the Gaussian at time 0
 * @param kappa curvature, at least 0
 * @param temperature T = 1/beta, above 0
 * @param horizon the time at which the error is taken, above 0
 */
public record JkoErrors(JkoGaussian start, double kappa, double temperature, double horizon) {
  /** The heat equation from a standard Gaussian to t = 1. */
  public static JkoErrors heat() {
    return new JkoErrors(new JkoGaussian(0, 1), 0, 1, 1);
  }

  /** The solution of the Fokker-Planck equation. */
  public JkoGaussian exact(double t) {
    double variance = start.deviation() * start.deviation();
    if (kappa == 0) {
      return new JkoGaussian(start.mean(), Math.sqrt(variance + 2 * temperature * t));
    }
    double limit = temperature / kappa;
    double decay = Math.exp(-kappa * t);
    double moved = limit + decay * decay * (variance - limit);
    return new JkoGaussian(start.mean() * decay, Math.sqrt(moved));
  }

  /** The Gaussian after some steps of equal length that reach the horizon, in closed form. */
  public JkoGaussian after(int steps) {
    JkoGaussian g = start;
    for (int k = 0; k < steps; k++) {
      g = g.step(horizon / steps, kappa, temperature);
    }
    return g;
  }

  /** The lengths of the steps. */
  public double[] lengths(int... steps) {
    return Arrays.stream(steps).mapToDouble(n -> horizon / n).toArray();
  }

  /** The Wasserstein-2 distance to the exact solution at the horizon, for each number of steps. */
  public double[] errors(int... steps) {
    JkoGaussian exact = exact(horizon);
    return Arrays.stream(steps)
        .mapToDouble(n -> Math.sqrt(after(n).distanceSquared(exact)))
        .toArray();
  }

  /**
   * The same with the general method, by quantiles.
   *
   * @param quantiles how many, at least two; each gap between them carries the mass 1/quantiles
   * @param steps numbers of steps
   * @return the root mean square distance of quantiles from those of the exact solution
   */
  public double[] quantileErrors(int quantiles, int... steps) {
    return Arrays.stream(steps).mapToDouble(n -> quantileError(quantiles, n)).toArray();
  }

  private double quantileError(int n, int steps) {
    JkoQuantiles jko =
        new JkoQuantiles(x -> kappa * x * x / 2, x -> kappa * x, x -> kappa, temperature);
    double[] x = quantiles(start, n);
    for (int k = 0; k < steps; k++) {
      Interrupts.check("");
      x = jko.step(x, horizon / steps);
    }
    double[] exact = quantiles(exact(horizon), n);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (x[i] - exact[i]) * (x[i] - exact[i]) / n;
    }
    return Math.sqrt(sum);
  }

  /** The quantiles of a Gaussian at the levels (i + 1/2)/n. */
  static double[] quantiles(JkoGaussian g, int n) {
    NormalDistribution normal = new NormalDistribution(null, g.mean(), g.deviation());
    double[] x = new double[n];
    Arrays.setAll(x, i -> normal.inverseCumulativeProbability((i + 0.5) / n));
    return x;
  }

  /**
   * The variance at which the steps end up, for a step of any length; T/kappa without a bias. Needs
   * kappa above 0.
   *
   * @param tau length of the step
   */
  public double fixedPoint(double tau) {
    if (!(kappa > 0)) {
      throw new IllegalArgumentException("There is no fixed point without a potential: kappa = 0.");
    }
    JkoGaussian g = start;
    int steps = (int) Math.ceil(80 / Math.log1p(tau * kappa));
    for (int k = 0; k < steps; k++) {
      g = g.step(tau, kappa, temperature);
    }
    return g.deviation() * g.deviation();
  }
}

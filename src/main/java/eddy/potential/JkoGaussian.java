package eddy.potential;

/**
 * One-dimensional Gaussians under the steps of Jordan, Kinderlehrer and Otto (1998, SIAM Journal on
 * Mathematical Analysis 29), in closed form. A step minimises
 *
 * <pre>  F(rho) + W2(rho, rho_k)^2 / (2 tau),   F(rho) = mean of kappa x^2/2 - T H(rho),</pre>
 *
 * <p>the free energy of Corollary 8 of Chaudhari and Soatto for D = 1 with T = 1/beta; kappa = 0
 * and T = 1 is the heat equation d rho/dt = rho''. The fixed point is the stationary law exactly,
 * for every tau; on the way the steps are first order in tau.
 *
 * @param mean m
 * @param deviation standard deviation s, above 0
 */
public record JkoGaussian(double mean, double deviation) {
  /** Refuses a deviation that is not positive and finite. */
  public JkoGaussian {
    if (!(deviation > 0 && deviation < Double.POSITIVE_INFINITY) || !Double.isFinite(mean)) {
      throw new IllegalArgumentException(
          "A Gaussian needs a finite mean and a standard deviation above 0, not "
              + mean
              + " and "
              + deviation
              + ".");
    }
  }

  /**
   * One step: m becomes m / (1 + tau kappa), s the positive root of (1 + tau kappa) s'^2 - s s' =
   * tau T.
   *
   * @param tau length of the step, above 0
   * @param kappa curvature of the potential, at least 0
   * @param temperature T = 1/beta, at least 0
   */
  public JkoGaussian step(double tau, double kappa, double temperature) {
    if (!(tau > 0 && kappa >= 0 && temperature >= 0)) {
      throw new IllegalArgumentException(
          "A JKO step needs tau above 0, kappa and the temperature at least 0.");
    }
    double a = 1 + tau * kappa;
    double root = Math.sqrt(deviation * deviation + 4 * tau * temperature * a);
    return new JkoGaussian(mean / a, (deviation + root) / (2 * a));
  }

  /** The square of the Wasserstein-2 distance to another Gaussian. */
  public double distanceSquared(JkoGaussian other) {
    double dm = mean - other.mean;
    double ds = deviation - other.deviation;
    return dm * dm + ds * ds;
  }
}

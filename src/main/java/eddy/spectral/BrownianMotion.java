package eddy.spectral;

/** What the analysis shows for Brownian motion, the null model of a slow random walk. */
public final class BrownianMotion {
  private BrownianMotion() {}

  /**
   * The expected biased sample autocorrelation (1 - t)(1 - 4 t + 2 t^2) of a Brownian path at lag t
   * n, as the ratio of the expectations of numerator and denominator: 0 at t = 1 - 1/sqrt 2 =
   * 0.2929, -1/4 at 1/2. The expectation of the ratio itself is lower (0.930, 0.679, 0.436 at t =
   * 0.01, 0.05, 0.1 instead of 0.951, 0.765, 0.558).
   *
   * @param t lag divided by the number of values, 0 .. 1
   * @throws IllegalArgumentException if it is outside
   */
  public static double autocorrelation(double t) {
    if (!(t >= 0 && t <= 1)) {
      throw new IllegalArgumentException(
          "The lag is a part of the series, 0 .. 1, but " + t + " was given.");
    }
    return (1 - t) * (1 - 4 * t + 2 * t * t);
  }
}

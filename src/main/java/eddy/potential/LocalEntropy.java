package eddy.potential;

import java.util.function.DoubleUnaryOperator;

/**
 * Local entropy in one dimension (Sec. 5.3 of Chaudhari and Soatto 2018): the smoothed loss
 *
 * <pre>  f_gamma(x) = -(1/beta) log ( G_gamma * e^(-beta f) )(x)</pre>
 *
 * <p>with the Gaussian G_gamma of variance gamma; the paper has beta = 1. The dynamics on f_gamma
 * with isotropic noise is reversible. The convolution is a trapezoidal sum, exact to round-off for
 * a smooth f that grows.
 *
 * @param f the loss
 * @param gamma variance of the Gaussian, above 0
 * @param beta inverse temperature, above 0
 */
public record LocalEntropy(DoubleUnaryOperator f, double gamma, double beta) {
  private static final double REACH = 12;
  private static final int POINTS = 4000;

  /** Refuses a variance or a beta that is not positive and finite. */
  public LocalEntropy {
    if (!(gamma > 0 && gamma < Double.POSITIVE_INFINITY)
        || !(beta > 0 && beta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Local entropy needs gamma and beta above 0, not " + gamma + " and " + beta + ".");
    }
  }

  /** f_gamma(x). */
  public double at(double x) {
    double[] sums = moments(x);
    return sums[3] - Math.log(sums[0] / Math.sqrt(2 * Math.PI * gamma)) / beta;
  }

  /** The derivative (x - mean) / (beta gamma), with the mean of y under e^(-beta f) G(x - y). */
  public double slope(double x) {
    double[] sums = moments(x);
    return -sums[1] / sums[0] / (beta * gamma);
  }

  /** The second derivative (1 - variance/gamma) / (beta gamma). */
  public double curvature(double x) {
    double[] sums = moments(x);
    double mean = sums[1] / sums[0];
    double variance = sums[2] / sums[0] - mean * mean;
    return (1 - variance / gamma) / (beta * gamma);
  }

  /** Moments 0 to 2 of u = y - x under e^(-beta (f - least)) e^(-u^2/2 gamma), and the least f. */
  private double[] moments(double x) {
    double reach = REACH * Math.sqrt(gamma);
    double h = 2 * reach / POINTS;
    double[] value = new double[POINTS + 1];
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= POINTS; i++) {
      value[i] = f.applyAsDouble(x - reach + i * h);
      least = Math.min(least, value[i]);
    }
    double[] sums = {0, 0, 0, least};
    for (int i = 0; i <= POINTS; i++) {
      double u = -reach + i * h;
      double w = h * Math.exp(-beta * (value[i] - least) - u * u / (2 * gamma));
      sums[0] += w;
      sums[1] += w * u;
      sums[2] += w * u * u;
    }
    return sums;
  }
}

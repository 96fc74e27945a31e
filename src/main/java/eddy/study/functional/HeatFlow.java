package eddy.study.functional;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A solution of the heat equation rho_t = rho_xx in one dimension, a mixture of Gaussians, and the
 * functionals that Appendix D of Chaudhari and Soatto (2018) names. Along the solution
 *
 * <pre>
 *   -H = integral of rho log rho        is steepest descent in the Wasserstein metric:
 *                                       d(-H)/dt = -integral of rho |grad log rho|^2
 *   E = integral of |rho_x|^2 / 2       (Dirichlet) is steepest descent in L2: dE/dt = -|rho_t|^2
 *   TV = integral of |rho_x|            falls too, but dTV/dt is not -|rho_t|^2
 * </pre>
 *
 * @param weights of the Gaussians, adding up to 1
 * @param means of the Gaussians
 * @param variances of the Gaussians at time 0, above 0
 */
public record HeatFlow(double[] weights, double[] means, double[] variances) {
  private static final int POINTS = 4001;
  private static final double WIDTHS = 12;
  private static final double STEP = 1e-4;

  /** Copies the arrays; refuses lengths that differ and a mass other than 1. */
  public HeatFlow {
    weights = weights.clone();
    means = means.clone();
    variances = variances.clone();
    double mass = Arrays.stream(weights).sum();
    if (means.length != weights.length
        || variances.length != weights.length
        || !(Math.abs(mass - 1) < 1e-12)) {
      throw new IllegalArgumentException(
          "A mixture needs a weight, a mean and a variance for each Gaussian, and weights that add"
              + " up to 1.");
    }
    if (!Arrays.stream(variances).allMatch(v -> v > 0)) {
      throw new IllegalArgumentException("The variances of a mixture are above 0.");
    }
  }

  /** The functionals of Appendix D. */
  public enum Functional {
    /** -H, the integral of rho log rho. */
    NEGATIVE_ENTROPY,
    /** The integral of |rho_x|^2 / 2. */
    DIRICHLET_ENERGY,
    /** The integral of |rho_x|. */
    TOTAL_VARIATION
  }

  /**
   * A derivative of rho by x.
   *
   * @param order 0, 1 or 2
   */
  double density(double x, double t, int order) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      double v = variances[k] + 2 * t;
      double y = (x - means[k]) / Math.sqrt(v);
      double g = weights[k] * Math.exp(-y * y / 2) / Math.sqrt(2 * Math.PI * v);
      sum += order == 0 ? g : order == 1 ? -g * y / Math.sqrt(v) : g * (y * y - 1) / v;
    }
    return sum;
  }

  /** The value of a functional at a time, by the trapezoidal rule. */
  public double value(Functional functional, double t) {
    return integral(
        t,
        x -> {
          double rho = density(x, t, 0);
          double slope = density(x, t, 1);
          return switch (functional) {
            case NEGATIVE_ENTROPY -> rho > 0 ? rho * Math.log(rho) : 0;
            case DIRICHLET_ENERGY -> slope * slope / 2;
            case TOTAL_VARIATION -> Math.abs(slope);
          };
        });
  }

  /** The values of a functional at some times. */
  public double[] values(Functional functional, double... times) {
    return Arrays.stream(times).map(t -> value(functional, t)).toArray();
  }

  /**
   * The values of a functional by the first of them; of -H, which is no ratio scale, exp(-H).
   *
   * @param functional which
   * @param times at least one
   */
  public double[] relative(Functional functional, double... times) {
    double[] values = values(functional, times);
    return functional == Functional.NEGATIVE_ENTROPY
        ? Sweep.map(values, v -> Math.exp(v - values[0]))
        : Sweep.map(values, v -> v / values[0]);
  }

  /**
   * What steepest descent predicts for the rate: minus the squared speed of the solution, in the
   * Wasserstein metric for the entropy, in L2 for the others.
   */
  public double steepestDescent(Functional functional, double t) {
    return -integral(
        t,
        x -> {
          if (functional == Functional.NEGATIVE_ENTROPY) {
            double rho = density(x, t, 0);
            double slope = density(x, t, 1);
            return rho > 0 ? slope * slope / rho : 0;
          }
          double speed = density(x, t, 2);
          return speed * speed;
        });
  }

  /**
   * The rate of a functional by a difference in time, over that of steepest descent; 1 if it is.
   */
  public double rateRatio(Functional functional, double t) {
    double rate = (value(functional, t + STEP) - value(functional, t - STEP)) / (2 * STEP);
    return rate / steepestDescent(functional, t);
  }

  private double integral(double t, DoubleUnaryOperator f) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < means.length; k++) {
      double s = Math.sqrt(variances[k] + 2 * t);
      low = Math.min(low, means[k] - WIDTHS * s);
      high = Math.max(high, means[k] + WIDTHS * s);
    }
    double h = (high - low) / (POINTS - 1);
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      sum += f.applyAsDouble(low + i * h);
    }
    return sum * h;
  }
}

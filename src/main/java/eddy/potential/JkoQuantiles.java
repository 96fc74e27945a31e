package eddy.potential;

import eddy.run.Interrupts;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Steps of Jordan, Kinderlehrer and Otto for a density in one dimension, by its quantiles x_1 to
 * x_n, which increase. In one dimension the Wasserstein-2 distance is the Euclidean distance of
 * quantiles, so a step is the minimum of
 *
 * <pre>  sum f(x_i)/n - (T/n) sum log(n (x_{i+1} - x_i)) + sum (x_i - x_i^k)^2 / (2 tau n),</pre>
 *
 * <p>found by Newton's method with a tridiagonal matrix and steps short enough to keep the order.
 * It is convex where f'' &gt; -1/tau. Each gap between quantiles carries the mass 1/n.
 */
public final class JkoQuantiles {
  private static final int MOST_STEPS = 200;

  /** Twice the distance from the minimum, for each quantile, at which one more step ends it. */
  private static final double ROUND_OFF = 1e-14;

  private final DoubleUnaryOperator f;
  private final DoubleUnaryOperator slope;
  private final DoubleUnaryOperator curvature;
  private final double temperature;

  /**
   * The functional mean of f - T H(rho).
   *
   * @param f the potential
   * @param slope f'
   * @param curvature f''
   * @param temperature T = 1/beta, above 0
   */
  public JkoQuantiles(
      DoubleUnaryOperator f,
      DoubleUnaryOperator slope,
      DoubleUnaryOperator curvature,
      double temperature) {
    if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The temperature must be above 0 and finite, not " + temperature + ".");
    }
    this.f = f;
    this.slope = slope;
    this.curvature = curvature;
    this.temperature = temperature;
  }

  /** The free energy mean of f - T H of the density with these quantiles. */
  public double freeEnergy(double[] x) {
    int n = x.length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += f.applyAsDouble(x[i]);
      if (i > 0) {
        sum -= temperature * Math.log(n * (x[i] - x[i - 1]));
      }
    }
    return sum / n;
  }

  /**
   * One step.
   *
   * @param x quantiles, strictly ascending, at least two
   * @param tau length of the step, above 0
   * @return the quantiles after the step
   * @throws IllegalArgumentException when the quantiles are not ascending
   * @throws IllegalStateException when Newton's method does not converge: f'' is below -1/tau
   */
  public double[] step(double[] x, double tau) {
    int n = x.length;
    for (int i = 1; i < n; i++) {
      if (!(x[i] > x[i - 1])) {
        throw new IllegalArgumentException("Quantiles must be strictly ascending.");
      }
    }
    if (n < 2 || !(tau > 0)) {
      throw new IllegalArgumentException("A JKO step needs two quantiles and tau above 0.");
    }
    double[] y = x.clone();
    double[] gradient = new double[n];
    double[] diagonal = new double[n];
    double[] side = new double[n];
    for (int k = 0; k < MOST_STEPS; k++) {
      Interrupts.check("");
      derivatives(x, y, tau, gradient, diagonal, side);
      double[] move = solve(diagonal, side, gradient);
      double decrement = 0;
      for (int i = 0; i < n; i++) {
        decrement += move[i] * gradient[i];
      }
      if (!(decrement >= 0)) {
        break;
      }
      if (decrement <= ROUND_OFF * n) {
        return moved(y, move, longest(y, move));
      }
      double length = longest(y, move);
      double before = objective(x, y, tau);
      double[] next = moved(y, move, length);
      while (!(objective(x, next, tau) <= before - 1e-4 * length * decrement) && length > 1e-9) {
        length /= 2;
        next = moved(y, move, length);
      }
      y = next;
    }
    throw new IllegalStateException(
        "The JKO step has no unique minimum: take tau below 1/|f''| where f'' is negative.");
  }

  private double objective(double[] x, double[] y, double tau) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (y[i] - x[i]) * (y[i] - x[i]);
    }
    return freeEnergy(y) * x.length + sum / (2 * tau);
  }

  private void derivatives(
      double[] x, double[] y, double tau, double[] gradient, double[] diagonal, double[] side) {
    int n = x.length;
    for (int i = 0; i < n; i++) {
      gradient[i] = slope.applyAsDouble(y[i]) + (y[i] - x[i]) / tau;
      diagonal[i] = curvature.applyAsDouble(y[i]) + 1 / tau;
    }
    for (int i = 0; i < n - 1; i++) {
      double gap = y[i + 1] - y[i];
      double force = temperature / gap;
      gradient[i] += force;
      gradient[i + 1] -= force;
      double stiffness = force / gap;
      diagonal[i] += stiffness;
      diagonal[i + 1] += stiffness;
      side[i] = -stiffness;
    }
  }

  /** A symmetric tridiagonal system by elimination. */
  private static double[] solve(double[] diagonal, double[] side, double[] right) {
    int n = right.length;
    double[] pivot = diagonal.clone();
    double[] y = right.clone();
    for (int i = 1; i < n; i++) {
      double factor = side[i - 1] / pivot[i - 1];
      pivot[i] -= factor * side[i - 1];
      y[i] -= factor * y[i - 1];
    }
    y[n - 1] /= pivot[n - 1];
    for (int i = n - 2; i >= 0; i--) {
      y[i] = (y[i] - side[i] * y[i + 1]) / pivot[i];
    }
    return y;
  }

  /** The longest step, at most 1, that closes no gap by more than 9/10. */
  private static double longest(double[] y, double[] move) {
    double length = 1;
    for (int i = 1; i < y.length; i++) {
      double closing = move[i] - move[i - 1];
      if (closing > 0) {
        length = Math.min(length, 0.9 * (y[i] - y[i - 1]) / closing);
      }
    }
    return length;
  }

  private static double[] moved(double[] y, double[] move, double length) {
    double[] out = new double[y.length];
    Arrays.setAll(out, i -> y[i] - length * move[i]);
    return out;
  }
}

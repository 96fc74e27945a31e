package eddy.study.locations;

import eddy.fields.Field;
import eddy.fields.MatrixField;
import eddy.potential.FokkerPlanck;
import eddy.potential.Grid;
import eddy.potential.LocalEntropy;
import eddy.potential.StationaryState;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;

/**
 * Local entropy (Sec. 5.3 of Chaudhari and Soatto 2018) of the double well f = (x^2 - 1)^2/4: what
 * smoothing with variance gamma makes of the barrier at 0 and of the minima at +-1.
 */
public final class SmoothedWell {
  private static final double ACCURACY = 1e-13;
  private static final int MOST = 500;

  private SmoothedWell() {}

  /** f(x). */
  public static double f(double x) {
    return (x * x - 1) * (x * x - 1) / 4;
  }

  /** f_gamma = -(1/beta) log(G_gamma * e^(-beta f)). */
  public static LocalEntropy smoothed(double gamma, double beta) {
    return new LocalEntropy(SmoothedWell::f, gamma, beta);
  }

  /** The gamma from which on the barrier point 0 is the minimum of f_gamma. */
  public static double criticalGamma(double beta) {
    return new BrentSolver(ACCURACY)
        .solve(MOST, gamma -> smoothed(gamma, beta).curvature(0), 0.05, 3);
  }

  /** f_gamma(1) - f_gamma(0): how much likelier, by the factor e^(beta times this), 0 is than 1. */
  public static double lead(double gamma, double beta) {
    LocalEntropy f = smoothed(gamma, beta);
    return f.at(1) - f.at(0);
  }

  /**
   * The gamma of the largest {@link #lead}, and that lead.
   *
   * @param beta inverse temperature, above 0
   * @return gamma and lead
   */
  public static double[] largestLead(double beta) {
    UnivariatePointValuePair best =
        new BrentOptimizer(1e-9, 1e-12)
            .optimize(
                new MaxEval(MOST),
                GoalType.MAXIMIZE,
                new UnivariateObjectiveFunction(gamma -> lead(gamma, beta)),
                new SearchInterval(0.1, 20));
    return new double[] {best.getPoint(), best.getValue()};
  }

  /**
   * The steady state of the dynamics on f_gamma(x1) + x2^2/2 with isotropic noise at the same beta,
   * on n x n cells in [-3, 3]^2.
   *
   * @param gamma variance of the smoothing, above 0
   * @param beta inverse temperature, above 0
   * @param n cells along each axis
   */
  public static StationaryState state(double gamma, double beta, int n) {
    LocalEntropy f = smoothed(gamma, beta);
    Grid grid = Grid.square(3, n);
    double[] slope = new double[2 * n + 1];
    for (int i = 0; i <= 2 * n; i++) {
      slope[i] = f.slope(-3 + 3. * i / n);
    }
    Field field =
        Field.ofGradient(
            (x, out) -> {
              out[0] = slope[(int) Math.round((x[0] + 3) / 3 * n)];
              out[1] = x[1];
            },
            MatrixField.identity(2));
    return FokkerPlanck.stationary(field, beta, grid);
  }
}

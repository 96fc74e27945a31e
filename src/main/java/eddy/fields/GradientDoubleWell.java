package eddy.fields;

/**
 * A double well with a true loss and anisotropic, constant noise: the counterpart of {@link
 * Example19} in which grad f is a gradient and yet the potential Phi is not f, the most likely
 * points are not the minima of f, and currents flow.
 *
 * <pre>  f(x) = (x1^2 - 1)^2 / 4 + (3/4) x2^2,    D = [[1, 0.6], [0.6, 0.5]].</pre>
 *
 * <p>D does not commute with the Hessian of f at any critical point. As f is separable and D
 * constant, each coordinate is a process of its own, so both marginals of the stationary density
 * are known exactly at each inverse temperature beta, while the joint density is not.
 */
public final class GradientDoubleWell {
  /** D11. */
  public static final double D11 = 1;

  /** D12 = D21. */
  public static final double D12 = 0.6;

  /** D22. */
  public static final double D22 = 0.5;

  /** Height of Phi at the saddle over its minima as the noise goes to 0: (1/4)/D11. */
  public static final double BARRIER = 0.25 / D11;

  private static final MatrixField D =
      MatrixField.constant(new double[] {D11, D12}, new double[] {D12, D22});

  private static final DoubleWellGradient GRADIENT = new DoubleWellGradient(1, 1.5);

  private GradientDoubleWell() {}

  /** Drift -grad f and the constant D. */
  public static Field field() {
    return Field.ofGradient(GRADIENT, D);
  }

  /** The loss f, with its minimum 0 at (+-1, 0) and a saddle of height 1/4 at the origin. */
  public static double f(double[] x) {
    double a = x[0] * x[0] - 1;
    return a * a / 4 + 0.75 * x[1] * x[1];
  }

  /** grad f = (x1^3 - x1, 1.5 x2). */
  public static void gradF(double[] x, double[] out) {
    GRADIENT.at(x, out);
  }

  /**
   * The marginal stationary density of x1, exp(-beta (x1^2 - 1)^2 / (4 D11)) / Z.
   *
   * @param x1 where
   * @param beta inverse temperature, above 0
   */
  public static double marginalOfX1(double x1, double beta) {
    return Math.exp(-beta * wellOf(x1)) / marginalPartition(beta);
  }

  /**
   * Z of {@link #marginalOfX1}, by the trapezoidal rule, which is exact to round-off here.
   *
   * @param beta inverse temperature, 1e-4 to 1e6
   */
  public static double marginalPartition(double beta) {
    if (!(beta >= 1e-4 && beta <= 1e6)) {
      throw new IllegalArgumentException("beta must be between 1e-4 and 1e6, not " + beta + ".");
    }
    double end = Math.sqrt(1 + Math.sqrt(4 * D11 * 40 / beta));
    int n = 20_000;
    double h = 2 * end / n;
    double sum = 0;
    for (int i = 0; i <= n; i++) {
      sum += Math.exp(-beta * wellOf(-end + i * h));
    }
    return sum * h;
  }

  /** The marginal stationary density of x2 is normal with mean 0 and this variance. */
  public static double varianceOfX2(double beta) {
    return D22 / (1.5 * beta);
  }

  private static double wellOf(double x1) {
    double a = x1 * x1 - 1;
    return a * a / (4 * D11);
  }
}

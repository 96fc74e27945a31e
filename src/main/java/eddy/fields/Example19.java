package eddy.fields;

import org.apache.commons.math3.special.Erf;

/**
 * Example 19 of Chaudhari and Soatto (2018), the double well of their Figure 4, with every closed
 * form. It is built backwards, for D = I and beta = 1, from
 *
 * <pre>  Phi(x) = (x1^2 - 1)^2 / 4 + x2^2 / 2,    J_ss(x) = exp(-|x|^4 / 4) (-x2, x1),</pre>
 *
 * <p>a current without divergence. The force is j = lambda exp(Phi) J_ss = lambda E (-x2, x1) with
 * E = exp(1/4 - x1^2/2 + x2^2/2 - x1^2 x2^2/2 - x2^4/4), and "grad f" = grad Phi - j. The
 * stationary density is exp(-Phi)/Z at beta = 1 for every lambda; at another beta it is not
 * exp(-beta Phi).
 *
 * <p>For lambda other than 0, grad f has a curl ({@link #curlGradF}): it is the gradient of no
 * loss. The non-zero zeros of grad f merge with the origin at lambda = exp(-1/4) (pitchfork).
 *
 * <p>Points are arrays of two coordinates (x1, x2).
 *
 * @param lambda strength of the force, finite; the paper draws 0, 1/2 and 3/2
 */
public record Example19(double lambda) {
  /** The inverse temperature that the example is built for. */
  public static final double BETA = 1;

  /** Z, the integral of exp(-Phi) over the plane. */
  public static final double PARTITION = 7.623468444672766;

  /** Entropy production at lambda = 1: the mean of |E x|^2, by quadrature. */
  public static final double ENTROPY_PRODUCTION = 0.6813816115461887;

  /** lambda = exp(-1/4), where the minima meet at the origin. */
  public static final double PITCHFORK_LAMBDA = 0.7788007830714049;

  /** Refuses a lambda that is not finite. */
  public Example19 {
    if (!Double.isFinite(lambda)) {
      throw new IllegalArgumentException("lambda must be a finite number, not " + lambda + ".");
    }
  }

  /** Drift -grad f and D = I. Its stationary density is exp(-Phi)/Z at beta = 1 only. */
  public static Field field(double lambda) {
    return new Example19(lambda).field();
  }

  /** Drift -grad f and D = I. Its stationary density is exp(-Phi)/Z at beta = 1 only. */
  public Field field() {
    return Field.ofGradient(new Example19Gradient(this), MatrixField.identity(2));
  }

  /** Phi(x), with its minimum 0 at (+-1, 0). */
  public static double phi(double[] x) {
    double a = x[0] * x[0] - 1;
    return a * a / 4 + x[1] * x[1] / 2;
  }

  /** grad Phi = (x1^3 - x1, x2). */
  public static void gradPhi(double[] x, double[] out) {
    double x1 = x[0];
    out[1] = x[1];
    out[0] = x1 * x1 * x1 - x1;
  }

  /** The stationary density exp(-Phi(x))/Z at beta = 1, for every lambda. */
  public static double stationaryDensity(double[] x) {
    return Math.exp(-phi(x)) / PARTITION;
  }

  /** The shape of the current, exp(-|x|^4/4) (-x2, x1): without lambda and without 1/Z. */
  public static void jss(double[] x, double[] out) {
    double x1 = x[0];
    double x2 = x[1];
    double r2 = x1 * x1 + x2 * x2;
    double e = Math.exp(-r2 * r2 / 4);
    out[0] = -e * x2;
    out[1] = e * x1;
  }

  /** E(x) = exp(Phi - |x|^4/4), so that j = lambda E (-x2, x1). */
  public static double e(double[] x) {
    double a = x[0] * x[0];
    double b = x[1] * x[1];
    return Math.exp(0.25 - a / 2 + b / 2 - a * b / 2 - b * b / 4);
  }

  /** The force j = J/rho_ss = lambda E (-x2, x1). */
  public void force(double[] x, double[] out) {
    double x1 = x[0];
    double x2 = x[1];
    double strength = lambda * e(x);
    out[0] = -strength * x2;
    out[1] = strength * x1;
  }

  /** grad f = grad Phi - j = (x1^3 - x1 + lambda E x2, x2 - lambda E x1). */
  public void gradF(double[] x, double[] out) {
    double x1 = x[0];
    double x2 = x[1];
    double strength = lambda * e(x);
    out[0] = x1 * x1 * x1 - x1 + strength * x2;
    out[1] = x2 - strength * x1;
  }

  /** div j = j . grad Phi = lambda E x1 x2 (2 - x1^2): not 0, against Assumption 4. */
  public double divForce(double[] x) {
    return lambda * e(x) * x[0] * x[1] * (2 - x[0] * x[0]);
  }

  /**
   * d1 (grad f)_2 - d2 (grad f)_1 = -lambda E (2 - x1^2 + x2^2 - 2 x1^2 x2^2 - x2^4): not 0, so no
   * loss has this gradient.
   */
  public double curlGradF(double[] x) {
    double a = x[0] * x[0];
    double b = x[1] * x[1];
    return -lambda * e(x) * (2 - a + b - 2 * a * b - b * b);
  }

  /** The divergence of the drift -grad f: 1 - 3 x1^2 - 1 + div j. */
  public double divDrift(double[] x) {
    return -3 * x[0] * x[0] + divForce(x);
  }

  /**
   * The entry Q12 of the antisymmetric matrix of Theorem 22, lambda (sqrt(pi)/2) erfc(|x|^2/2)
   * exp(Phi), for which grad f = (I + Q) grad Phi - div Q (rows) at beta = 1.
   */
  public double q12(double[] x) {
    double r2 = x[0] * x[0] + x[1] * x[1];
    return lambda * Math.sqrt(Math.PI) / 2 * Erf.erfc(r2 / 2) * Math.exp(phi(x));
  }

  /** Mean circulation (1/2) E[x1 o dx2 - x2 o dx1]/dt = lambda pi / Z in the stationary state. */
  public double areaRate() {
    return lambda * Math.PI / PARTITION;
  }

  /** Entropy production beta E[j . D^-1 j] = E|j|^2 in the stationary state, a rate: ~ lambda^2. */
  public double entropyProduction() {
    return lambda * lambda * ENTROPY_PRODUCTION;
  }
}

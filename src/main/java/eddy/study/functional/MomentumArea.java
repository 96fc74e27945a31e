package eddy.study.functional;

import eddy.langevin.LinearRecursion;
import eddy.potential.LinearSteadyState;
import java.util.Arrays;

/**
 * The circulation of SGD with heavy ball on a quadratic loss in two dimensions against that of its
 * SDE. The SDE with eta_eff = eta/(1 - mu) and 1/beta_eff = eta/(2b (1 - mu)) has the area eta_eff
 * Q12 / beta_eff per step (Q of Lemma 20 of Chaudhari and Soatto 2018); momentum smooths the path
 * on the scale of 1/(1 - mu) steps and takes area away.
 *
 * @param f rows of the Hessian, 2 x 2
 * @param c rows of C = D/b, 2 x 2
 */
public record MomentumArea(double[][] f, double[][] c) {
  /** Takes copies. */
  public MomentumArea {
    f = new double[][] {f[0].clone(), f[1].clone()};
    c = new double[][] {c[0].clone(), c[1].clone()};
  }

  /**
   * The exact area per step over that of the SDE.
   *
   * @param eta learning rate, above 0
   * @param mu momentum, 0 to below 1
   */
  public double ratio(double eta, double mu) {
    double effective = eta / (1 - mu);
    double predicted = effective * effective / 2 * LinearSteadyState.of(f, c).q()[1];
    LinearRecursion recursion =
        mu == 0 ? LinearRecursion.sgd(f, c, eta) : LinearRecursion.heavyBall(f, c, eta, mu);
    return recursion.areaPerStep()[1] / predicted;
  }

  /** Ratios for several learning rates. */
  public double[] ratios(double mu, double... eta) {
    return Arrays.stream(eta).map(e -> ratio(e, mu)).toArray();
  }
}

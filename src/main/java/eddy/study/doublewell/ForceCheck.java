package eddy.study.doublewell;

import eddy.fields.Box;
import eddy.fields.Example19;

/**
 * What the force j of Example 19 does and does not satisfy, on a grid of points: the stationarity
 * condition div(j rho_ss) = 0, Assumption 4 (div j = 0, Chaudhari and Soatto 2018), and whether
 * grad f = grad Phi - j is a gradient (no curl).
 *
 * @param divergence largest |div j|
 * @param curl largest |curl grad f|
 * @param currentDivergence largest |div(j rho_ss)| by central differences of order 4
 * @param identityGap largest |div j - j . grad Phi|, which vanishes at beta = 1 for every
 *     stationary state
 */
public record ForceCheck(
    double divergence, double curl, double currentDivergence, double identityGap) {
  private static final double STEP = 1e-3;

  /**
   * Looks at n x n points, the centres of equal cells.
   *
   * @param example the example
   * @param box where
   * @param n points along each side, at least 1
   */
  public static ForceCheck of(Example19 example, Box box, int n) {
    double divergence = 0;
    double curl = 0;
    double current = 0;
    double gap = 0;
    double[] j = new double[2];
    double[] g = new double[2];
    for (int k = 0; k < n * n; k++) {
      double[] x = {
        box.low()[0] + box.width(0) * (k % n + 0.5) / n,
        box.low()[1] + box.width(1) * (k / n + 0.5) / n
      };
      double div = example.divForce(x);
      example.force(x, j);
      Example19.gradPhi(x, g);
      divergence = Math.max(divergence, Math.abs(div));
      curl = Math.max(curl, Math.abs(example.curlGradF(x)));
      current = Math.max(current, Math.abs(divergenceOfCurrent(example, x)));
      gap = Math.max(gap, Math.abs(div - j[0] * g[0] - j[1] * g[1]));
    }
    return new ForceCheck(divergence, curl, current, gap);
  }

  private static double divergenceOfCurrent(Example19 example, double[] x) {
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      double near = current(example, x, i, STEP) - current(example, x, i, -STEP);
      double far = current(example, x, i, 2 * STEP) - current(example, x, i, -2 * STEP);
      sum += (8 * near - far) / (12 * STEP);
    }
    return sum;
  }

  private static double current(Example19 example, double[] x, int i, double h) {
    double[] y = x.clone();
    double[] j = new double[2];
    y[i] += h;
    example.force(y, j);
    return j[i] * Example19.stationaryDensity(y);
  }
}

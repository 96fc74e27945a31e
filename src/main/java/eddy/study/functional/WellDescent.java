package eddy.study.functional;

import eddy.fields.Field;
import eddy.fields.MatrixField;
import eddy.potential.Evolution;
import eddy.potential.FokkerPlanck;
import eddy.potential.FreeEnergy;
import eddy.potential.Grid;
import eddy.potential.JkoGaussian;
import eddy.potential.JkoQuantiles;
import eddy.potential.StationaryState;
import eddy.run.Interrupts;
import java.util.Arrays;

/**
 * A density that is not Gaussian under JKO steps and under the Fokker-Planck equation: f = (x^2 -
 * 1)^2/4 in one dimension with D = 1, from a Gaussian on the barrier. Both lower the same
 * functional, F(rho) = mean of f - H(rho)/beta (Corollary 8 of Chaudhari and Soatto 2018), given
 * here less its minimum; by quantiles, less the minimum over quantiles, which is of the order of
 * 1/(number of quantiles) away.
 *
 * @param start the Gaussian at time 0
 * @param beta inverse temperature, above 0
 * @param horizon the last time
 * @param records how many times are recorded after time 0, evenly spaced
 */
public record WellDescent(JkoGaussian start, double beta, double horizon, int records) {
  private static final double HALF = 4;

  /** Below 1 / |f''|, which is at most 1 where f'' is negative. */
  private static final double LONG_STEP = 0.9;

  private static double loss(double x) {
    double a = x * x - 1;
    return a * a / 4;
  }

  /** The times that are recorded. */
  public double[] times() {
    double[] t = new double[records + 1];
    Arrays.setAll(t, k -> horizon * k / records);
    return t;
  }

  /**
   * F by the Fokker-Planck equation on a grid, extrapolated from two step lengths to step 0.
   *
   * @param cells cells of the line
   * @param steps steps between two records
   */
  public double[] fokkerPlanck(int cells, int steps) {
    Field field =
        Field.ofGradient((x, out) -> out[0] = x[0] * x[0] * x[0] - x[0], MatrixField.identity(1));
    StationaryState state = FokkerPlanck.stationary(field, beta, Grid.line(-HALF, HALF, cells));
    double[] coarse = fokkerPlanck(state, steps);
    double[] fine = fokkerPlanck(state, 2 * steps);
    return extrapolated(coarse, fine);
  }

  private double[] fokkerPlanck(StationaryState state, int steps) {
    Evolution evolution = new Evolution(state.operator(), horizon / records / steps);
    double m = start.mean();
    double s = start.deviation();
    double[] rho =
        GridDensity.of(state.grid(), x -> Math.exp(-(x[0] - m) * (x[0] - m) / (2 * s * s)));
    double[] value = new double[records + 1];
    for (int k = 0; k <= records; k++) {
      value[k] = FreeEnergy.of(state, rho).value();
      for (int i = 0; i < steps && k < records; i++) {
        rho = evolution.step(rho);
      }
    }
    return value;
  }

  /**
   * F by JKO steps on quantiles.
   *
   * @param quantiles how many
   * @param steps steps between two records
   */
  public double[] jko(int quantiles, int steps) {
    JkoQuantiles jko =
        new JkoQuantiles(WellDescent::loss, x -> x * x * x - x, x -> 3 * x * x - 1, 1 / beta);
    double[] x = JkoErrors.quantiles(start, quantiles);
    double least = jko.freeEnergy(settled(jko, x));
    double[] value = new double[records + 1];
    for (int k = 0; k <= records; k++) {
      value[k] = jko.freeEnergy(x) - least;
      for (int i = 0; i < steps && k < records; i++) {
        Interrupts.check("");
        x = jko.step(x, horizon / records / steps);
      }
    }
    return value;
  }

  /**
   * F extrapolated from two lengths of the steps to length 0.
   *
   * @param coarse F with the longer steps
   * @param fine F with half of their length
   */
  public static double[] extrapolated(double[] coarse, double[] fine) {
    double[] limit = new double[coarse.length];
    Arrays.setAll(limit, k -> 2 * fine[k] - coarse[k]);
    return limit;
  }

  /** The largest difference between two courses of F. */
  public static double largestGap(double[] a, double[] b) {
    double largest = 0;
    for (int k = 0; k < a.length; k++) {
      largest = Math.max(largest, Math.abs(a[k] - b[k]));
    }
    return largest;
  }

  /** The quantiles of the minimum: steps too short to lose convexity until nothing moves. */
  private static double[] settled(JkoQuantiles jko, double[] start) {
    double[] x = start;
    double before = Double.POSITIVE_INFINITY;
    double now = jko.freeEnergy(x);
    while (before - now > 1e-13) {
      Interrupts.check("");
      before = now;
      x = jko.step(x, LONG_STEP);
      now = jko.freeEnergy(x);
    }
    return x;
  }
}

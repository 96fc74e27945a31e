package eddy.potential;

import eddy.linalg.RateMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * One grid of a multigrid pyramid: its jump rates, the (nearly) stationary mass that corrections
 * are measured by, and the cells that take part. Cells with less than {@value #LEAST} of the
 * largest mass are dropped: they have no weight in any residual, and their equations, dominated by
 * the drift, would only hold up the rest.
 */
final class MassLevel {
  private static final double LEAST = 1e-20;

  /** Masses are kept above this fraction of the largest, far from underflow. */
  private static final double FLOOR = 1e-280;

  private final FokkerPlanckOperator operator;
  private final double[] mass;
  private final RateMatrix all;
  private final RateMatrix kept;
  private final boolean[] isKept;
  private final double[] weight;
  private final int heaviest;

  private MassLevel(FokkerPlanckOperator operator, RateMatrix all, double[] mass) {
    this.operator = operator;
    this.mass = mass;
    this.all = all;
    heaviest = heaviest(mass);
    isKept = new boolean[mass.length];
    boolean dropped = false;
    for (int i = 0; i < mass.length; i++) {
      isKept[i] = mass[i] > LEAST * mass[heaviest];
      dropped |= !isKept[i];
    }
    kept = dropped ? all.restrictedTo(isKept) : all;
    weight = new double[mass.length];
    for (int i = 0; i < mass.length; i++) {
      double w = isKept[i] ? mass[heaviest] / (all.leaving(i) * mass[i]) : 0;
      weight[i] = w * w;
    }
  }

  /**
   * The pyramid for a mass on the finest grid. The coarser operators are rediscretised; as a coarse
   * grid has another stationary mass, above all in the tails, their flows are carried over from it
   * to the mass of the finest grid. That converges fast where the coarse grids still resolve the
   * drift.
   *
   * @param operators from the coarsest to the finest
   * @param own the stationary mass of each operator but the finest
   * @param mass the mass on the finest grid, all above 0; kept, and read again in each cycle
   */
  static List<MassLevel> rediscretised(
      List<FokkerPlanckOperator> operators, List<double[]> own, double[] mass) {
    return pyramid(
        operators, mass, (l, carried) -> operators.get(l).carriedTo(own.get(l), carried));
  }

  /**
   * The pyramid with {@link CoarseRates}, to which the mass of the finest grid is stationary on
   * every grid however strong the drift is.
   *
   * @param operators from the coarsest to the finest
   * @param mass the mass on the finest grid, all above 0; kept, and read again in each cycle
   */
  static List<MassLevel> balanced(List<FokkerPlanckOperator> operators, double[] mass) {
    FokkerPlanckOperator finest = operators.get(operators.size() - 1);
    double[] psi = ProbabilityCurrent.of(finest, mass).streamFunction();
    return pyramid(
        operators,
        mass,
        (l, carried) -> CoarseRates.of(operators.get(l), carried, psi, finest.grid()));
  }

  private static List<MassLevel> pyramid(
      List<FokkerPlanckOperator> operators,
      double[] mass,
      BiFunction<Integer, double[], RateMatrix> coarse) {
    int k = operators.size() - 1;
    List<MassLevel> levels = new ArrayList<>();
    levels.add(new MassLevel(operators.get(k), operators.get(k).rates(), mass));
    for (int l = k - 1; l >= 0; l--) {
      MassLevel above = levels.get(0);
      FokkerPlanckOperator operator = operators.get(l);
      double[] carried = carry(above.mass, above.grid(), operator.grid());
      levels.add(0, new MassLevel(operator, coarse.apply(l, carried), carried));
    }
    return levels;
  }

  /** Carries a mass to another grid in the same box by interpolating its logarithm. */
  static double[] carry(double[] mass, Grid from, Grid to) {
    double[] log = new double[mass.length];
    for (int i = 0; i < log.length; i++) {
      log[i] = Math.log(mass[i]);
    }
    double[] out = new double[to.size()];
    new GridTransfer(to, from).interpolate(log, out);
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.exp(out[i]) * from.size() / to.size();
    }
    return out;
  }

  /** The index of the largest entry. */
  static int heaviest(double[] mass) {
    int best = 0;
    for (int i = 1; i < mass.length; i++) {
      best = mass[i] > mass[best] ? i : best;
    }
    return best;
  }

  /** Lifts masses out of the range of underflow and scales their sum to 1. */
  static void normalise(double[] mass) {
    double floor = FLOOR * mass[heaviest(mass)];
    double sum = 0;
    for (int i = 0; i < mass.length; i++) {
      mass[i] = Math.max(mass[i], floor);
      sum += mass[i];
    }
    for (int i = 0; i < mass.length; i++) {
      mass[i] /= sum;
    }
  }

  Grid grid() {
    return operator.grid();
  }

  /** The rates between all cells. */
  RateMatrix all() {
    return all;
  }

  /** The rates between the cells that take part. */
  RateMatrix kept() {
    return kept;
  }

  boolean isKept(int i) {
    return isKept[i];
  }

  int heaviest() {
    return heaviest;
  }

  /** Sum of products of two residuals, each relative to what leaves its cell. */
  double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < weight.length; i++) {
      sum += weight[i] * a[i] * b[i];
    }
    return sum;
  }

  void clearDropped(double[] e) {
    for (int i = 0; i < e.length; i++) {
      if (!isKept[i]) {
        e[i] = 0;
      }
    }
  }

  void divideByMass(double[] e) {
    for (int i = 0; i < e.length; i++) {
      e[i] /= mass[i];
    }
  }

  void addTimesMass(double[] ratio, double[] e) {
    for (int i = 0; i < e.length; i++) {
      if (isKept[i]) {
        e[i] += mass[i] * ratio[i];
      }
    }
  }
}

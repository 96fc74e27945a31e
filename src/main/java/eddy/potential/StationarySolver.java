package eddy.potential;

import eddy.linalg.FlexibleGmres;
import eddy.linalg.RateMatrix;
import eddy.run.Interrupts;
import eddy.run.Progress;
import java.util.Arrays;
import java.util.List;

/**
 * The stationary mass of a Fokker-Planck operator: the positive null vector of its rate matrix. The
 * coarsest grid of a pyramid is solved by elimination; each finer one starts from the coarser
 * solution and is improved by flexible GMRES on relative corrections, preconditioned by {@link
 * Multigrid}. Gauss-Seidel sweeps from heavy to light cells, which keep everything positive, set
 * the tails.
 */
final class StationarySolver {
  /** Cells above this fraction of the largest mass decide when the iteration ends. */
  private static final double HEAVY = 1e-13;

  private static final double ROUND_OFF = 4e-15;
  private static final double COARSE = 1e-3;
  private static final int MOST_DIRECTIONS = 30;
  private static final int FEWEST_DIRECTIONS = 12;

  /** Doubles that the directions of GMRES may take, two vectors each. */
  private static final int MEMORY = 16_000_000;

  private static final int MOST_RESTARTS = 30;
  private static final int PATIENCE = 6;
  private static final int TAIL_SWEEPS = 4;

  private final List<FokkerPlanckOperator> operators;
  private final List<double[]> own;
  private final RateMatrix rates;
  private final double[] mass;
  private final double[] residual;
  private final double[] weight;
  private final double[] scaled;
  private final double[] correction;
  private final double[] unscaled;
  private MassLevel top;
  private Multigrid multigrid;

  private StationarySolver(
      List<FokkerPlanckOperator> operators, List<double[]> own, double[] guess) {
    this.operators = operators;
    this.own = own;
    rates = operators.get(operators.size() - 1).rates();
    mass = guess;
    int n = guess.length;
    residual = new double[n];
    weight = new double[n];
    scaled = new double[n];
    correction = new double[n];
    unscaled = new double[n];
  }

  /**
   * Fills {@code own} with the stationary mass on each grid, each with sum 1.
   *
   * @param operators one for each grid, from the coarsest to the finest
   * @param own receives as many masses
   */
  static void solve(List<FokkerPlanckOperator> operators, List<double[]> own, Progress progress) {
    FokkerPlanckOperator coarsest = operators.get(0);
    double[] mass = Multigrid.eliminate(coarsest.grid(), coarsest.rates(), 0, 0).stationary();
    MassLevel.normalise(mass);
    own.add(mass);
    for (int k = 1; k < operators.size(); k++) {
      Grid grid = operators.get(k).grid();
      mass = MassLevel.carry(mass, operators.get(k - 1).grid(), grid);
      boolean finest = k == operators.size() - 1;
      progress.report("grid " + grid.nx() + " x " + grid.ny(), k, operators.size(), "");
      new StationarySolver(operators.subList(0, k + 1), own, mass)
          .refine(finest ? ROUND_OFF : COARSE);
      own.add(mass);
    }
  }

  private void refine(double target) {
    FlexibleGmres gmres = new FlexibleGmres(mass.length, directions());
    sweepTails();
    prepare();
    double worst = measure(1);
    double best = worst;
    int waited = 0;
    for (int k = 0; k < MOST_RESTARTS && worst > target && waited < PATIENCE; k++) {
      Interrupts.check("");
      double norm = 0.1 * target * Math.sqrt(mass.length);
      gmres.correct(this::apply, this::precondition, scaled, norm, correction);
      boolean whole = addCorrection(worst > 1e-6);
      sweepTails();
      if (worst > 1e-6 || !whole) {
        prepare();
      }
      worst = measure(worst);
      waited = worst < 0.5 * best ? 0 : waited + 1;
      best = Math.min(best, worst);
    }
  }

  private int directions() {
    int affordable = MEMORY / (2 * mass.length);
    return Math.max(FEWEST_DIRECTIONS, Math.min(MOST_DIRECTIONS, affordable));
  }

  private void prepare() {
    List<MassLevel> levels = MassLevel.pyramid(operators, own, mass);
    top = levels.get(levels.size() - 1);
    multigrid = new Multigrid(levels, 0);
  }

  /**
   * Residual and weights for the mass as it is. Far from the solution the tails count a little less
   * than the bulk, near it all cells count by their relative residual.
   *
   * @return the largest |residual| relative to what leaves the cell, among heavy cells
   */
  private double measure(double before) {
    double largest = mass[MassLevel.heaviest(mass)];
    double worst = 0;
    rates.apply(mass, residual);
    for (int i = 0; i < mass.length; i++) {
      double share = mass[i] / largest;
      double out = rates.leaving(i) * largest;
      boolean kept = top.isKept(i);
      weight[i] = kept ? 1 / (out * (before > 1e-8 ? Math.pow(share, 0.75) : share)) : 1;
      scaled[i] = kept ? residual[i] * weight[i] : 0;
      if (share > HEAVY) {
        worst = Math.max(worst, Math.abs(residual[i]) / (out * share));
      }
    }
    return worst;
  }

  private void apply(double[] x, double[] out) {
    top.kept().image(0, x, out);
    for (int i = 0; i < out.length; i++) {
      out[i] *= weight[i];
    }
  }

  private void precondition(double[] x, double[] out) {
    for (int i = 0; i < x.length; i++) {
      unscaled[i] = x[i] / weight[i];
    }
    multigrid.cycle(unscaled, out);
    double total = 0;
    for (double v : out) {
      total += v;
    }
    for (int i = 0; i < out.length; i++) {
      out[i] -= total * mass[i];
    }
    top.clearDropped(out);
  }

  /** Adds the correction where the mass stays positive; whether that was everywhere. */
  private boolean addCorrection(boolean early) {
    boolean whole = true;
    for (int i = 0; i < mass.length; i++) {
      double next = mass[i] + correction[i];
      if (next > 0.01 * mass[i]) {
        mass[i] = next;
      } else {
        mass[i] *= early ? 0.01 : 1;
        whole = false;
      }
    }
    return whole;
  }

  private void sweepTails() {
    long[] key = new long[mass.length];
    for (int i = 0; i < key.length; i++) {
      key[i] = (-Double.doubleToLongBits(mass[i]) & ~0x7ffffffL) | i;
    }
    Arrays.sort(key);
    int[] order = new int[key.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) (key[i] & 0x7ffffffL);
    }
    for (int k = 0; k < TAIL_SWEEPS; k++) {
      rates.sweep(mass, order);
    }
    MassLevel.normalise(mass);
  }
}

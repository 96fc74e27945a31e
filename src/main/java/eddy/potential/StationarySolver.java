package eddy.potential;

import eddy.linalg.FlexibleGmres;
import eddy.linalg.RateMatrix;
import eddy.run.Interrupts;
import eddy.run.Progress;
import java.util.List;

/**
 * The stationary mass of a Fokker-Planck operator: the positive null vector of its rate matrix. The
 * coarsest grid of a pyramid is solved by elimination; each finer one starts from the coarser
 * solution and is improved by flexible GMRES on relative corrections, preconditioned by {@link
 * Multigrid}. A problem that proves hard on a coarse grid goes on with coarse levels that are built
 * from the solution itself ({@link MassLevel#balanced}). Gauss-Seidel sweeps from heavy to light
 * cells, which keep everything positive, set the tails.
 */
final class StationarySolver {
  /** Cells above this fraction of the largest mass decide when the iteration ends. */
  private static final double HEAVY = 1e-13;

  private static final double ROUND_OFF = 4e-15;
  private static final double COARSE = 1e-3;
  private static final int MOST_DIRECTIONS = 50;
  private static final int FEWEST_DIRECTIONS = 12;

  /** Doubles that the directions of GMRES may take, two vectors each. */
  private static final int MEMORY = 16_000_000;

  private static final int MOST_RESTARTS = 30;

  /** More iterations than this say that a problem is hard, on a coarse and on the finest grid. */
  private static final int FEW = 8;

  private static final int MANY = 25;
  private static final int PATIENCE = 6;

  /** Sweeps for the tails after each correction; where the drift is strong they take more. */
  private static final int TAIL_SWEEPS = 4;

  private static final int HARD_TAIL_SWEEPS = 12;

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
  private boolean hard;

  private StationarySolver(
      List<FokkerPlanckOperator> operators, List<double[]> own, double[] guess, boolean hard) {
    this.hard = hard;
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
    boolean hard = false;
    for (int k = 1; k < operators.size(); k++) {
      Grid grid = operators.get(k).grid();
      mass = MassLevel.carry(mass, operators.get(k - 1).grid(), grid);
      boolean finest = k == operators.size() - 1;
      progress.report("grid " + grid.nx() + " x " + grid.ny(), k, operators.size(), "");
      StationarySolver solver = new StationarySolver(operators.subList(0, k + 1), own, mass, hard);
      solver.refine(finest ? ROUND_OFF : COARSE);
      hard = solver.hard;
      own.add(mass);
    }
  }

  private void refine(double target) {
    FlexibleGmres gmres = new FlexibleGmres(mass.length, directions());
    sweepTails();
    prepare();
    double worst = measure();
    double best = worst;
    int waited = 0;
    int iterations = 0;
    double norm = target * Math.min(4, 0.1 * Math.sqrt(mass.length));
    for (int k = 0; k < MOST_RESTARTS && worst > target && waited < PATIENCE; k++) {
      Interrupts.check("");
      iterations += gmres.correct(this::apply, this::precondition, scaled, norm, correction);
      boolean whole = addCorrection(worst > 1e-6);
      sweepTails();
      boolean harder = !hard && iterations > (target < COARSE ? MANY : FEW);
      hard |= harder;
      if (worst > 1e-6 || !whole || harder) {
        prepare();
      }
      worst = measure();
      waited = worst < 0.5 * best ? 0 : waited + 1;
      best = Math.min(best, worst);
    }
  }

  private int directions() {
    int affordable = MEMORY / (2 * mass.length);
    return Math.max(FEWEST_DIRECTIONS, Math.min(MOST_DIRECTIONS, affordable));
  }

  private void prepare() {
    List<MassLevel> levels =
        hard ? MassLevel.balanced(operators, mass) : MassLevel.rediscretised(operators, own, mass);
    top = levels.get(levels.size() - 1);
    multigrid = new Multigrid(levels, 0);
  }

  /**
   * Residual and weights for the mass as it is. Relative to what leaves a cell, the tails count a
   * little less than the bulk: by the fourth root of their share of the largest mass. Cells that
   * are not heavy count hardly: what they receive from the cells beyond changes with each sweep,
   * and must not occupy the iteration.
   *
   * @return the largest weighted residual among heavy cells
   */
  private double measure() {
    double largest = mass[MassLevel.heaviest(mass)];
    double worst = 0;
    rates.apply(mass, residual);
    for (int i = 0; i < mass.length; i++) {
      double share = mass[i] / largest;
      double root = Math.sqrt(share);
      boolean kept = top.isKept(i);
      weight[i] = kept ? 1 / (rates.leaving(i) * largest * root * Math.sqrt(root)) : 1;
      if (share < HEAVY) {
        weight[i] *= kept ? share / HEAVY * (share / HEAVY) : 1;
      }
      scaled[i] = kept ? residual[i] * weight[i] : 0;
      if (share > HEAVY) {
        worst = Math.max(worst, Math.abs(scaled[i]));
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
    int[] order = heavyToLight(mass);
    int sweeps = hard ? HARD_TAIL_SWEEPS : TAIL_SWEEPS;
    for (int k = 0; k < sweeps; k++) {
      rates.sweep(mass, order);
    }
    MassLevel.normalise(mass);
  }

  /** All cells, the heaviest first, by classes of their mass a factor of about 2^(1/4) wide. */
  private static int[] heavyToLight(double[] mass) {
    int top = classOf(mass[MassLevel.heaviest(mass)]);
    int[] place = new int[top + 2];
    for (double m : mass) {
      place[top - classOf(m) + 1]++;
    }
    for (int k = 0; k <= top; k++) {
      place[k + 1] += place[k];
    }
    int[] order = new int[mass.length];
    for (int i = 0; i < mass.length; i++) {
      order[place[top - classOf(mass[i])]++] = i;
    }
    return order;
  }

  /** Exponent and first two binary digits of a positive number. */
  private static int classOf(double mass) {
    return (int) (Double.doubleToLongBits(mass) >>> 50);
  }
}

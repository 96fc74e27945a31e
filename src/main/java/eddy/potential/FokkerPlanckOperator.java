package eddy.potential;

import eddy.fields.Field;
import eddy.linalg.RateMatrix;

/**
 * The Fokker-Planck operator on a grid,
 *
 * <pre>  L rho = -div J,   J = b rho - (1/beta) div(D rho)   (b the drift, divergence along rows),
 * </pre>
 *
 * <p>as a finite-volume scheme that is second order and positive for every drift and every positive
 * definite D. With a = D^-1 (b - (1/beta) div D), the flux is J = D (a rho - (1/beta) grad rho). At
 * the middle of each face and corner, D is a sum of w e e^T over steps e between cells with w &gt;=
 * 0 ({@link LatticeStep}), so J is a sum of fluxes along those steps, and each is the one of
 * Scharfetter and Gummel between the two cells that the step joins:
 *
 * <pre>  w / beta ( B(-z) rho_from - B(z) rho_to ),   z = beta a . e,   B(z) = z / (e^z - 1).</pre>
 *
 * <p>What leaves one cell enters another: the total mass is kept exactly, and the operator is a
 * matrix of jump rates. Where a step would leave the box through a wall it is cut to its part along
 * one axis; steps that still leave are dropped (no flux). Where D is oblique to a wall at which the
 * density does not vanish, this makes the scheme first order there.
 */
public final class FokkerPlanckOperator {
  private final Grid grid;
  private final double beta;
  private final int edges;
  private final int[] from;
  private final int[] to;
  private final short[] stepX;
  private final short[] stepY;
  private final double[] forward;
  private final double[] backward;
  private final RateMatrix rates;

  FokkerPlanckOperator(Grid grid, double beta, EdgeList list) {
    this.grid = grid;
    this.beta = beta;
    edges = list.count;
    from = list.from;
    to = list.to;
    stepX = list.stepX;
    stepY = list.stepY;
    forward = list.forward;
    backward = list.backward;
    rates = RateMatrix.ofEdges(grid.size(), edges, from, to, forward, backward);
  }

  /**
   * Builds the operator.
   *
   * @param field drift and diffusion matrix, of the grid's dimension
   * @param beta inverse temperature, above 0 and finite
   * @param grid the cells
   * @throws IllegalArgumentException with one sentence when a drift or diffusion matrix is not
   *     finite, or D is not positive definite, at a point of the grid
   */
  public static FokkerPlanckOperator of(Field field, double beta, Grid grid) {
    return new EdgeAssembly(field, beta, grid).assemble();
  }

  /** The cells. */
  public Grid grid() {
    return grid;
  }

  /** The inverse temperature. */
  public double beta() {
    return beta;
  }

  /** The jump rates between cells, per unit time. */
  public RateMatrix rates() {
    return rates;
  }

  /** Computes d rho/dt = L rho. */
  public void apply(double[] rho, double[] out) {
    rates.apply(rho, out);
  }

  /** The number of steps with a positive weight. */
  int edges() {
    return edges;
  }

  /** The cell that step e starts from. */
  int from(int e) {
    return from[e];
  }

  /** The cell that step e leads to. */
  int to(int e) {
    return to[e];
  }

  /** Cells that step e goes in x. */
  int stepX(int e) {
    return stepX[e];
  }

  /** Cells that step e goes in y. */
  int stepY(int e) {
    return stepY[e];
  }

  /** What flows along step e in unit time: rate forward * rho(from). */
  double forwardFlow(int e, double[] rho) {
    return forward[e] * rho[from[e]];
  }

  /** What flows back along step e in unit time: rate backward * rho(to). */
  double backwardFlow(int e, double[] rho) {
    return backward[e] * rho[to[e]];
  }

  /**
   * Rates whose flows are those of this operator at its own stationary mass, carried over to
   * another mass: each flow times the geometric mean of the two ratios of the masses at its ends.
   * Where the other mass is a multiple of the own, it is stationary for these rates.
   */
  RateMatrix carriedTo(double[] own, double[] other) {
    double[] root = new double[own.length];
    for (int i = 0; i < root.length; i++) {
      root[i] = Math.sqrt(other[i] / own[i]);
    }
    double[] ahead = new double[edges];
    double[] back = new double[edges];
    for (int e = 0; e < edges; e++) {
      double ratio = root[to[e]] / root[from[e]];
      ahead[e] = forward[e] * ratio;
      back[e] = backward[e] / ratio;
    }
    return RateMatrix.ofEdges(root.length, edges, from, to, ahead, back);
  }

  /** Weight over beta of step e. */
  double weight(int e) {
    double z = Math.log(forward[e] / backward[e]);
    return forward[e] / Bernoulli.of(-z);
  }

  /** |z| of step e: the drift along it changes the density by the factor e^z. */
  double drop(int e) {
    return Math.abs(Math.log(forward[e] / backward[e]));
  }
}

package eddy.potential;

import eddy.fields.Field;
import eddy.run.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * Solves the stationary Fokker-Planck equation 0 = -div(b rho - (1/beta) div(D rho)) of the process
 * dx = b dt + sqrt(2 D/beta) dW (Ito) on a grid (Chaudhari and Soatto 2018, Eq. 4; the divergence
 * of D rho along rows).
 *
 * <pre>{@code
 * StationaryState s = FokkerPlanck.stationary(field, 2, Grid.square(3, 256));
 * double[] phi = s.potential();
 * }</pre>
 *
 * <p>The scheme ({@link FokkerPlanckOperator}) is second order in the cell width, keeps the mass
 * and is positive; the linear system is solved to round-off at a cost that grows linearly with the
 * number of cells (elimination in one dimension, multigrid in two).
 */
public final class FokkerPlanck {
  /** Grids up to this size are solved by elimination. */
  private static final int DIRECT = 1024;

  private FokkerPlanck() {}

  /**
   * The stationary state on a grid.
   *
   * @param field drift and diffusion matrix in one or two dimensions
   * @param beta inverse temperature, above 0 and finite
   * @param grid where to solve; on an axis that is not periodic nothing crosses the ends
   * @throws IllegalArgumentException when the field is not finite or D not positive definite
   *     somewhere on the grid, or the dimensions differ
   */
  public static StationaryState stationary(Field field, double beta, Grid grid) {
    return stationary(field, beta, grid, Progress.NONE);
  }

  /**
   * The stationary state on a grid, with progress. Stops with {@link
   * eddy.run.ComputationInterrupted} within a second when the thread is interrupted.
   *
   * @param field drift and diffusion matrix in one or two dimensions
   * @param beta inverse temperature, above 0 and finite
   * @param grid where to solve
   * @param progress told each grid of the multigrid pyramid
   * @throws IllegalArgumentException as {@link #stationary(Field, double, Grid)}
   */
  public static StationaryState stationary(Field field, double beta, Grid grid, Progress progress) {
    List<FokkerPlanckOperator> operators = new ArrayList<>();
    operators.add(FokkerPlanckOperator.of(field, beta, grid));
    Grid coarse = grid;
    while (grid.dimension() == 2 && coarse.size() > DIRECT) {
      coarse = coarse.coarser();
      operators.add(0, FokkerPlanckOperator.of(field, beta, coarse));
    }
    List<double[]> masses = new ArrayList<>();
    StationarySolver.solve(operators, masses, progress);
    return new StationaryState(operators, masses);
  }
}

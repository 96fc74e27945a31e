package eddy.study.locations;

import eddy.fields.Box;
import eddy.fields.ManufacturedExample;
import eddy.potential.FokkerPlanck;
import eddy.potential.Grid;
import eddy.potential.StationaryState;
import eddy.run.Progress;

/**
 * The inverse problem of Theorem 22 on one grid: from grad f, D and beta alone the density, Phi, j
 * and Q12 are computed, and compared with the exact ones of a {@link ManufacturedExample}.
 *
 * <p>Maxima run over the cells whose density is above 1e-3 of the largest, which on the torus are
 * all of them. Phi is free up to a constant: the mean of the difference is taken out. On the torus
 * Q12 is free, too: the stream function is fixed at one corner.
 *
 * @param n cells along each axis
 * @param spacing their width h
 * @param density integral of |rho - exact|
 * @param potential largest error of Phi
 * @param q12 largest error of Q12
 * @param force largest error of j
 * @param gradient largest error of grad f, put together again from the computed Phi and Q by Eq.
 *     (19) with differences over the grid
 */
public record Recovery(
    int n,
    double spacing,
    double density,
    double potential,
    double q12,
    double force,
    double gradient) {
  private static final double PLANE = 4;

  /**
   * Solves on a grid of n x n cells: the torus with its period 2 pi, the plane in [-4, 4]^2.
   *
   * @param example drift and noise at one beta, with the answer
   * @param n cells along each axis, at least 8
   * @param progress told each grid of the solver
   */
  public static Recovery of(ManufacturedExample example, int n, Progress progress) {
    StationaryState state =
        FokkerPlanck.stationary(example.field(), example.beta(), grid(example, n), progress);
    Comparison compare = new Comparison(example, state);
    return new Recovery(
        n,
        state.grid().spacing(0),
        compare.density(),
        compare.potential(),
        compare.q12(),
        compare.force(),
        compare.gradient());
  }

  private static Grid grid(ManufacturedExample example, int n) {
    return example.domain() == ManufacturedExample.Domain.TORUS
        ? Grid.torus(Box.of(0, 2 * Math.PI, 0, 2 * Math.PI), n, n)
        : Grid.square(PLANE, n);
  }
}

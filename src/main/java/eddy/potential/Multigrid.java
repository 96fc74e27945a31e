package eddy.potential;

import eddy.linalg.ChainElimination;
import eddy.linalg.RateMatrix;
import java.util.Arrays;
import java.util.List;

/**
 * Multigrid for (shift - L) e = r on the levels of a {@link MassLevel} pyramid. Corrections pass
 * between grids as ratios e/mass, which are smooth also where the mass varies over many orders of
 * magnitude; residuals pass as masses, so their total is kept. Each grid is smoothed by
 * Gauss-Seidel in all four directions, so that one of them follows the drift; each coarser problem
 * is solved by two cycles combined to the smallest residual (the K-cycle of Notay, Numer. Linear
 * Algebra Appl. 15, 2008); the coarsest by elimination. The cost is linear in the number of cells.
 */
final class Multigrid {
  private static final int CYCLES = 2;

  /** A coarser problem is left after one cycle that made the square of its residual this small. */
  private static final double ENOUGH = 0.04;

  private final List<MassLevel> levels;
  private final double shift;
  private final ChainElimination bottom;
  private final Work[] work;

  /**
   * Prepares a cycle.
   *
   * @param levels from the coarsest to the finest
   * @param shift at least 0
   */
  Multigrid(List<MassLevel> levels, double shift) {
    this.levels = levels;
    this.shift = shift;
    MassLevel coarsest = levels.get(0);
    bottom = eliminate(coarsest.grid(), coarsest.all(), shift, coarsest.heaviest());
    work = new Work[levels.size()];
    for (int k = 1; k < work.length; k++) {
      work[k] = new Work(levels.get(k), levels.get(k - 1));
    }
  }

  /**
   * Elimination from the outside towards one cell, which keeps the band narrow, also across a
   * periodic edge. To solve for corrections without losing digits that cell must be the heaviest.
   */
  static ChainElimination eliminate(Grid grid, RateMatrix rates, double shift, int centre) {
    int nx = grid.nx();
    int ny = grid.ny();
    int[] placeX = around(centre % nx, nx);
    int[] placeY = around(centre / nx, ny);
    int[] position = new int[grid.size()];
    for (int j = 0; j < ny; j++) {
      for (int i = 0; i < nx; i++) {
        position[j * nx + i] = ny > nx ? placeY[j] * nx + placeX[i] : placeX[i] * ny + placeY[j];
      }
    }
    return new ChainElimination(rates, shift, position);
  }

  /** Places on a ring of n: the centre 0, then its neighbours to the right and left in turn. */
  private static int[] around(int centre, int n) {
    int[] place = new int[n];
    for (int k = 0; k < n; k++) {
      int offset = (k + 1) / 2;
      place[Math.floorMod((k & 1) == 1 ? centre + offset : centre - offset, n)] = k;
    }
    return place;
  }

  /** One cycle from e = 0. The right-hand side must vanish on cells that are not kept. */
  void cycle(double[] r, double[] e) {
    cycle(levels.size() - 1, r, e);
  }

  private void cycle(int k, double[] r, double[] e) {
    MassLevel level = levels.get(k);
    if (k == 0) {
      bottom.solve(r, e);
      level.clearDropped(e);
      return;
    }
    Work w = work[k];
    RateMatrix a = level.kept();
    int width = level.grid().nx();
    Arrays.fill(e, 0);
    a.sweep(shift, e, r, width, true, true);
    a.residual(shift, e, r, w.fine);
    w.transfer.restrict(w.fine, w.right);
    MassLevel coarse = levels.get(k - 1);
    coarse.clearDropped(w.right);
    solve(k - 1, w);
    coarse.divideByMass(w.error);
    w.transfer.interpolate(w.error, w.fine);
    level.addTimesMass(w.fine, e);
    a.sweep(shift, e, r, width, false, true);
  }

  /** Solves the coarse problem of w into w.error; w.right becomes what is left. */
  private void solve(int k, Work w) {
    if (k == 0) {
      cycle(0, w.right, w.error);
      return;
    }
    MassLevel level = levels.get(k);
    double[] r = w.right;
    double[] e = w.error;
    Arrays.fill(e, 0);
    double enough = ENOUGH * level.dot(r, r);
    double[] length = new double[CYCLES];
    for (int t = 0; t < CYCLES; t++) {
      double[] step = w.step[t];
      double[] image = w.image[t];
      cycle(k, r, step);
      level.kept().image(shift, step, image);
      for (int u = 0; u < t; u++) {
        double overlap = level.dot(image, w.image[u]) / length[u];
        add(-overlap, w.step[u], step);
        add(-overlap, w.image[u], image);
      }
      length[t] = level.dot(image, image);
      if (!(length[t] > 0)) {
        return;
      }
      double size = level.dot(image, r) / length[t];
      add(size, step, e);
      add(-size, image, r);
      if (level.dot(r, r) <= enough) {
        return;
      }
    }
  }

  private static void add(double c, double[] a, double[] to) {
    for (int i = 0; i < a.length; i++) {
      to[i] += c * a[i];
    }
  }

  /** Arrays for the passage between a level and the next coarser one. */
  private static final class Work {
    final GridTransfer transfer;
    final double[] fine;
    final double[] right;
    final double[] error;
    final double[][] step;
    final double[][] image;

    Work(MassLevel fineLevel, MassLevel coarse) {
      transfer = new GridTransfer(fineLevel.grid(), coarse.grid());
      int n = coarse.grid().size();
      fine = new double[fineLevel.grid().size()];
      right = new double[n];
      error = new double[n];
      step = new double[CYCLES][n];
      image = new double[CYCLES][n];
    }
  }
}

package eddy.study.locations;

import eddy.fields.ManufacturedExample;
import eddy.run.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A {@link Recovery} on grids that become finer, with the orders of convergence.
 *
 * @param grids from the coarsest to the finest, at least two
 */
public record Refinement(List<Recovery> grids) {

  /** Copies the list; refuses fewer than two grids. */
  public Refinement {
    grids = List.copyOf(grids);
    if (grids.size() < 2) {
      throw new IllegalArgumentException(
          "An order of convergence needs at least two grids, not " + grids.size() + ".");
    }
  }

  /**
   * Solves on several grids.
   *
   * @param example drift and noise at one beta, with the answer
   * @param progress told each grid
   * @param sizes cells along each axis, ascending
   */
  public static Refinement of(ManufacturedExample example, Progress progress, int... sizes) {
    List<Recovery> grids = new ArrayList<>();
    for (int n : sizes) {
      progress.report(n + " x " + n + " cells", grids.size(), sizes.length, "");
      grids.add(Recovery.of(example, n, Progress.NONE));
    }
    progress.report("solved", sizes.length, sizes.length, "");
    return new Refinement(grids);
  }

  /** The widths of the cells. */
  public double[] spacings() {
    return errors(Recovery::spacing);
  }

  /** One error on all grids. */
  public double[] errors(ToDoubleFunction<Recovery> error) {
    return grids.stream().mapToDouble(error).toArray();
  }

  /** One error on the finest grid. */
  public double finest(ToDoubleFunction<Recovery> error) {
    return error.applyAsDouble(grids.get(grids.size() - 1));
  }

  /** The order of one error between the two finest grids: the slope of log error in log h. */
  public double order(ToDoubleFunction<Recovery> error) {
    Recovery coarse = grids.get(grids.size() - 2);
    Recovery fine = grids.get(grids.size() - 1);
    return Math.log(error.applyAsDouble(coarse) / error.applyAsDouble(fine))
        / Math.log(coarse.spacing() / fine.spacing());
  }

  /** A line of slope 2 through one error on the coarsest grid, at the widths of all grids. */
  public double[] secondOrder(ToDoubleFunction<Recovery> error) {
    Recovery first = grids.get(0);
    return errors(g -> error.applyAsDouble(first) * Math.pow(g.spacing() / first.spacing(), 2));
  }
}

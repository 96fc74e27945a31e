package eddy.study.functional;

import eddy.fields.Field;
import eddy.fields.MatrixField;
import eddy.fields.OrnsteinUhlenbeck;
import eddy.potential.FokkerPlanck;
import eddy.potential.GaussianRelaxation;
import eddy.potential.Grid;
import eddy.potential.StationaryState;
import eddy.run.Progress;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The free energy of a Gaussian under linear drift on a grid against its closed form: on two grids,
 * one with half the cells of the other along each side, each with three lengths of the time step,
 * from which the first and second orders of the step are extrapolated away.
 *
 * @param coarseError the largest |F - closed form| over time on the coarse grid, at step 0
 * @param fineError the same on the fine grid
 * @param error the same, extrapolated to cell width 0
 * @param course the run on the fine grid with the shortest step
 */
public record GridAgreement(
    double coarseError, double fineError, double error, FreeEnergyCourse course) {
  /**
   * Runs.
   *
   * @param f rows of F, 2 x 2
   * @param d rows of D
   * @param beta inverse temperature, above 0
   * @param start the Gaussian in time
   * @param half half the side of the square that is solved on
   * @param cells cells along each side of the fine grid, even
   * @param horizon the last time
   * @param steps how many of the longest time steps; the others are a half and a quarter of it
   * @param folder where to keep the runs, to go on from there; null to keep nothing
   * @param progress hears about the steps
   */
  public static GridAgreement of(
      double[][] f,
      double[][] d,
      double beta,
      GaussianRelaxation start,
      double half,
      int cells,
      double horizon,
      int steps,
      Path folder,
      Progress progress) {
    Field field = OrnsteinUhlenbeck.field(f, MatrixField.constant(d));
    GaussianRelaxation.Point first = start.at(0);
    double[][] value = new double[2][];
    FreeEnergyCourse fine = null;
    for (int k = 0; k < 2; k++) {
      Grid grid = Grid.square(half, cells / 2 << k);
      StationaryState state = FokkerPlanck.stationary(field, beta, grid);
      double[] rho = GridDensity.gaussian(grid, first.mean(), first.covariance());
      double step = horizon / steps;
      var coarse = FreeEnergyCourse.onGrid(state, rho, step, steps, folder, progress);
      var middle = FreeEnergyCourse.onGrid(state, rho, step / 2, 2 * steps, folder, progress);
      fine = FreeEnergyCourse.onGrid(state, rho, step / 4, 4 * steps, folder, progress);
      value[k] = atStepZero(coarse.extrapolated(middle), middle.extrapolated(fine));
    }
    double[] largest = new double[3];
    for (int i = 0; i <= steps; i++) {
      double exact = start.at(horizon * i / steps).freeEnergy();
      double limit = (4 * value[1][i] - value[0][i]) / 3;
      largest[0] = Math.max(largest[0], Math.abs(value[0][i] - exact));
      largest[1] = Math.max(largest[1], Math.abs(value[1][i] - exact));
      largest[2] = Math.max(largest[2], Math.abs(limit - exact));
    }
    return new GridAgreement(largest[0], largest[1], largest[2], fine);
  }

  /** What is left of second order in the step goes, too. */
  private static double[] atStepZero(double[] coarse, double[] fine) {
    double[] value = new double[coarse.length];
    Arrays.setAll(value, i -> (4 * fine[2 * i] - coarse[i]) / 3);
    return value;
  }

  /** The observed order in the cell width. */
  public double order() {
    return Math.log(coarseError / fineError) / Math.log(2);
  }
}

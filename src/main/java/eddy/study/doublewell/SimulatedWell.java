package eddy.study.doublewell;

import java.util.Arrays;

/**
 * What a {@link WellSimulation} saw.
 *
 * @param settings how it was simulated
 * @param density mean over seeds of the density in each cell, {@code [iy * nx + ix]}
 * @param totalVariation distance of each seed's histogram to the density that was expected, in [0,
 *     1]
 * @param areaRate area that a path sweeps per unit of time, positive counter-clockwise
 * @param covariance covariance of x1 and x2
 * @param entropyProduction entropy produced per unit of time
 */
public record SimulatedWell(
    WellSimulation settings,
    double[] density,
    double[] totalVariation,
    Measured areaRate,
    Measured covariance,
    Measured entropyProduction) {

  /** The largest distance in total variation of a seed's histogram. */
  public double largestTotalVariation() {
    return Arrays.stream(totalVariation).max().orElse(Double.NaN);
  }

  /** Centres of the cells along an axis. */
  public double[] centres(int axis) {
    int n = axis == 0 ? settings.nx() : settings.ny();
    double[] centres = new double[n];
    Arrays.setAll(
        centres, i -> settings.box().low()[axis] + settings.box().width(axis) * (i + 0.5) / n);
    return centres;
  }

  /**
   * The density along an axis, in the strip where the other coordinate is below a bound.
   *
   * @param axis 0 or 1
   * @param bound largest absolute value of the other coordinate of a cell's centre
   */
  public double[] along(int axis, double bound) {
    double[] across = centres(1 - axis);
    double[] mean = new double[centres(axis).length];
    int rows = 0;
    for (int k = 0; k < across.length; k++) {
      if (Math.abs(across[k]) <= bound) {
        rows++;
        for (int i = 0; i < mean.length; i++) {
          mean[i] += density[axis == 0 ? k * settings.nx() + i : i * settings.nx() + k];
        }
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= rows;
    }
    return mean;
  }
}

package eddy.study.doublewell;

import eddy.fields.Box;
import eddy.fields.Field;
import eddy.langevin.AreaRates;
import eddy.langevin.Ensemble;
import eddy.langevin.EntropyProduction;
import eddy.langevin.Moments;
import eddy.langevin.PathHistogram;
import eddy.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * How ensembles in a double well are simulated: Euler-Maruyama paths that start in turn at (-1, 0)
 * and (1, 0), each seed an ensemble of its own.
 *
 * @param paths paths of each ensemble, at least 2
 * @param burnIn steps before anything is observed
 * @param steps observed steps of each path
 * @param dt length of a step
 * @param box where positions are counted
 * @param nx cells of the histogram along x1
 * @param ny cells along x2
 * @param folder where ensembles keep their state, so that an interrupted simulation goes on; null
 *     to keep nothing
 * @param seeds one for each ensemble, at least one
 */
public record WellSimulation(
    int paths,
    long burnIn,
    long steps,
    double dt,
    Box box,
    int nx,
    int ny,
    Path folder,
    long... seeds) {
  private static final double[][] WELLS = {{-1, 0}, {1, 0}};

  /** Copies the seeds. */
  public WellSimulation {
    seeds = seeds.clone();
    if (seeds.length == 0) {
      throw new IllegalArgumentException("A simulation needs at least one seed.");
    }
  }

  /** A simulation that keeps nothing. */
  public WellSimulation(
      int paths, long burnIn, long steps, double dt, Box box, int nx, int ny, long... seeds) {
    this(paths, burnIn, steps, dt, box, nx, ny, null, seeds);
  }

  /** The same with ensembles that keep their state in a folder. */
  public WellSimulation keptIn(Path newFolder) {
    return new WellSimulation(paths, burnIn, steps, dt, box, nx, ny, newFolder, seeds);
  }

  /** The same on another histogram. */
  public WellSimulation on(Box newBox, int newNx, int newNy) {
    return new WellSimulation(paths, burnIn, steps, dt, newBox, newNx, newNy, folder, seeds);
  }

  /** The same with other seeds. */
  public WellSimulation seeded(long... newSeeds) {
    return new WellSimulation(paths, burnIn, steps, dt, box, nx, ny, folder, newSeeds);
  }

  /** The same with steps of another length. */
  public WellSimulation every(double newDt, long newBurnIn, long newSteps) {
    return new WellSimulation(paths, newBurnIn, newSteps, newDt, box, nx, ny, folder, seeds);
  }

  /**
   * Simulates one field.
   *
   * @param name of the files that keep its state
   * @param field the field, in two dimensions, with a constant diffusion matrix
   * @param beta inverse temperature
   * @param density the stationary density that is expected, normalised over the plane
   * @param progress told each bundle of paths
   */
  public SimulatedWell of(
      String name,
      Field field,
      double beta,
      ToDoubleFunction<double[]> density,
      Progress progress) {
    int n = seeds.length;
    double[] sum = new double[nx * ny];
    double[] distance = new double[n];
    double[][] numbers = new double[6][n];
    for (int k = 0; k < n; k++) {
      int done = k;
      Progress part =
          (phase, at, total, safe) -> progress.report(phase, done * total + at, n * total, safe);
      Ensemble ensemble =
          new Ensemble(field, beta, dt)
              .paths(paths)
              .seed(seeds[k])
              .start(WELLS)
              .burnIn(burnIn)
              .progress(part);
      if (folder != null) {
        ensemble.checkpoints(file(name, seeds[k]));
      }
      PathHistogram histogram = new PathHistogram(box, nx, ny);
      AreaRates areas = new AreaRates(2);
      Moments moments = new Moments(2);
      EntropyProduction work = new EntropyProduction(field, beta);
      ensemble.run(steps, histogram, areas, moments, work);
      double[] found = histogram.density();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += found[i] / n;
      }
      distance[k] = histogram.totalVariation(density);
      numbers[0][k] = areas.rate(0, 1);
      numbers[1][k] = areas.error(0, 1);
      numbers[2][k] = moments.covariance(0, 1);
      numbers[3][k] = moments.covarianceError(0, 1);
      numbers[4][k] = work.rate();
      numbers[5][k] = work.error();
    }
    return new SimulatedWell(
        this,
        sum,
        distance,
        new Measured(numbers[0], numbers[1]),
        new Measured(numbers[2], numbers[3]),
        new Measured(numbers[4], numbers[5]));
  }

  /** Other settings keep their state in other files. */
  private Path file(String name, long seed) {
    int settings = Objects.hash(paths, burnIn, steps, dt, box, nx, ny);
    return folder.resolve("%s-seed-%d-%08x".formatted(name, seed, settings));
  }

  /**
   * Simulates Example 19 at beta = 1 for several strengths of its force, all with the same random
   * numbers.
   *
   * @param family the field for a strength
   * @param density the stationary density, one for all strengths
   * @param progress told each bundle of paths
   * @param strengths the strengths
   */
  public List<SimulatedWell> sweep(
      DoubleFunction<Field> family,
      ToDoubleFunction<double[]> density,
      Progress progress,
      double... strengths) {
    List<SimulatedWell> wells = new ArrayList<>();
    for (double strength : strengths) {
      int done = wells.size();
      Progress part =
          (phase, at, total, safe) ->
              progress.report(phase, done * total + at, strengths.length * total, safe);
      wells.add(of("strength-" + strength, family.apply(strength), 1, density, part));
    }
    return List.copyOf(wells);
  }
}

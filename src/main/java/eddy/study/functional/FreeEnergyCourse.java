package eddy.study.functional;

import eddy.potential.EntropyProduction;
import eddy.potential.Evolution;
import eddy.potential.FreeEnergy;
import eddy.potential.GaussianRelaxation;
import eddy.potential.LinearSteadyState;
import eddy.potential.StationaryState;
import eddy.run.Interrupts;
import eddy.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The free energy along a solution of the Fokker-Planck equation (Theorem 5 of Chaudhari and Soatto
 * 2018), in closed form or on a grid.
 */
public final class FreeEnergyCourse {
  /** Nanoseconds between two writes of a run to disk. */
  private static final long BETWEEN_WRITES = 2_000_000_000L;

  private final List<FreeEnergyPoint> points;

  private FreeEnergyCourse(List<FreeEnergyPoint> points) {
    this.points = List.copyOf(points);
  }

  /**
   * A Gaussian under linear drift, in closed form.
   *
   * @param state a stable linear steady state with a positive definite D
   * @param beta inverse temperature, above 0
   * @param start the Gaussian in time
   * @param times ascending
   */
  public static FreeEnergyCourse closedForm(
      LinearSteadyState state, double beta, GaussianRelaxation start, double... times) {
    List<FreeEnergyPoint> points = new ArrayList<>();
    double constant = start.logPartition() / beta;
    for (double t : times) {
      GaussianRelaxation.Point p = start.at(t);
      points.add(
          new FreeEnergyPoint(
              t,
              p.freeEnergy(),
              p.energy() + constant,
              -p.entropy() / beta,
              p.rate(),
              EntropyProduction.of(state, beta, p)));
    }
    return new FreeEnergyCourse(points);
  }

  /**
   * A density on a grid, by implicit Euler steps.
   *
   * @param state the stationary state
   * @param start a density
   * @param step length of a step
   * @param steps how many steps
   * @param progress hears about the steps
   */
  public static FreeEnergyCourse onGrid(
      StationaryState state, double[] start, double step, int steps, Progress progress) {
    return onGrid(state, start, step, steps, null, progress);
  }

  /**
   * The same, kept on disk: run again, it goes on from where it was, with the same bits.
   *
   * @param state the stationary state
   * @param start a density
   * @param step length of a step
   * @param steps how many steps
   * @param folder where to keep it, under a name of its own; null to keep nothing
   * @param progress hears about the steps
   */
  public static FreeEnergyCourse onGrid(
      StationaryState state,
      double[] start,
      double step,
      int steps,
      Path folder,
      Progress progress) {
    CourseFile file = folder == null ? null : CourseFile.of(folder, state, start, step);
    List<FreeEnergyPoint> points = new ArrayList<>();
    double[] rho = file == null ? null : file.read(points);
    if (rho == null) {
      rho = start;
      points.add(point(state, 0, rho));
    }
    Evolution evolution = new Evolution(state.operator(), step);
    int saved = points.size() - 1;
    long written = System.nanoTime();
    for (int k = points.size(); k <= steps; k++) {
      String safe = saved == 0 ? "" : "steps 1 to " + saved;
      Interrupts.check(safe);
      rho = evolution.step(rho);
      points.add(point(state, k * step, rho));
      if (file != null && (k == steps || System.nanoTime() - written > BETWEEN_WRITES)) {
        file.write(points, rho);
        written = System.nanoTime();
        saved = k;
      }
      progress.report("Fokker-Planck steps", k, steps, safe);
    }
    return new FreeEnergyCourse(points.subList(0, steps + 1));
  }

  private static FreeEnergyPoint point(StationaryState state, double time, double[] rho) {
    FreeEnergy f = FreeEnergy.of(state, rho);
    return new FreeEnergyPoint(
        time,
        f.value(),
        f.energy(),
        -f.entropy() / state.beta(),
        f.rate(),
        EntropyProduction.of(state, rho));
  }

  /** The points in the order of time. */
  public List<FreeEnergyPoint> points() {
    return points;
  }

  /** One number at each time. */
  public double[] of(ToDoubleFunction<FreeEnergyPoint> number) {
    return points.stream().mapToDouble(number).toArray();
  }

  /** The times. */
  public double[] time() {
    return of(FreeEnergyPoint::time);
  }

  /** F at each time. */
  public double[] value() {
    return of(FreeEnergyPoint::value);
  }

  /** The largest change of F from one time to the next; below 0 when F falls throughout. */
  public double largestIncrease() {
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 1; k < points.size(); k++) {
      largest = Math.max(largest, points.get(k).value() - points.get(k - 1).value());
    }
    return largest;
  }

  /** The largest |F - (energetic + entropic part)|. */
  public double splitError() {
    return points.stream()
        .mapToDouble(p -> Math.abs(p.value() - p.energetic() - p.entropic()))
        .max()
        .orElseThrow();
  }

  /** The largest |total - relaxation - housekeeping| of the entropy production. */
  public double productionError() {
    return points.stream()
        .map(FreeEnergyPoint::production)
        .mapToDouble(p -> Math.abs(p.total() - p.relaxation() - p.housekeeping()))
        .max()
        .orElseThrow();
  }

  /** The smallest rate of entropy production. */
  public double leastProduction() {
    return points.stream().mapToDouble(p -> p.production().total()).min().orElseThrow();
  }

  /** F at the last time by F at the first. */
  public double remainder() {
    return points.get(points.size() - 1).value() / points.get(0).value();
  }

  /**
   * The largest relative difference between dF/dt by the integral of the dissipation and by a
   * central difference of F in closed form.
   *
   * @param start the Gaussian in time
   * @param times above 1e-3
   */
  public static double rateError(GaussianRelaxation start, double... times) {
    double h = 1e-4;
    double largest = 0;
    for (double t : times) {
      double change = start.at(t + h).freeEnergy() - start.at(t - h).freeEnergy();
      largest = Math.max(largest, Math.abs(change / (2 * h) / start.at(t).rate() - 1));
    }
    return largest;
  }

  /**
   * F extrapolated to step 0 from this run and one with half its step.
   *
   * @param fine the run with half the step and twice as many steps
   * @return F at the times of this run
   */
  public double[] extrapolated(FreeEnergyCourse fine) {
    if (fine.points.size() != 2 * points.size() - 1) {
      throw new IllegalArgumentException(
          "The fine run needs twice as many steps as the coarse one, not "
              + (fine.points.size() - 1)
              + " and "
              + (points.size() - 1)
              + ".");
    }
    double[] value = new double[points.size()];
    Arrays.setAll(value, k -> 2 * fine.points.get(2 * k).value() - points.get(k).value());
    return value;
  }

  /** This course at the first time and every so many later ones. */
  public FreeEnergyCourse every(int stride) {
    List<FreeEnergyPoint> some = new ArrayList<>();
    for (int k = 0; k < points.size(); k += stride) {
      some.add(points.get(k));
    }
    return new FreeEnergyCourse(some);
  }
}

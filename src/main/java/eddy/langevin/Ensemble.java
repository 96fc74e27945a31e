package eddy.langevin;

import eddy.fields.Field;
import eddy.run.Interrupts;
import eddy.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Independent paths of the Ito equation dx = b(x) dt + sqrt(2 D(x)/beta) dW in steps of dt:
 *
 * <pre>{@code
 * var ensemble = new Ensemble(Example19.field(1.5), 1, 0.005).paths(4000).seed(1).burnIn(2000);
 * var areas = new AreaRates(2);
 * ensemble.run(30_000, areas);
 * areas.rate(0, 1);
 * }</pre>
 *
 * <p>{@link #run} may be called again and goes on from where the paths are. The same settings give
 * the same bits with any number of threads, with and without the Vector API. A run that was
 * interrupted goes on when it is called again with the same observers, or, with {@link
 * #checkpoints}, in a new ensemble.
 */
public final class Ensemble {
  private static final long CHECKPOINT_NANOSECONDS = 5_000_000_000L;

  private final Field field;
  private final double beta;
  private final double dt;
  private Scheme scheme = Scheme.EULER_MARUYAMA;
  private int paths = 1;
  private long seed = 1;
  private long burnIn;
  private int threads = Runtime.getRuntime().availableProcessors();
  private double[][] starts;
  private Progress progress = Progress.NONE;
  private Path checkpoints;
  private int runs;
  private List<Observer> unfinished;
  private List<Bundle> bundles;
  private long start;

  /**
   * An ensemble of one path from the origin, until more is said.
   *
   * @param field drift and diffusion matrix
   * @param beta inverse temperature, above 0; infinite for no noise
   * @param dt length of a step, above 0
   */
  public Ensemble(Field field, double beta, double dt) {
    this.field = Objects.requireNonNull(field, "field");
    if (!(beta > 0)) {
      throw new IllegalArgumentException("beta must be above 0, not " + beta + ".");
    }
    if (!(dt > 0 && dt < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("dt must be above 0 and finite, not " + dt + ".");
    }
    this.beta = beta;
    this.dt = dt;
    this.starts = new double[][] {new double[field.dimension()]};
  }

  /** How a step is taken; Euler-Maruyama unless said. */
  public Ensemble scheme(Scheme newScheme) {
    requireNotStarted();
    scheme = newScheme;
    return this;
  }

  /** How many paths, 1 unless said. */
  public Ensemble paths(int newPaths) {
    requireNotStarted();
    if (newPaths < 1) {
      throw new IllegalArgumentException("An ensemble has at least 1 path, not " + newPaths + ".");
    }
    paths = newPaths;
    return this;
  }

  /** The seed of all random numbers, 1 unless said. */
  public Ensemble seed(long newSeed) {
    requireNotStarted();
    seed = newSeed;
    return this;
  }

  /** Where all paths start; the origin unless said. */
  public Ensemble start(double... point) {
    return start(new double[][] {point});
  }

  /** Where paths start: path p at {@code points[p % points.length]}. */
  public Ensemble start(double[][] points) {
    requireNotStarted();
    int d = field.dimension();
    for (double[] point : points) {
      if (point.length != d || !Arrays.stream(point).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException(
            "A start has " + d + " finite coordinates, not " + Arrays.toString(point) + ".");
      }
    }
    if (points.length == 0) {
      throw new IllegalArgumentException("Paths need at least one point to start from.");
    }
    starts = Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
    return this;
  }

  /** How many steps come before anything is observed, 0 unless said. */
  public Ensemble burnIn(long steps) {
    requireNotStarted();
    if (steps < 0) {
      throw new IllegalArgumentException("A burn-in cannot have " + steps + " steps.");
    }
    burnIn = steps;
    return this;
  }

  /** How many threads share the work, all cores unless said. The result does not depend on it. */
  public Ensemble threads(int newThreads) {
    if (newThreads < 1) {
      throw new IllegalArgumentException("At least 1 thread is needed, not " + newThreads + ".");
    }
    threads = newThreads;
    return this;
  }

  /** Who hears how far it is. */
  public Ensemble progress(Progress newProgress) {
    progress = newProgress;
    return this;
  }

  /**
   * Where the state is kept while it runs, so that the same program, started again, goes on from
   * there. The second and further calls of {@link #run} write next to this file.
   */
  public Ensemble checkpoints(Path file) {
    requireNotStarted();
    checkpoints = file;
    return this;
  }

  /**
   * Takes the burn-in (at the first call) and then so many steps, which the observers see.
   *
   * @param steps observed steps, at least 0
   * @param observers what is recorded
   * @throws eddy.run.ComputationInterrupted when the thread is interrupted
   * @throws ArithmeticException if a path leaves all bounds
   */
  public void run(long steps, Observer... observers) {
    if (steps < 0) {
      throw new IllegalArgumentException("An ensemble cannot take " + steps + " steps.");
    }
    if (bundles == null) {
      if (scheme == Scheme.MILSTEIN && !field.diffusion().isConstant()) {
        MilsteinNoise.requireCommuting(field, starts);
      }
      bundles = makeBundles();
    }
    for (Observer observer : observers) {
      observer.attach(bundles, paths);
    }
    long from = start + (runs == 0 ? burnIn : 0);
    long to = from + steps;
    EnsembleFile file = file(to, observers);
    boolean stored = file != null && file.read(bundles, List.of(observers));
    if (unfinished != null && !stored && !unfinished.equals(List.of(observers))) {
      throw new IllegalStateException(
          "The last run was interrupted: go on with the same observers, or make a new ensemble.");
    }
    unfinished = List.of(observers);
    work(from, to, file, unfinished);
    unfinished = null;
    start = to;
    runs++;
  }

  private void work(long from, long to, EnsembleFile file, List<Observer> observers) {
    AtomicLong done = new AtomicLong();
    List<Leg> legs = new ArrayList<>();
    for (int k = 0; k < bundles.size(); k++) {
      List<Observer.Part> parts = new ArrayList<>();
      for (Observer observer : observers) {
        parts.add(observer.parts().get(k));
      }
      done.addAndGet(bundles.get(k).step() - start);
      if (bundles.get(k).step() < to) {
        legs.add(new Leg(bundles.get(k), to, from, parts, done));
      }
    }
    long total = (to - start) * bundles.size();
    boolean complete = legs.isEmpty();
    String safe = file != null && done.get() > 0 ? safe(done.get(), total) : "";
    while (!complete) {
      Round round = new Round(done, total, safe);
      complete = new Crew(legs, threads).round(round);
      legs.removeIf(leg -> leg.isDone());
      if (file != null) {
        Crew.uninterrupted(() -> file.write(bundles, observers));
        safe = safe(done.get(), total);
      }
      if (!complete) {
        Interrupts.check(safe);
      }
    }
    progress.report("paths", total, total, safe);
  }

  private static String safe(long done, long total) {
    return "%.0f %% of the steps".formatted(Math.floor(100.0 * done / total));
  }

  /** Ends when it is time for a checkpoint. */
  private final class Round implements Crew.Watch {
    private final long begin = System.nanoTime();
    private final AtomicLong done;
    private final long total;
    private final String safe;

    Round(AtomicLong done, long total, String safe) {
      this.done = done;
      this.total = total;
      this.safe = safe;
    }

    @Override
    public boolean goOn() {
      progress.report("paths", done.get(), total, safe);
      return checkpoints == null || System.nanoTime() - begin < CHECKPOINT_NANOSECONDS;
    }
  }

  private EnsembleFile file(long to, Observer... observers) {
    if (checkpoints == null) {
      return null;
    }
    StringBuilder settings =
        new StringBuilder(
            "field=%s, beta=%s, dt=%s, scheme=%s, paths=%d, seed=%d, burn-in=%d, last step=%d"
                .formatted(
                    EnsembleFile.fingerprint(field, starts),
                    beta,
                    dt,
                    scheme,
                    paths,
                    seed,
                    burnIn,
                    to));
    for (int k = 0; k < observers.length; k++) {
      settings.append(", observer ").append(k).append('=').append(observers[k].settings());
    }
    Path path =
        runs == 0
            ? checkpoints
            : checkpoints.resolveSibling(checkpoints.getFileName() + "-" + (runs + 1));
    return new EnsembleFile(path, settings.toString());
  }

  /** Where the paths are: a row of coordinates for each. */
  public double[][] positions() {
    double[][] at = new double[paths][field.dimension()];
    for (int p = 0; p < paths; p++) {
      if (bundles == null) {
        at[p] = starts[p % starts.length].clone();
      } else {
        Bundle bundle = bundles.get(p / Bundle.LANES);
        for (int i = 0; i < at[p].length; i++) {
          at[p][i] = bundle.x()[i * bundle.lanes() + p - bundle.first()];
        }
      }
    }
    return at;
  }

  private List<Bundle> makeBundles() {
    List<Bundle> made = new ArrayList<>();
    for (int first = 0; first < paths; first += Bundle.LANES) {
      int count = Math.min(Bundle.LANES, paths - first);
      Gaussians gaussians = Gaussians.best(seed, made.size());
      Stepper stepper = new Stepper(field, beta, dt, scheme, Bundle.lanes(count));
      made.add(new Bundle(first, count, starts, dt, gaussians, stepper));
    }
    return made;
  }

  private void requireNotStarted() {
    if (bundles != null) {
      throw new IllegalStateException(
          "The ensemble has started; settings come before the first run.");
    }
  }
}

package eddy.langevin;

import eddy.fields.Field;
import eddy.run.Checkpoint;
import eddy.run.Interrupts;
import eddy.run.NpyArray;
import eddy.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * First passages of dx = b dt + sqrt(2 D/beta) dW out of a domain:
 *
 * <pre>{@code
 * ExitTimes times =
 *     new FirstPassage(field, 4, 0.002).start(-1, 0).paths(2000)
 *         .run(Domain.where(x -> -x[0], (x, out) -> { out[0] = -1; out[1] = 0; }));
 * }</pre>
 *
 * <p>A path that is looked at only every dt crosses the boundary unseen now and then, which makes
 * exit times too long by several per cent. Therefore the boundary is drawn inward by 0.5826
 * standard deviations of one step's noise along its normal (M. Broadie, P. Glasserman, S. Kou, "A
 * continuity correction for discrete barrier options", Mathematical Finance 7, 1997; the number is
 * -zeta(1/2)/ sqrt(2 pi)); what is left is of order dt.
 */
public final class FirstPassage {
  /** -zeta(1/2) / sqrt(2 pi). */
  static final double INWARD = 0.5825971579390107;

  private static final long CHECKPOINT_NANOSECONDS = 5_000_000_000L;

  private final Field field;
  private final double beta;
  private final double dt;
  private Scheme scheme = Scheme.EULER_MARUYAMA;
  private double[] start;
  private int paths = 1000;
  private long seed = 1;
  private double deviations = INWARD;
  private long longest = 1_000_000_000L;
  private int threads = Runtime.getRuntime().availableProcessors();
  private Progress progress = Progress.NONE;
  private Path checkpoint;
  private Domain domain;

  /**
   * A thousand paths from the origin, until more is said.
   *
   * @param field drift and diffusion matrix
   * @param beta inverse temperature, above 0
   * @param dt length of a step, above 0
   */
  public FirstPassage(Field field, double beta, double dt) {
    this.field = Objects.requireNonNull(field, "field");
    if (!(beta > 0) || !(dt > 0) || !(dt < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "beta and dt must be above 0, not " + beta + " and " + dt + ".");
    }
    this.beta = beta;
    this.dt = dt;
    this.start = new double[field.dimension()];
  }

  /** Where all paths start; must be inside of the domain. */
  public FirstPassage start(double... point) {
    if (point.length != field.dimension()) {
      throw new IllegalArgumentException(
          "A start has " + field.dimension() + " coordinates, not " + point.length + ".");
    }
    start = point.clone();
    return this;
  }

  /** How many paths, each followed until it leaves. */
  public FirstPassage paths(int newPaths) {
    if (newPaths < 2) {
      throw new IllegalArgumentException("At least 2 paths are needed, not " + newPaths + ".");
    }
    paths = newPaths;
    return this;
  }

  /** The seed of all random numbers, 1 unless said. */
  public FirstPassage seed(long newSeed) {
    seed = newSeed;
    return this;
  }

  /** How a step is taken; Euler-Maruyama unless said. */
  public FirstPassage scheme(Scheme newScheme) {
    scheme = newScheme;
    return this;
  }

  /** Leaves the boundary where it is, to show what the correction does. */
  public FirstPassage uncorrected() {
    deviations = 0;
    return this;
  }

  /** How many steps a path may take, a billion unless said. */
  public FirstPassage atMost(long steps) {
    longest = steps;
    return this;
  }

  /** How many threads share the work, all cores unless said. The result does not depend on it. */
  public FirstPassage threads(int newThreads) {
    if (newThreads < 1) {
      throw new IllegalArgumentException("At least 1 thread is needed, not " + newThreads + ".");
    }
    threads = newThreads;
    return this;
  }

  /** Who hears how far it is. */
  public FirstPassage progress(Progress newProgress) {
    progress = newProgress;
    return this;
  }

  /** Where the state is kept, so that the same program, started again, goes on from there. */
  public FirstPassage checkpoint(Path file) {
    checkpoint = file;
    return this;
  }

  /**
   * Follows every path until it leaves.
   *
   * @param newDomain what is left
   * @throws IllegalArgumentException if the start is not inside (by the correction, at least)
   * @throws IllegalStateException if a path needs more steps than allowed
   * @throws eddy.run.ComputationInterrupted when the thread is interrupted
   */
  public ExitTimes run(Domain newDomain) {
    domain = newDomain;
    if (scheme == Scheme.MILSTEIN && !field.diffusion().isConstant()) {
      MilsteinNoise.requireCommuting(field, new double[][] {start});
    }
    if (!domain.contains(start, field.diffusion(), 2 * dt / beta, deviations)) {
      throw new IllegalArgumentException(
          "The start "
              + Arrays.toString(start)
              + " is not inside of the domain, or closer to its boundary than a step's noise: start"
              + " farther inside or take a smaller dt.");
    }
    double[] times = new double[paths];
    double[][] points = new double[paths][field.dimension()];
    AtomicLong done = new AtomicLong();
    List<ExitLot> lots = new ArrayList<>();
    for (int first = 0; first < paths; first += ExitLot.PATHS) {
      int count = Math.min(ExitLot.PATHS, paths - first);
      lots.add(new ExitLot(this, first, count, times, points, done));
    }
    work(lots, times, points, done);
    return new ExitTimes(times, points);
  }

  private void work(List<ExitLot> lots, double[] times, double[][] points, AtomicLong done) {
    String settings = settings();
    boolean stored = checkpoint != null && read(settings, lots, times, points);
    lots.forEach(lot -> done.addAndGet(lot.finished()));
    String safe = stored ? safe(done.get()) : "";
    List<ExitLot> left = new ArrayList<>(lots);
    left.removeIf(lot -> lot.finished() == lot.paths());
    boolean complete = left.isEmpty();
    while (!complete) {
      long begin = System.nanoTime();
      String known = safe;
      complete =
          new Crew(left, threads)
              .round(
                  () -> {
                    progress.report("first passages", done.get(), paths, known);
                    return checkpoint == null || System.nanoTime() - begin < CHECKPOINT_NANOSECONDS;
                  });
      left.removeIf(lot -> lot.finished() == lot.paths());
      if (checkpoint != null) {
        Crew.uninterrupted(() -> write(settings, lots, times, points));
        safe = safe(done.get());
      }
      if (!complete) {
        Interrupts.check(safe);
      }
    }
    progress.report("first passages", paths, paths, safe);
  }

  private String safe(long done) {
    return done + " of " + paths + " first passages, the others as far as they are";
  }

  private String settings() {
    return ("field=%s, beta=%s, dt=%s, scheme=%s, paths=%d, seed=%d, inward=%s, domain=%s")
        .formatted(
            EnsembleFile.fingerprint(field, new double[][] {start}),
            beta,
            dt,
            scheme,
            paths,
            seed,
            deviations,
            domain.fingerprint(start));
  }

  private void write(String settings, List<ExitLot> lots, double[] times, double[][] points) {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.put("times", NpyArray.of(times.clone()));
    int d = field.dimension();
    double[] flat = new double[paths * d];
    for (int p = 0; p < paths; p++) {
      System.arraycopy(points[p], 0, flat, p * d, d);
    }
    arrays.put("points", NpyArray.of(flat, paths, d));
    for (int k = 0; k < lots.size(); k++) {
      arrays.put("lot " + k, NpyArray.of(lots.get(k).save()));
    }
    new Checkpoint(settings, Map.of(), arrays).write(checkpoint);
  }

  private boolean read(String settings, List<ExitLot> lots, double[] times, double[][] points) {
    return Checkpoint.read(checkpoint, settings)
        .map(
            stored -> {
              System.arraycopy(stored.array("times").doubles(), 0, times, 0, paths);
              double[] flat = stored.array("points").doubles();
              int d = field.dimension();
              for (int p = 0; p < paths; p++) {
                System.arraycopy(flat, p * d, points[p], 0, d);
              }
              for (int k = 0; k < lots.size(); k++) {
                lots.get(k).load(stored.array("lot " + k).longs());
              }
              return true;
            })
        .orElse(false);
  }

  Field field() {
    return field;
  }

  Domain domain() {
    return domain;
  }

  double beta() {
    return beta;
  }

  double dt() {
    return dt;
  }

  double deviations() {
    return deviations;
  }

  double[] start() {
    return start;
  }

  long longest() {
    return longest;
  }

  long seed() {
    return seed;
  }

  Scheme scheme() {
    return scheme;
  }
}

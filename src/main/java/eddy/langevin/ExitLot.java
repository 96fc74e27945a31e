package eddy.langevin;

import eddy.fields.Field;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Some of the paths of a first-passage run, on lanes side by side: when a path has left the domain,
 * its lane takes the next one, so that every path is followed to its end and no lane waits for the
 * slowest but at the end.
 */
final class ExitLot implements Crew.Job {
  private static final int LANES = 64;

  /** Most paths of a lot. */
  static final int PATHS = 512;

  private static final int STEPS_A_PIECE = 512;

  private final Field field;
  private final Domain domain;
  private final double variance;
  private final double deviations;
  private final double dt;
  private final double[] start;
  private final long longest;
  private final int first;
  private final int count;
  private final int lanes;
  private final Gaussians gaussians;
  private final Stepper stepper;
  private final double[] x;
  private final double[] g;
  private final double[] point;
  private final long[] laneStart;
  private final int[] lanePath;
  private final double[] times;
  private final double[][] points;
  private final AtomicLong done;
  private long step;
  private int next;
  private int finished;

  /** Paths {@code first .. first + count - 1} of a run, whose results go to its arrays. */
  ExitLot(
      FirstPassage run, int first, int count, double[] times, double[][] points, AtomicLong done) {
    this.field = run.field();
    this.domain = run.domain();
    this.dt = run.dt();
    this.variance = 2 * dt / run.beta();
    this.deviations = run.deviations();
    this.start = run.start();
    this.longest = run.longest();
    this.first = first;
    this.count = count;
    this.lanes = Bundle.lanes(Math.min(LANES, count));
    this.gaussians = Gaussians.best(run.seed(), first / PATHS);
    this.stepper = new Stepper(field, run.beta(), dt, run.scheme(), lanes);
    int d = field.dimension();
    this.x = new double[d * lanes];
    this.g = new double[d * lanes];
    this.point = new double[d];
    this.laneStart = new long[lanes];
    this.lanePath = new int[lanes];
    this.times = times;
    this.points = points;
    this.done = done;
    Arrays.fill(lanePath, -1);
    for (int l = 0; l < lanes; l++) {
      place(l);
    }
  }

  /** Puts the next path, if there is one, on a lane. */
  private void place(int l) {
    for (int i = 0; i < start.length; i++) {
      x[i * lanes + l] = start[i];
    }
    lanePath[l] = next < count ? next++ : -1;
    laneStart[l] = step;
  }

  @Override
  public boolean piece() {
    for (int s = 0; s < STEPS_A_PIECE && finished < count; s++) {
      gaussians.fill(g);
      stepper.step(x, g);
      step++;
      for (int l = 0; l < lanes; l++) {
        if (lanePath[l] >= 0) {
          look(l);
        }
      }
    }
    return finished < count;
  }

  private void look(int l) {
    for (int i = 0; i < point.length; i++) {
      point[i] = x[i * lanes + l];
    }
    if (domain.contains(point, field.diffusion(), variance, deviations)) {
      if (step - laneStart[l] >= longest) {
        throw new IllegalStateException(
            "A path is still inside after "
                + longest
                + " steps: the domain is left too rarely for this beta; lower beta, take a longer"
                + " dt, or allow more steps (atMost).");
      }
      return;
    }
    int path = first + lanePath[l];
    times[path] = (step - laneStart[l]) * dt;
    points[path] = point.clone();
    finished++;
    done.incrementAndGet();
    place(l);
  }

  int paths() {
    return count;
  }

  int finished() {
    return finished;
  }

  /** Everything but the results, as whole numbers. */
  long[] save() {
    long[] saved = new long[3 + 2 * lanes + 4 * Gaussians.LANES + x.length];
    saved[0] = step;
    saved[1] = next;
    saved[2] = finished;
    int at = 3;
    for (int l = 0; l < lanes; l++) {
      saved[at++] = laneStart[l];
      saved[at++] = lanePath[l];
    }
    long[] state = gaussians.state();
    System.arraycopy(state, 0, saved, at, state.length);
    at += state.length;
    for (double coordinate : x) {
      saved[at++] = Double.doubleToRawLongBits(coordinate);
    }
    return saved;
  }

  /** Takes what {@link #save} gave. */
  void load(long[] saved) {
    step = saved[0];
    next = (int) saved[1];
    finished = (int) saved[2];
    int at = 3;
    for (int l = 0; l < lanes; l++) {
      laneStart[l] = saved[at++];
      lanePath[l] = (int) saved[at++];
    }
    gaussians.restore(saved, at);
    at += 4 * Gaussians.LANES;
    for (int i = 0; i < x.length; i++) {
      x[i] = Double.longBitsToDouble(saved[at++]);
    }
  }
}

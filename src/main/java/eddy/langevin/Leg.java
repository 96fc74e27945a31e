package eddy.langevin;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What one bundle has to do in a run, in pieces of some milliseconds. */
final class Leg implements Crew.Job {
  private static final long PIECE_NANOSECONDS = 10_000_000;
  private static final long LONGEST = 1 << 16;

  private final Bundle bundle;
  private final long to;
  private final long observeFrom;
  private final List<Observer.Part> parts;
  private final AtomicLong done;
  private long steps = 1;

  /**
   * Advances a bundle to step {@code to}.
   *
   * @param done counts the steps taken, over all bundles
   */
  Leg(Bundle bundle, long to, long observeFrom, List<Observer.Part> parts, AtomicLong done) {
    this.bundle = bundle;
    this.to = to;
    this.observeFrom = observeFrom;
    this.parts = parts;
    this.done = done;
  }

  @Override
  public boolean piece() {
    long from = bundle.step();
    long start = System.nanoTime();
    bundle.advance(Math.min(to, from + steps), observeFrom, parts);
    if (System.nanoTime() - start > PIECE_NANOSECONDS) {
      steps = Math.max(1, steps / 2);
    } else {
      steps = Math.min(2 * steps, LONGEST);
    }
    done.addAndGet(bundle.step() - from);
    return !isDone();
  }

  boolean isDone() {
    return bundle.step() >= to;
  }
}

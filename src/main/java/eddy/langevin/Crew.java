package eddy.langevin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Worker threads that take jobs one after the other, while the calling thread watches: it can end a
 * round early, after which every job stands between two of its pieces. Which thread does which job
 * must not matter.
 */
final class Crew {
  private static final int WATCH_MILLISECONDS = 50;

  /** Something that is done in short pieces. */
  interface Job {
    /** Does one piece, some milliseconds long; returns whether more is left. */
    boolean piece();
  }

  /** What the calling thread does meanwhile, about twenty times a second. */
  interface Watch {
    /** Returns whether the round should go on. */
    boolean goOn();
  }

  private final List<? extends Job> jobs;
  private final int threads;
  private volatile boolean stop;
  private volatile Throwable failure;

  Crew(List<? extends Job> jobs, int threads) {
    this.jobs = jobs;
    this.threads = Math.min(threads, jobs.size());
  }

  /**
   * Does something on another thread and waits for it, interrupted or not: a file that is written
   * by an interrupted thread is closed under its hands. An interrupt is seen afterwards.
   */
  static void uninterrupted(Runnable work) {
    Job once =
        () -> {
          work.run();
          return false;
        };
    boolean interrupted = Thread.interrupted();
    while (!new Crew(List.of(once), 1).round(() -> true)) {
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Works until all jobs are done, the watch ends the round, or the calling thread is interrupted
   * (its flag then stays set).
   *
   * @return whether all jobs are done
   */
  boolean round(Watch watch) {
    stop = false;
    AtomicInteger next = new AtomicInteger();
    AtomicInteger unfinished = new AtomicInteger(jobs.size());
    CountDownLatch left = new CountDownLatch(threads);
    List<Thread> crew = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  work(next, unfinished);
                } catch (RuntimeException | Error e) {
                  failure = e;
                  stop = true;
                } finally {
                  left.countDown();
                }
              },
              "eddy-paths");
      thread.setDaemon(true);
      crew.add(thread);
      thread.start();
    }
    watch(watch, left);
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
    return unfinished.get() == 0;
  }

  private void work(AtomicInteger next, AtomicInteger unfinished) {
    for (int k = next.getAndIncrement(); k < jobs.size(); k = next.getAndIncrement()) {
      boolean more = true;
      while (more) {
        if (stop) {
          return;
        }
        more = jobs.get(k).piece();
      }
      unfinished.decrementAndGet();
    }
  }

  private void watch(Watch watch, CountDownLatch left) {
    boolean interrupted = false;
    boolean done = false;
    while (!done) {
      try {
        done = left.await(WATCH_MILLISECONDS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      if (interrupted || !done && !watch.goOn()) {
        stop = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

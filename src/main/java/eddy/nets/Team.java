package eddy.nets;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that work through a job together. A job has stages, a stage has items; a thread takes the
 * next item that nobody has, and a stage begins when the one before is done. Which thread does what
 * must not matter to the result.
 *
 * <p>The calling thread is thread 0. The others are daemons that end after a second without work,
 * so there is nothing to close.
 */
final class Team {
  private static final int SPINS = 1000;

  /** Work in stages. */
  interface Job {
    int stages();

    void run(int stage, int item, int thread);

    /** Once, when all items of the stage are done. */
    void after(int stage);
  }

  private final int threads;
  private final ThreadPoolExecutor helpers;

  Team(int threads) {
    this.threads = threads;
    int others = Math.max(1, threads - 1);
    this.helpers =
        new ThreadPoolExecutor(
            others, others, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Team::daemon);
    this.helpers.allowCoreThreadTimeOut(true);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "eddy-network");
    thread.setDaemon(true);
    return thread;
  }

  int threads() {
    return threads;
  }

  /** Does all stages of the job with {@code items} items each. */
  void run(int items, Job job) {
    Run run = new Run(items, job, Math.min(threads, items));
    for (int t = 1; t < run.parties; t++) {
      int thread = t;
      helpers.execute(() -> run.work(thread));
    }
    run.work(0);
    run.finish();
  }

  private static final class Run {
    private final int items;
    private final Job job;
    private final int parties;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger arrived = new AtomicInteger();
    private volatile int stage;
    private volatile Throwable failure;

    Run(int items, Job job, int parties) {
      this.items = items;
      this.job = job;
      this.parties = parties;
    }

    void work(int thread) {
      for (int s = 0; s < job.stages(); s++) {
        try {
          for (int item = next.getAndIncrement();
              item < items && failure == null;
              item = next.getAndIncrement()) {
            job.run(s, item, thread);
          }
        } catch (RuntimeException | Error e) {
          failure = e;
        }
        arrive(s);
      }
    }

    /** The last thread to arrive ends the stage, the others wait for it. */
    private void arrive(int s) {
      if (arrived.incrementAndGet() == parties) {
        try {
          if (failure == null) {
            job.after(s);
          }
        } catch (RuntimeException | Error e) {
          failure = e;
        }
        arrived.set(0);
        next.set(0);
        stage = s + 1;
        return;
      }
      for (int spins = 0; stage <= s; spins++) {
        if (spins < SPINS) {
          Thread.onSpinWait();
        } else {
          Thread.yield();
        }
      }
    }

    void finish() {
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure != null) {
        throw (RuntimeException) failure;
      }
    }
  }
}

package eddy.nets;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Threads that work through a job together. A job has stages, a stage has items; a thread takes the
 * next item that nobody has, and a stage begins when all items of the one before are done. Which
 * thread does what must not matter to the result.
 *
 * <p>Nobody waits for a thread that holds no item: on a busy machine, where a helper may not get a
 * core for a while, the others go on without it. The calling thread is thread 0. The helpers are
 * daemons that end after a second without work, so there is nothing to close.
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

  /** Does all stages of the job with {@code items} items each. */
  void run(int items, Job job) {
    Run run = new Run(items, job);
    for (int t = 1; t < Math.min(threads, items); t++) {
      int thread = t;
      helpers.execute(() -> run.work(thread));
    }
    run.work(0);
    run.finish();
  }

  private static final class Run {
    private final int items;
    private final Job job;

    /** The stage in the high half, its next item in the low half. */
    private final AtomicLong next = new AtomicLong();

    private final AtomicInteger done = new AtomicInteger();
    private volatile Throwable failure;

    Run(int items, Job job) {
      this.items = items;
      this.job = job;
    }

    void work(int thread) {
      int spins = 0;
      while (true) {
        long ticket = next.get();
        int stage = (int) (ticket >>> 32);
        int item = (int) ticket;
        if (stage >= job.stages()) {
          return;
        }
        if (item >= items) {
          pause(spins++);
        } else if (next.compareAndSet(ticket, ticket + 1)) {
          spins = 0;
          attempt(() -> job.run(stage, item, thread));
          if (done.incrementAndGet() == items) {
            attempt(() -> job.after(stage));
            done.set(0);
            next.set((stage + 1L) << 32);
          }
        }
      }
    }

    private static void pause(int spins) {
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }

    /** After a failure the rest is only counted. */
    private void attempt(Runnable work) {
      if (failure != null) {
        return;
      }
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        failure = e;
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

package eddy.spectral;

import eddy.run.Interrupts;
import eddy.run.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Independent items of work on several threads: the calling one and helpers that end with the work.
 * What an item gives must not depend on the others or on the thread.
 */
final class Workers {
  private final int items;
  private final String phase;
  private final Progress progress;
  private final Supplier<IntConsumer> perThread;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicReference<Throwable> stop = new AtomicReference<>();

  private Workers(int items, String phase, Progress progress, Supplier<IntConsumer> perThread) {
    this.items = items;
    this.phase = phase;
    this.progress = progress;
    this.perThread = perThread;
  }

  /** As many threads as this JVM has cores. */
  static int all() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * Does items 0 .. items - 1.
   *
   * @param threads at most so many
   * @param phase for the progress
   * @param perThread makes the worker of a thread, with buffers of its own
   * @throws eddy.run.ComputationInterrupted if this thread is interrupted
   */
  static void forEach(
      int threads, int items, String phase, Progress progress, Supplier<IntConsumer> perThread) {
    new Workers(items, phase, progress, perThread).run(Math.min(threads, items));
  }

  private void run(int threads) {
    List<Thread> helpers = new ArrayList<>();
    for (int i = 1; i < threads; i++) {
      Thread helper = new Thread(() -> work(false), "eddy-spectral");
      helper.setDaemon(true);
      helper.start();
      helpers.add(helper);
    }
    work(true);
    for (Thread helper : helpers) {
      join(helper);
    }
    Throwable failure = stop.get();
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /** Waits; an interrupt meanwhile stops the helpers after the items that they are at. */
  private void join(Thread helper) {
    while (helper.isAlive()) {
      try {
        helper.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        check();
      }
    }
  }

  private void check() {
    try {
      Interrupts.check("");
    } catch (RuntimeException interrupted) {
      stop.compareAndSet(null, interrupted);
    }
  }

  private void work(boolean caller) {
    try {
      IntConsumer worker = perThread.get();
      for (int item = next.getAndIncrement();
          item < items && stop.get() == null;
          item = next.getAndIncrement()) {
        worker.accept(item);
        int soFar = done.incrementAndGet();
        if (caller) {
          progress.report(phase, soFar, items, "");
          check();
        }
      }
    } catch (RuntimeException | Error failure) {
      stop.compareAndSet(null, failure);
    }
  }
}

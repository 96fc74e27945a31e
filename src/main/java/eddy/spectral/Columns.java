package eddy.spectral;

import eddy.run.Interrupts;
import eddy.run.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Work on each series by itself, on all cores. A thread reads a few neighbouring series at a time
 * (a cache line of each snapshot), so that nothing else is copied. What a series gives must not
 * depend on the others; then the result does not depend on the number of threads.
 */
final class Columns {
  private static final int WIDTH = 16;
  private static final int LARGEST_TILE = 1 << 22;

  private Columns() {}

  /** What is done with one series; the values may be overwritten. */
  interface Work {
    void accept(int index, double[] values);
  }

  /**
   * Gives every series to a worker.
   *
   * @param phase for the progress
   * @param perThread makes the worker of a thread, with buffers of its own
   * @throws eddy.run.ComputationInterrupted if this thread is interrupted
   */
  static void forEach(Series series, String phase, Progress progress, Supplier<Work> perThread) {
    new Tiles(series, phase, progress, perThread).run();
  }

  private static final class Tiles {
    private final Series series;
    private final String phase;
    private final Progress progress;
    private final Supplier<Work> perThread;
    private final int width;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<Throwable> stop = new AtomicReference<>();

    Tiles(Series series, String phase, Progress progress, Supplier<Work> perThread) {
      this.series = series;
      this.phase = phase;
      this.progress = progress;
      this.perThread = perThread;
      int threads = Runtime.getRuntime().availableProcessors();
      int share = (series.count() + threads - 1) / threads;
      this.width = Math.max(1, Math.min(Math.min(WIDTH, share), LARGEST_TILE / series.length()));
    }

    void run() {
      List<Thread> helpers = new ArrayList<>();
      int tiles = (series.count() + width - 1) / width;
      for (int i = 1; i < Math.min(Runtime.getRuntime().availableProcessors(), tiles); i++) {
        Thread helper = new Thread(() -> work(false), "eddy-series");
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

    /** Waits; an interrupt meanwhile stops the helpers after the series that they are at. */
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
        Work worker = perThread.get();
        double[][] tile = new double[width][series.length()];
        for (int first = next.getAndAdd(width);
            first < series.count() && stop.get() == null;
            first = next.getAndAdd(width)) {
          int count = Math.min(width, series.count() - first);
          double[][] part = count == width ? tile : Arrays.copyOf(tile, count);
          series.read(first, part);
          for (int k = 0; k < count && stop.get() == null; k++) {
            worker.accept(first + k, part[k]);
            int soFar = done.incrementAndGet();
            if (caller) {
              progress.report(phase, soFar, series.count(), "");
              check();
            }
          }
        }
      } catch (RuntimeException | Error failure) {
        stop.compareAndSet(null, failure);
      }
    }
  }
}

package eddy.spectral;

import eddy.run.Progress;
import java.util.Arrays;
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
   * @param phase for the progress, which counts tiles of some series
   * @param perThread makes the worker of a thread, with buffers of its own
   * @throws eddy.run.ComputationInterrupted if this thread is interrupted
   */
  static void forEach(Series series, String phase, Progress progress, Supplier<Work> perThread) {
    int count = series.count();
    int share = (count + Workers.all() - 1) / Workers.all();
    int width = Math.max(1, Math.min(Math.min(WIDTH, share), LARGEST_TILE / series.length()));
    Workers.forEach(
        Workers.all(),
        (count + width - 1) / width,
        phase,
        progress,
        () -> {
          Work work = perThread.get();
          double[][] tile = new double[width][series.length()];
          return i -> {
            int first = i * width;
            double[][] part = Arrays.copyOf(tile, Math.min(width, count - first));
            series.read(first, part);
            for (int k = 0; k < part.length; k++) {
              work.accept(first + k, part[k]);
            }
          };
        });
  }
}

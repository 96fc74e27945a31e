package eddy.diffusion;

import eddy.linalg.Blas;
import eddy.linalg.DoubleMatrix;
import eddy.linalg.FloatMatrix;
import eddy.run.ComputationInterrupted;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Reads blocks of per-example gradients g_k − c on several threads, where c is the mean over about
 * a thousand examples spread over the data. What is computed from them is free of the cancellation
 * in (1/N) Σ g_k g_kᵀ − g gᵀ: it remains to subtract (g − c)(g − c)ᵀ, which is a thousand times
 * smaller than D.
 *
 * <p>BLAS works with one thread while the readers do; the number that was set before comes back
 * after each block. Results do not depend on the number of threads.
 */
final class GradientBlocks implements AutoCloseable {
  private static final int CHUNK = 64;
  private static final int CENTRE_GROUPS = 32;
  private static final int CENTRE_GROUP = 32;

  private final GradientSource source;
  private final int threads;
  private final BooleanSupplier cancelled;
  private final ExecutorService pool;
  private final List<Worker> workers = new ArrayList<>();
  private final float[] centre;
  private final double[] sum;
  private volatile boolean stopped;

  /**
   * Starts the threads and finds c.
   *
   * @param cancelled asked between chunks; once true, reading stops with a CancellationException
   */
  GradientBlocks(GradientSource source, BooleanSupplier cancelled) {
    this.source = source;
    this.cancelled = cancelled;
    threads = Blas.threads();
    pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "eddy-gradients");
              thread.setDaemon(true);
              return thread;
            });
    for (int i = 0; i < threads; i++) {
      workers.add(new Worker());
    }
    sum = new double[source.dimension()];
    centre = new float[source.dimension()];
    findCentre();
  }

  /** Puts examples {@code from .. from + count − 1}, less the centre, into rows {@code to} on. */
  void read(int from, int count, FloatMatrix block, int to) {
    read(from, count, (worker, row) -> block.setRow(to + row, worker.rounded()));
  }

  /** As the other, in float64, into the first rows. */
  void read(int from, int count, DoubleMatrix block) {
    read(from, count, (worker, row) -> block.setRow(row, worker.centred));
  }

  /** Takes the gradient that a worker has just centred. */
  @FunctionalInterface
  private interface Target {
    void put(Worker worker, int row);
  }

  private void read(int from, int count, Target target) {
    int chunks = (count - 1) / CHUNK + 1;
    double[][] partial = new double[chunks][];
    everyChunk(
        chunks,
        (worker, chunk) -> {
          int first = chunk * CHUNK;
          int rows = Math.min(CHUNK, count - first);
          partial[chunk] = worker.read(from + first, rows, first, target);
        });
    for (double[] part : partial) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += part[i];
      }
    }
  }

  /** c. */
  float[] centreVector() {
    return centre;
  }

  /** (1/N) Σ (g_k − c) = g − c, once all examples were read exactly once. */
  double[] meanOffset() {
    double[] mean = new double[sum.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = sum[i] / source.examples();
    }
    return mean;
  }

  private void findCentre() {
    int n = source.examples();
    int groups = Math.max(1, Math.min(CENTRE_GROUPS, n / CENTRE_GROUP));
    int size = Math.min(CENTRE_GROUP, n);
    double[][] partial = new double[groups][];
    everyChunk(
        groups,
        (worker, group) -> {
          int from = (int) ((long) (n - size) * group / Math.max(1, groups - 1));
          partial[group] = worker.read(from, size, 0, (w, row) -> {});
        });
    for (int i = 0; i < centre.length; i++) {
      double total = 0;
      for (double[] part : partial) {
        total += part[i];
      }
      centre[i] = (float) (total / ((long) groups * size));
    }
  }

  @FunctionalInterface
  private interface Chunk {
    void run(Worker worker, int chunk);
  }

  private void everyChunk(int chunks, Chunk work) {
    Blas.threads(1);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int w = 0; w < threads; w++) {
        int first = w;
        running.add(
            pool.submit(
                () -> {
                  for (int chunk = first; chunk < chunks; chunk += threads) {
                    checkCancelled();
                    work.run(workers.get(first), chunk);
                  }
                }));
      }
      awaitAll(running);
    } finally {
      Blas.threads(threads);
    }
  }

  /** Waits until no worker reads any more, also when one fails or the caller is interrupted. */
  private void awaitAll(List<Future<?>> running) {
    RuntimeException failure = null;
    for (Future<?> one : running) {
      boolean ended = false;
      while (!ended) {
        try {
          one.get();
          ended = true;
        } catch (ExecutionException failed) {
          ended = true;
          stopped = true;
          failure = failure == null ? rethrown(failed) : failure;
        } catch (InterruptedException stop) {
          stopped = true;
          failure =
              new ComputationInterrupted(
                  "Interrupted while gradients were computed, of which nothing is kept; run it"
                      + " again to start over.");
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void checkCancelled() {
    if (stopped || cancelled.getAsBoolean()) {
      throw new CancellationException();
    }
  }

  /** What a failed task threw, to be thrown again. */
  static RuntimeException rethrown(ExecutionException failed) {
    if (failed.getCause() instanceof Error error) {
      throw error;
    }
    return failed.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(failed.getCause());
  }

  @Override
  public void close() {
    pool.shutdown();
    workers.forEach(Worker::close);
  }

  /** One thread's reader and buffers. */
  private final class Worker {
    private final GradientSource.Reader reader = source.open();
    private final FloatMatrix rows = new FloatMatrix(CHUNK, source.dimension());
    private final float[] gradient = new float[source.dimension()];
    private final double[] centred = new double[source.dimension()];

    /** Reads, centres and hands on gradients; returns their sum. */
    double[] read(int from, int count, int firstRow, Target target) {
      reader.read(from, count, rows);
      double[] total = new double[centred.length];
      for (int k = 0; k < count; k++) {
        rows.row(k, gradient);
        for (int i = 0; i < centred.length; i++) {
          centred[i] = (double) gradient[i] - centre[i];
          total[i] += centred[i];
        }
        target.put(this, firstRow + k);
      }
      return total;
    }

    float[] rounded() {
      for (int i = 0; i < centred.length; i++) {
        gradient[i] = (float) centred[i];
      }
      return gradient;
    }

    void close() {
      reader.close();
      rows.close();
    }
  }
}

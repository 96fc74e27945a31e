package eddy.diffusion;

import eddy.linalg.DoubleMatrix;
import eddy.linalg.FloatMatrix;
import eddy.run.ComputationInterrupted;
import eddy.run.Progress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Accumulates D block by block: readers fill a block with g_k − c, then one product adds it to the
 * upper triangle, and at the end (g − c)(g − c)ᵀ is taken off. Runs on a thread of its own, so that
 * an interrupt does not wait for a native call; that thread stops at the next block.
 */
final class DiffusionBuilder {
  private static final int BLOCK = 1024;
  private static final long WAIT_MILLIS = 100;

  private final GradientSource source;
  private final Precision precision;
  private volatile int done;
  private volatile boolean cancelled;

  private DiffusionBuilder(GradientSource source, Precision precision) {
    this.source = source;
    this.precision = precision;
  }

  static DiffusionMatrix build(
      GradientSource source, Precision precision, Progress progress, long memory) {
    if (source.examples() < 1 || source.dimension() < 1) {
      throw new IllegalArgumentException("There are no gradients to make a diffusion matrix of.");
    }
    MemoryNeed.requireDense(source.dimension(), precision, memory);
    return new DiffusionBuilder(source, precision).await(progress);
  }

  private DiffusionMatrix await(Progress progress) {
    FutureTask<DiffusionMatrix> task = new FutureTask<>(this::accumulate);
    Thread thread = new Thread(task, "eddy-diffusion");
    thread.setDaemon(true);
    thread.start();
    while (true) {
      try {
        DiffusionMatrix matrix = task.get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        progress.report("diffusion matrix", source.examples(), source.examples(), "");
        return matrix;
      } catch (TimeoutException notYet) {
        progress.report("diffusion matrix", done, source.examples(), "");
      } catch (InterruptedException stop) {
        cancelled = true;
        throw new ComputationInterrupted(
            "Interrupted after "
                + done
                + " of "
                + source.examples()
                + " gradients of a diffusion matrix, of which nothing is kept; run it again to"
                + " start over.");
      } catch (ExecutionException failed) {
        throw GradientBlocks.rethrown(failed);
      }
    }
  }

  private DiffusionMatrix accumulate() {
    try (GradientBlocks blocks = new GradientBlocks(source, () -> cancelled)) {
      return precision == Precision.FLOAT32 ? inFloat32(blocks) : inFloat64(blocks);
    }
  }

  private DiffusionMatrix inFloat32(GradientBlocks blocks) {
    int d = source.dimension();
    int n = source.examples();
    FloatMatrix sum = new FloatMatrix(d, d);
    try (FloatMatrix block = new FloatMatrix(Math.min(BLOCK, n), d)) {
      for (int from = 0; from < n; from += BLOCK) {
        int count = Math.min(BLOCK, n - from);
        blocks.read(from, count, block, 0);
        sum.addGram(block, count, 1f / n);
        done = from + count;
      }
      double[] offset = blocks.meanOffset();
      block.setRow(0, Narrow.toFloat(offset));
      sum.addGram(block, 1, -1);
      return new DiffusionMatrix(n, mean(blocks, offset), sum, null);
    } catch (RuntimeException | Error failed) {
      sum.close();
      throw failed;
    }
  }

  private DiffusionMatrix inFloat64(GradientBlocks blocks) {
    int d = source.dimension();
    int n = source.examples();
    DoubleMatrix sum = new DoubleMatrix(d, d);
    try (DoubleMatrix block = new DoubleMatrix(Math.min(BLOCK, n), d)) {
      for (int from = 0; from < n; from += BLOCK) {
        int count = Math.min(BLOCK, n - from);
        blocks.read(from, count, block);
        sum.addGram(block, count, 1.0 / n);
        done = from + count;
      }
      double[] offset = blocks.meanOffset();
      block.setRow(0, offset);
      sum.addGram(block, 1, -1);
      return new DiffusionMatrix(n, mean(blocks, offset), null, sum);
    } catch (RuntimeException | Error failed) {
      sum.close();
      throw failed;
    }
  }

  private static double[] mean(GradientBlocks blocks, double[] offset) {
    float[] centre = blocks.centreVector();
    double[] mean = new double[offset.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = centre[i] + offset[i];
    }
    return mean;
  }
}

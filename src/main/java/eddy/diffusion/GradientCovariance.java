package eddy.diffusion;

import eddy.linalg.Blas;
import eddy.linalg.DoubleMatrix;
import eddy.linalg.FloatMatrix;
import eddy.run.Interrupts;
import eddy.run.Progress;

/**
 * D as an operator that never forms D: with the rows g_k − c of G, D q = (1/N) Gᵀ (G q − 1 (g − c)ᵀ
 * q), two products with G in float32. G is kept outside the Java heap (4 N d bytes) when it fits,
 * and computed again in each product when it does not.
 */
public final class GradientCovariance implements SymmetricOperator, AutoCloseable {
  private static final int BLOCK = 2048;

  private final GradientSource source;
  private final GradientBlocks blocks;
  private final FloatMatrix stored;
  private final double[] offset;

  /**
   * Computes all gradients once.
   *
   * @param source the gradients
   * @param progress hears how many are done
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted
   */
  public GradientCovariance(GradientSource source, Progress progress) {
    this(source, progress, MemoryNeed.available());
  }

  GradientCovariance(GradientSource source, Progress progress, long memory) {
    this.source = source;
    int n = source.examples();
    int d = source.dimension();
    boolean fits = (long) n * d * Float.BYTES <= memory;
    blocks = new GradientBlocks(source, () -> false);
    FloatMatrix gradients = new FloatMatrix(fits ? n : Math.min(BLOCK, n), d);
    try {
      for (int from = 0; from < n; from += BLOCK) {
        int count = Math.min(BLOCK, n - from);
        blocks.read(from, count, gradients, fits ? from : 0);
        progress.report("gradients", from + count, n, "");
      }
      offset = blocks.meanOffset();
    } catch (RuntimeException | Error failed) {
      gradients.close();
      blocks.close();
      throw failed;
    }
    if (fits) {
      stored = gradients;
    } else {
      gradients.close();
      stored = null;
    }
  }

  @Override
  public int dimension() {
    return source.dimension();
  }

  /** Whether the gradients are kept, or computed again in each product. */
  public boolean keepsGradients() {
    return stored != null;
  }

  @Override
  public void apply(DoubleMatrix vectors, DoubleMatrix out) {
    int n = source.examples();
    int d = dimension();
    int m = vectors.rows();
    try (FloatMatrix q = Narrow.toFloat(vectors);
        FloatMatrix shift = new FloatMatrix(1, d);
        FloatMatrix shiftDotQ = new FloatMatrix(1, m);
        FloatMatrix ones = new FloatMatrix(Math.min(BLOCK, n), 1);
        FloatMatrix z = new FloatMatrix(Math.min(BLOCK, n), m);
        FloatMatrix y = new FloatMatrix(m, d);
        FloatMatrix again = new FloatMatrix(stored == null ? Math.min(BLOCK, n) : 0, d)) {
      shift.setRow(0, Narrow.toFloat(offset));
      Blas.sgemm(false, true, 1, shift, q, 0, shiftDotQ);
      for (int i = 0; i < ones.rows(); i++) {
        ones.set(i, 0, 1);
      }
      for (int from = 0; from < n; from += BLOCK) {
        Interrupts.check("");
        int count = Math.min(BLOCK, n - from);
        if (stored == null) {
          blocks.read(from, count, again, 0);
        }
        FloatMatrix g = stored == null ? again : stored;
        long start = stored == null ? 0 : (long) from * d;
        Blas.sgemm(
            false,
            true,
            count,
            m,
            d,
            1,
            g.pointer(),
            start,
            d,
            q.pointer(),
            0,
            d,
            0,
            z.pointer(),
            0,
            m);
        Blas.sgemm(
            false,
            false,
            count,
            m,
            1,
            -1,
            ones.pointer(),
            0,
            1,
            shiftDotQ.pointer(),
            0,
            m,
            1,
            z.pointer(),
            0,
            m);
        Blas.sgemm(
            true,
            false,
            m,
            d,
            count,
            1f / n,
            z.pointer(),
            0,
            m,
            g.pointer(),
            start,
            d,
            1,
            y.pointer(),
            0,
            d);
      }
      out.copyRows(y, 0, m);
    }
  }

  @Override
  public void close() {
    blocks.close();
    if (stored != null) {
      stored.close();
    }
  }
}

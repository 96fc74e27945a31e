package eddy.langevin;

import eddy.linalg.Blas;
import eddy.linalg.DoubleMatrix;
import eddy.linalg.SymmetricRoot;
import eddy.run.RandomStream;

/**
 * A simulation of a {@link LinearRecursion}, step by step. The noise of {@value #BATCH} steps is
 * one matrix product, which makes a step of dimension 1,834 cheap. A checkpoint needs {@link #step}
 * and {@link #state} only.
 */
public final class LinearWalk implements AutoCloseable {
  private static final int BATCH = 64;
  private static final int WORDS = 2;

  private final int n;
  private final Propagator propagator;
  private final RandomStream stream;
  private final long origin;
  private final DoubleMatrix root;
  private final DoubleMatrix normal;
  private final DoubleMatrix noise;
  private final double[] kick;
  private double[] x;
  private double[] next;
  private long step;
  private long batch = -1;

  /**
   * Goes on after some steps.
   *
   * @param stream where it stood when the walk began: step 0 draws from there
   */
  LinearWalk(int n, Propagator propagator, double[] r, RandomStream stream, double[] x, long step) {
    if (x.length != n) {
      throw new IllegalArgumentException(
          "A state has " + n + " coordinates, not " + x.length + ".");
    }
    this.n = n;
    this.propagator = propagator;
    this.stream = stream.copy();
    this.origin = stream.position();
    this.x = x.clone();
    this.next = new double[n];
    this.kick = new double[n];
    this.step = step;
    this.root = new DoubleMatrix(n, n);
    this.normal = new DoubleMatrix(BATCH, n);
    this.noise = new DoubleMatrix(BATCH, n);
    root.write(0, SymmetricRoot.of(n, r), 0, n * n);
  }

  /** How many words of the stream so many steps draw. */
  static long words(int n, long steps) {
    return steps * n * WORDS;
  }

  /** Takes a step and returns {@link #state}. */
  public double[] next() {
    if (step / BATCH != batch) {
      batch = step / BATCH;
      draw();
    }
    noise.row((int) (step % BATCH), kick);
    System.arraycopy(kick, 0, next, 0, n);
    propagator.addTo(next, x);
    double[] old = x;
    x = next;
    next = old;
    step++;
    return x;
  }

  /** Rows of the noise L g for the steps of a batch. */
  private void draw() {
    stream.seek(origin + words(n, batch * BATCH));
    double[] g = new double[n];
    for (int t = 0; t < BATCH; t++) {
      for (int i = 0; i < n; i++) {
        g[i] = stream.nextGaussian();
      }
      normal.setRow(t, g);
    }
    Blas.dgemm(false, true, 1, normal, root, 0, noise);
  }

  /** The state after {@link #step} steps: not a copy, and changed by the next step. */
  public double[] state() {
    return x;
  }

  /** How many steps were taken. */
  public long step() {
    return step;
  }

  /** Gives the memory of the noise back. */
  @Override
  public void close() {
    root.close();
    normal.close();
    noise.close();
  }
}

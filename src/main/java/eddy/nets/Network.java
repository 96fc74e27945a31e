package eddy.nets;

import eddy.linalg.FloatMatrix;
import eddy.run.RandomStream;

/**
 * An architecture at work, in float32 on several threads: losses and gradients of batches in
 * training mode, and in evaluation mode the gradient of every single example.
 *
 * <p>Parameters, running statistics, images and labels belong to the caller ({@link eddy.nets}); a
 * network only holds the arrays that it computes in, so nothing large is allocated per call. The
 * results have the same bits for any number of threads. One call at a time: a network is not for
 * use by several threads at once.
 *
 * <p>x holds images {@code [n][channels][height][width]}, y a label for each. A call that does not
 * fit (a wrong length, a label that is no class, a batch that is too large) ends with an {@link
 * IllegalArgumentException} that says what to do.
 */
public final class Network {
  private final Architecture architecture;

  /** A network on all cores of this machine; see {@link #Network(Architecture, Loss, int, int)}. */
  public Network(Architecture architecture, Loss loss, int maxBatch) {
    this(architecture, loss, maxBatch, Runtime.getRuntime().availableProcessors());
  }

  /**
   * A network with room for a batch.
   *
   * @param architecture the layers
   * @param loss what training minimises
   * @param maxBatch the largest batch that {@link #trainGradient} and {@link #refreshRunning} will
   *     be given, at least 1
   * @param threads how many threads work, at least 1
   */
  public Network(Architecture architecture, Loss loss, int maxBatch, int threads) {
    this.architecture = architecture;
  }

  /** What the network is. */
  public Architecture architecture() {
    return architecture;
  }

  /**
   * Gradient of the mean loss of a batch in training mode: batch normalisation by the batch's own
   * statistics, dropout on. No L2.
   *
   * @param w parameters
   * @param running running statistics, moved by this batch; or null to leave them out
   * @param x images
   * @param y labels
   * @param index which examples: those in {@code index[from .. from + b − 1]}
   * @param from first place in {@code index}
   * @param b batch size, 1 to the largest batch; above 1 where batch normalisation follows a dense
   *     layer
   * @param grad receives the gradient by w
   * @param dropout gives the dropout masks and is left behind the last word drawn; or null for no
   *     dropout
   * @return the mean loss
   */
  public double trainGradient(
      float[] w,
      float[] running,
      float[] x,
      int[] y,
      int[] index,
      int from,
      int b,
      float[] grad,
      RandomStream dropout) {
    throw new UnsupportedOperationException();
  }

  /**
   * Gradients of single examples in evaluation mode: batch normalisation by the running statistics,
   * no dropout, no L2.
   *
   * @param w parameters
   * @param running running statistics
   * @param x images
   * @param y labels
   * @param from the first example
   * @param count how many examples follow it, 0 to {@code out.rows()}
   * @param out receives the gradient of example {@code from + i} in row i; d columns
   */
  public void perExampleGradients(
      float[] w, float[] running, float[] x, int[] y, int from, int count, FloatMatrix out) {
    throw new UnsupportedOperationException();
  }

  /**
   * Gradient of the mean loss of examples {@code from .. from + count − 1} in evaluation mode,
   * summed in double. No L2.
   *
   * @param w parameters
   * @param running running statistics
   * @param x images
   * @param y labels
   * @param from the first example
   * @param count how many examples, at least 1, as many as you like
   * @param grad receives the gradient by w
   * @return the mean loss
   * @throws eddy.run.ComputationInterrupted if this thread is interrupted
   */
  public double gradient(
      float[] w, float[] running, float[] x, int[] y, int from, int count, double[] grad) {
    throw new UnsupportedOperationException();
  }

  /**
   * Mean loss and error of all examples in evaluation mode.
   *
   * @param w parameters
   * @param running running statistics
   * @param x images
   * @param y labels, at least one
   * @throws eddy.run.ComputationInterrupted if this thread is interrupted
   */
  public Evaluation evaluate(float[] w, float[] running, float[] x, int[] y) {
    throw new UnsupportedOperationException();
  }

  /**
   * Outputs in evaluation mode.
   *
   * @param w parameters
   * @param running running statistics
   * @param x images
   * @param from the first example
   * @param count how many examples
   * @param out receives {@code [count][outputs]}
   */
  public void outputs(float[] w, float[] running, float[] x, int from, int count, float[] out) {
    throw new UnsupportedOperationException();
  }

  /**
   * Replaces the running statistics by equal-weight averages, over consecutive batches of x, of the
   * batch mean and the unbiased batch variance in training mode. A last batch of fewer than {@code
   * b} examples is left out, unless it is the only one.
   *
   * @param w parameters
   * @param running receives the averages
   * @param x images
   * @param n how many of them, at least 1
   * @param b batch size, 1 to the largest batch
   * @param dropout as in {@link #trainGradient}; null for no dropout
   * @throws eddy.run.ComputationInterrupted if this thread is interrupted
   */
  public void refreshRunning(
      float[] w, float[] running, float[] x, int n, int b, RandomStream dropout) {
    throw new UnsupportedOperationException();
  }
}

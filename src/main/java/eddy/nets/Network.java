package eddy.nets;

import eddy.linalg.FloatMatrix;
import eddy.nets.EvaluationPass.BlockResult;
import eddy.nets.EvaluationPass.Extent;
import eddy.run.Interrupts;
import eddy.run.RandomStream;
import java.util.Arrays;

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
  /** Blocks between two looks for an interrupt: a tenth of a second of the largest network. */
  private static final int BLOCKS_AT_ONCE = 64;

  private final Architecture architecture;
  private final Demands demands;
  private final int slots;
  private final Team team;
  private final Chain chain;
  private final LossKernel loss;
  private final Plan gradientPlan;
  private final Plan statisticsPlan;
  private final int[] identity;
  private final int[] block;
  private final float[] sums;
  private final GradientSink summing;
  private final float[][] rows;

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
    this(architecture, loss, maxBatch, threads, Lanes.best());
  }

  Network(Architecture architecture, Loss loss, int maxBatch, int threads, Lanes lanes) {
    this.architecture = architecture;
    this.demands = new Demands(architecture, maxBatch);
    Check.atLeast("The number of threads", threads, 1);
    this.slots = Math.max(threads, (maxBatch - 1) / Lanes.COUNT + 1);
    this.team = new Team(threads);
    this.chain = new Chain(architecture, lanes, slots, threads);
    this.loss = new LossKernel(loss, architecture.output().size(), slots, threads);
    this.gradientPlan = Plan.gradient(chain);
    this.statisticsPlan = Plan.statistics(chain);
    this.identity = new int[slots];
    Arrays.setAll(identity, i -> i);
    this.block = new int[slots];
    int d = architecture.parameterCount();
    this.sums = new float[Math.multiplyExact(slots, d)];
    this.summing = new LaneSums(d, sums);
    this.rows = new float[threads][chain.scratch()];
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
    demands.training(w, running, x, y, index, from, b, grad);
    Examples batch = new Examples(x, y, index, from, b);
    Pass pass = Pass.training(w, running, batch, dropout, summing, 0, identity);
    chain.prepare(pass);
    team.run(batch.blocks(), new TrainingPass(gradientPlan, chain, pass, loss));
    leave(dropout, b);
    total(batch.blocks(), grad);
    return sum(batch.blocks()) / b;
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
    demands.evaluation(w, running, x, y, from, count);
    demands.rows(count, out);
    GradientSink sink = new LaneRows(out, from, rows);
    evaluate(
        Extent.GRADIENT, w, running, new Examples(x, y, null, from, count), sink, (at, slot) -> {});
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
    demands.evaluation(w, running, x, y, from, count);
    demands.gradient(grad.length, count);
    Arrays.fill(grad, 0);
    double losses = 0;
    int room = slots * Lanes.COUNT;
    for (int done = 0; done < count; done += room) {
      Interrupts.check("");
      Examples part = new Examples(x, y, null, from + done, Math.min(room, count - done));
      Pass pass = Pass.evaluation(w, running, part, summing, block);
      chain.prepare(pass);
      team.run(
          part.blocks(),
          new EvaluationPass(Extent.GRADIENT, true, chain, pass, loss, (at, slot) -> {}));
      add(part.blocks(), grad);
      losses += sum(part.blocks());
    }
    for (int i = 0; i < grad.length; i++) {
      grad[i] /= count;
    }
    return losses / count;
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
    return evaluate(w, running, x, y, 0, y.length);
  }

  /**
   * Mean loss and error of examples {@code from .. from + count − 1} in evaluation mode.
   *
   * @param w parameters
   * @param running running statistics
   * @param x images
   * @param y labels
   * @param from the first example
   * @param count how many, at least 1
   * @throws eddy.run.ComputationInterrupted if this thread is interrupted
   */
  public Evaluation evaluate(float[] w, float[] running, float[] x, int[] y, int from, int count) {
    demands.evaluation(w, running, x, y, from, count);
    Check.atLeast("The number of examples", count, 1);
    Examples examples = new Examples(x, y, null, from, count);
    double[] losses = new double[examples.blocks()];
    int[] mistakes = new int[examples.blocks()];
    BlockResult keep =
        (at, slot) -> {
          losses[at] = loss.losses[slot];
          mistakes[at] = loss.mistakes[slot];
        };
    evaluate(Extent.LOSS, w, running, examples, GradientSink.NONE, keep);
    double sum = 0;
    for (double value : losses) {
      sum += value;
    }
    return new Evaluation(sum / count, (double) Arrays.stream(mistakes).sum() / count);
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
    demands.evaluation(w, running, x, null, from, count);
    demands.outputs(count, out);
    Examples examples = new Examples(x, null, null, from, count);
    BlockResult keep = (at, slot) -> chain.unload(slot, examples.inBlock(at), out, at);
    evaluate(Extent.OUTPUTS, w, running, examples, GradientSink.NONE, keep);
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
    demands.averaging(w, running, x, n, b);
    Arrays.fill(running, 0);
    int batches = Math.max(1, n / b);
    int size = Math.min(n, b);
    for (int i = 0; i < batches; i++) {
      Interrupts.check("");
      Examples batch = new Examples(x, null, null, i * size, size);
      Pass pass =
          Pass.training(w, running, batch, dropout, GradientSink.NONE, 1.0 / (i + 1), identity);
      team.run(batch.blocks(), new TrainingPass(statisticsPlan, chain, pass, null));
      leave(dropout, size);
    }
  }

  private void evaluate(
      Extent extent,
      float[] w,
      float[] running,
      Examples all,
      GradientSink sink,
      BlockResult result) {
    int room = BLOCKS_AT_ONCE * Lanes.COUNT;
    for (int done = 0; done < all.count(); done += room) {
      Interrupts.check("");
      Examples part = all.part(done, Math.min(room, all.count() - done));
      Pass pass = Pass.evaluation(w, running, part, sink, block);
      chain.prepare(pass);
      int before = done / Lanes.COUNT;
      BlockResult shifted = (at, slot) -> result.accept(before + at, slot);
      team.run(part.blocks(), new EvaluationPass(extent, false, chain, pass, loss, shifted));
    }
  }

  /** Leaves the stream where the layers' masks end. */
  private void leave(RandomStream dropout, int b) {
    if (dropout != null) {
      dropout.seek(dropout.position() + (long) chain.drawn() * b);
    }
  }

  private void total(int blocks, float[] grad) {
    int d = architecture.parameterCount();
    System.arraycopy(sums, 0, grad, 0, d);
    for (int slot = 1; slot < blocks; slot++) {
      for (int i = 0; i < d; i++) {
        grad[i] += sums[slot * d + i];
      }
    }
  }

  private void add(int blocks, double[] grad) {
    int d = architecture.parameterCount();
    for (int slot = 0; slot < blocks; slot++) {
      for (int i = 0; i < d; i++) {
        grad[i] += sums[slot * d + i];
      }
    }
  }

  private double sum(int blocks) {
    double sum = 0;
    for (int slot = 0; slot < blocks; slot++) {
      sum += loss.losses[slot];
    }
    return sum;
  }
}

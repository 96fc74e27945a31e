package eddy.trajectory;

import eddy.trajectory.FusedLayout.Hidden;
import java.util.Arrays;

/**
 * The gradient of the mean loss of a batch in training mode, of a fully-connected network with
 * batch normalisation and softmax cross-entropy, without any allocation.
 *
 * <p>z = W x + b; h = max(0, gamma (z − m) r + beta), layer after layer; o = V h + c; l = log Σ exp
 * o − o_y. Back: do = (softmax(o) − e_y)/n; dV = do hᵀ, dh = Vᵀ do; through batch normalisation as
 * in {@link StepArithmetic#normaliseBack}; dW = dz xᵀ.
 */
final class FusedStep {
  private final FusedLayout layout;
  private final StepArithmetic arithmetic;
  private final float[] pixels;
  private final int[] labels;
  private final int stride;
  private final float[] label;

  /** The batch's images. */
  private final float[] images;

  private final float[][] z;
  private final float[][] h;
  private final float[][] d;
  private final float[][] batch;

  /** Weights of each layer as {@code [in][out]}. */
  private final float[][] turned;

  private final float[] zeros;
  private final float[] rows;
  private final float[] outputs;
  private final float[] scratch = new float[SoftmaxLoss.scratch()];

  /**
   * A step with room for a batch.
   *
   * @param pixels images, one behind the other
   * @param labels their classes
   * @param most the largest batch
   */
  FusedStep(FusedLayout layout, StepArithmetic arithmetic, float[] pixels, int[] labels, int most) {
    this.layout = layout;
    this.arithmetic = arithmetic;
    this.pixels = pixels;
    this.labels = labels;
    stride = FusedLayout.up(most, FusedLayout.LANES);
    label = new float[stride];
    images = new float[stride * layout.hidden().get(0).row()];
    int blocks = layout.hidden().size();
    z = new float[blocks][];
    h = new float[blocks][];
    d = new float[blocks][];
    batch = new float[blocks][];
    turned = new float[blocks + 1][];
    int widest = 0;
    for (int l = 0; l < blocks; l++) {
      Hidden block = layout.hidden().get(l);
      int width = block.padded();
      z[l] = new float[stride * width];
      h[l] = new float[stride * width];
      d[l] = new float[stride * width];
      batch[l] = new float[3 * width];
      turned[l] = new float[block.inputs() * width];
      widest = Math.max(widest, width);
    }
    turned[blocks] = new float[layout.top().width() * layout.forthClasses()];
    zeros = new float[widest];
    rows = new float[stride * layout.forthClasses()];
    outputs = new float[stride * layout.backClasses()];
  }

  FusedLayout layout() {
    return layout;
  }

  StepArithmetic arithmetic() {
    return arithmetic;
  }

  /**
   * Gradient and loss.
   *
   * @param w weights, padded
   * @param index the batch
   * @param n how many examples it has, at least 2
   * @param g receives the gradient, padded
   * @return the mean loss
   */
  double gradient(float[] w, int[] index, int n, float[] g) {
    load(index, n);
    turn(w);
    forward(w, n);
    double loss = outputs(w, n);
    backward(w, n, g);
    return loss / n;
  }

  private void load(int[] index, int n) {
    Hidden first = layout.hidden().get(0);
    arithmetic.gather(pixels, index, n, first.inputs(), images, first.row());
    for (int e = 0; e < n; e++) {
      label[e] = labels[index[e]];
    }
    for (int e = n; e < stride; e++) {
      label[e] = 0;
    }
  }

  private void turn(float[] w) {
    for (int l = 0; l < z.length; l++) {
      Hidden block = layout.hidden().get(l);
      turn(w, block.at(), block.row(), block.width(), block.inputs(), turned[l], block.padded());
    }
    Hidden top = layout.top();
    float[] to = turned[z.length];
    int lastAt = layout.lastAt();
    turn(w, lastAt, top.padded(), layout.classes(), top.width(), to, layout.forthClasses());
  }

  private static void turn(
      float[] w, int at, int row, int outputs, int inputs, float[] to, int toRow) {
    for (int i = 0; i < outputs; i++) {
      int from = at + i * row;
      for (int k = 0; k < inputs; k++) {
        to[k * toRow + i] = w[from + k];
      }
    }
  }

  private void forward(float[] w, int n) {
    for (int l = 0; l < z.length; l++) {
      Hidden block = layout.hidden().get(l);
      float[] x = l == 0 ? images : h[l - 1];
      int width = block.padded();
      int gammaAt = block.gammaAt();
      float epsilon = (float) block.norm().epsilon();
      arithmetic.forward(
          x, block.row(), n, block.inputs(), turned[l], 0, w, block.biasAt(), width, z[l]);
      arithmetic.normalise(z[l], n, width, w, gammaAt, epsilon, batch[l], h[l]);
    }
  }

  /** Outputs, and their gradient in their place; returns the sum of the losses. */
  private double outputs(float[] w, int n) {
    int top = z.length - 1;
    int inputs = layout.top().width();
    int width = layout.forthClasses();
    int classes = layout.classes();
    float[] m = turned[z.length];
    arithmetic.forward(
        h[top], layout.top().padded(), n, inputs, m, 0, w, layout.lastBiasAt(), width, rows);
    for (int c = 0; c < classes; c++) {
      for (int e = 0; e < n; e++) {
        outputs[c * stride + e] = rows[e * width + c];
      }
    }
    if (n < stride) {
      fillUp(n, 0, Exponential.LEAST);
    }
    double loss = arithmetic.softmax(outputs, stride, classes, label, n, scratch);
    if (n < stride) {
      fillUp(n, 0, 0);
    }
    return loss;
  }

  /** Gives the places beyond n outputs of their own: sure of class 0, or none. */
  private void fillUp(int n, float first, float others) {
    for (int c = 0; c < layout.classes(); c++) {
      Arrays.fill(outputs, c * stride + n, (c + 1) * stride, c == 0 ? first : others);
    }
  }

  private void backward(float[] w, int n, float[] g) {
    int l = z.length - 1;
    int lastAt = layout.lastAt();
    arithmetic.lastBack(
        outputs,
        stride,
        layout.backClasses(),
        n,
        h[l],
        z[l],
        layout.top().padded(),
        w,
        batch[l],
        g,
        lastAt,
        layout.top().gammaAt(),
        d[l]);
    arithmetic.sums(outputs, stride, layout.classes(), g, layout.lastBiasAt(), scratch);
    for (; l >= 0; l--) {
      Hidden block = layout.hidden().get(l);
      int width = block.padded();
      float[] x = l == 0 ? images : h[l - 1];
      arithmetic.normaliseBack(d[l], z[l], n, width, w, batch[l], g, block.gammaAt());
      arithmetic.gradient(x, block.row(), n, block.inputs(), d[l], width, g, block.at());
      if (l > 0) {
        below(l, w, n, g);
      }
    }
  }

  /** From layer l to the one before it. */
  private void below(int l, float[] w, int n, float[] g) {
    Hidden block = layout.hidden().get(l);
    int width = block.row();
    int gammaAt = layout.hidden().get(l - 1).gammaAt();
    arithmetic.forward(
        d[l], block.padded(), n, block.width(), w, block.at(), zeros, 0, width, d[l - 1]);
    arithmetic.rectifyBack(d[l - 1], h[l - 1], z[l - 1], n, width, batch[l - 1], g, gammaAt);
  }

  /**
   * Moves running statistics by those of the last batch, of n examples.
   *
   * @return the sum of the batch's variances, which is no finite number when an input of a ReLU was
   *     none (the ReLU itself turns it into 0)
   */
  double moveRunning(float[] running, int n) {
    double sum = 0;
    for (int l = 0; l < z.length; l++) {
      Hidden block = layout.hidden().get(l);
      double momentum = block.norm().momentum();
      double unbiased = (double) n / (n - 1);
      int width = block.width();
      for (int i = 0; i < width; i++) {
        int at = block.runningAt() + i;
        running[at] = (float) ((1 - momentum) * running[at] + momentum * batch[l][i]);
        double v = batch[l][block.padded() + i] * unbiased;
        sum += v;
        running[at + width] = (float) ((1 - momentum) * running[at + width] + momentum * v);
      }
    }
    return sum;
  }
}

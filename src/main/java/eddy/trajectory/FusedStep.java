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

  /** Where each example's inputs begin: in the images for the first layer, in rows after that. */
  private final int[] imageAt;

  private final int[][] rowAt;
  private final float[][] z;
  private final float[][] h;
  private final float[][] d;
  private final float[][] batch;

  /** Weights of the hidden layers but the first as {@code [out][in]}, and zeros behind them. */
  private final float[][] turned;

  /** Weights of the last layer as {@code [in][out]}, and its bias behind them. */
  private final float[] last;

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
    imageAt = new int[stride];
    int blocks = layout.hidden().size();
    rowAt = new int[blocks][stride];
    z = new float[blocks][];
    h = new float[blocks][];
    d = new float[blocks][];
    batch = new float[blocks][];
    turned = new float[blocks][];
    for (int l = 0; l < blocks; l++) {
      Hidden block = layout.hidden().get(l);
      int width = block.padded();
      Arrays.setAll(rowAt[l], e -> e * width);
      z[l] = new float[stride * width];
      h[l] = new float[stride * width];
      d[l] = new float[stride * width];
      batch[l] = new float[3 * width];
      turned[l] = l == 0 ? new float[0] : new float[(block.width() + 1) * block.inputStride()];
    }
    last = new float[(layout.top().width() + 1) * layout.paddedClasses()];
    rows = new float[stride * layout.paddedClasses()];
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
    int inputs = layout.hidden().get(0).inputs();
    for (int e = 0; e < n; e++) {
      imageAt[e] = index[e] * inputs;
      label[e] = labels[index[e]];
    }
    for (int e = n; e < stride; e++) {
      imageAt[e] = imageAt[0];
      label[e] = 0;
    }
  }

  /** Copies of weights in the other order. */
  private void turn(float[] w) {
    for (int l = 1; l < turned.length; l++) {
      Hidden block = layout.hidden().get(l);
      for (int k = 0; k < block.inputs(); k++) {
        for (int i = 0; i < block.width(); i++) {
          turned[l][i * block.inputStride() + k] = w[block.at() + k * block.padded() + i];
        }
      }
    }
    Hidden top = layout.top();
    int width = layout.paddedClasses();
    for (int k = 0; k < top.width(); k++) {
      for (int c = 0; c < layout.classes(); c++) {
        last[k * width + c] = w[layout.lastAt() + c * top.padded() + k];
      }
    }
    System.arraycopy(w, layout.lastBiasAt(), last, top.width() * width, width);
  }

  private void forward(float[] w, int n) {
    for (int l = 0; l < z.length; l++) {
      Hidden block = layout.hidden().get(l);
      float[] x = l == 0 ? pixels : h[l - 1];
      int[] at = l == 0 ? imageAt : rowAt[l - 1];
      int width = block.padded();
      arithmetic.forward(x, at, n, block.inputs(), w, block.at(), block.biasAt(), width, z[l]);
      arithmetic.normalise(
          z[l], n, width, w, block.gammaAt(), (float) block.norm().epsilon(), batch[l], h[l]);
    }
  }

  /** Outputs, and their gradient in their place; returns the sum of the losses. */
  private double outputs(float[] w, int n) {
    int top = z.length - 1;
    int inputs = layout.top().width();
    int width = layout.paddedClasses();
    int classes = layout.classes();
    arithmetic.forward(h[top], rowAt[top], n, inputs, last, 0, inputs * width, width, rows);
    for (int c = 0; c < classes; c++) {
      for (int e = 0; e < n; e++) {
        outputs[c * stride + e] = rows[e * width + c];
      }
      Arrays.fill(outputs, c * stride + n, (c + 1) * stride, c == 0 ? 0 : Exponential.LEAST);
    }
    double loss = arithmetic.softmax(outputs, stride, classes, label, n, scratch);
    if (n < stride) {
      for (int c = 0; c < classes; c++) {
        Arrays.fill(outputs, c * stride + n, (c + 1) * stride, 0);
      }
    }
    return loss;
  }

  private void backward(float[] w, int n, float[] g) {
    int l = z.length - 1;
    int width = layout.top().padded();
    int padded = layout.backClasses();
    int lastAt = layout.lastAt();
    arithmetic.lastBack(outputs, stride, padded, n, h[l], width, w, lastAt, g, lastAt, d[l]);
    arithmetic.sums(outputs, stride, layout.classes(), g, layout.lastBiasAt(), scratch);
    for (; l >= 0; l--) {
      Hidden block = layout.hidden().get(l);
      int own = block.padded();
      arithmetic.normaliseBack(
          d[l], h[l], z[l], n, own, w, block.gammaAt(), batch[l], g, block.biasAt());
      float[] x = l == 0 ? pixels : h[l - 1];
      int[] at = l == 0 ? imageAt : rowAt[l - 1];
      arithmetic.gradient(x, at, n, block.inputs(), d[l], own, g, block.at());
      if (l > 0) {
        int below = block.inputStride();
        int zeros = block.width() * below;
        arithmetic.forward(d[l], rowAt[l], n, block.width(), turned[l], 0, zeros, below, d[l - 1]);
      }
    }
  }

  /** Moves running statistics by those of the last batch, of n examples. */
  void moveRunning(float[] running, int n) {
    for (int l = 0; l < z.length; l++) {
      Hidden block = layout.hidden().get(l);
      double momentum = block.norm().momentum();
      double unbiased = (double) n / (n - 1);
      int width = block.width();
      for (int i = 0; i < width; i++) {
        int at = block.runningAt() + i;
        running[at] = (float) ((1 - momentum) * running[at] + momentum * batch[l][i]);
        double v = batch[l][block.padded() + i] * unbiased;
        running[at + width] = (float) ((1 - momentum) * running[at + width] + momentum * v);
      }
    }
  }
}

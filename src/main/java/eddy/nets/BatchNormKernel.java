package eddy.nets;

import eddy.nets.LayerSpec.BatchNorm;

/**
 * y = gamma h + beta with h = (x − m) r, r = 1/√(v + epsilon), by channel.
 *
 * <p>dgamma = Σ dy h, dbeta = Σ dy. In evaluation m and v are constants: dx = gamma r dy. In
 * training they are mean and variance over the n numbers of a channel: dx = gamma r (dy − dbeta/n −
 * h dgamma/n), where the sums run over the batch.
 *
 * <p>The batch's variance is put together from each block's own mean and sum of squared deviations
 * (T. F. Chan, G. H. Golub, R. J. LeVeque, 1983, eq. 2.1), in double and in the order of the
 * blocks, so that its bits depend neither on the threads nor on large means.
 */
final class BatchNormKernel extends LayerKernel {
  private final BatchNorm spec;
  private final int channels;
  private final int area;
  private final float[][] gradient;

  /** m, r, and in training dbeta/n and r·dgamma/n, by channel. */
  private final float[] mean;

  private final float[] scale;
  private final float[] betaShare;
  private final float[] gammaShare;

  /**
   * {@code [slot][channel]}: mean and squared deviations; on the way back Σ dy and Σ dy (x − m).
   */
  private final double[] first;

  private final double[] second;

  BatchNormKernel(
      Lanes lanes,
      Architecture.Layer layer,
      float[] input,
      float[] output,
      int slots,
      float[][] gradient) {
    super(lanes, layer, input, output);
    this.spec = (BatchNorm) layer.spec();
    this.channels = layer.input().channels();
    this.area = layer.input().area();
    this.gradient = gradient;
    this.mean = new float[channels];
    this.scale = new float[channels];
    this.betaShare = new float[channels];
    this.gammaShare = new float[channels];
    this.first = new double[slots * channels];
    this.second = new double[slots * channels];
  }

  @Override
  boolean looksAtBatch() {
    return true;
  }

  /** Evaluation: m and r from the running statistics. */
  @Override
  void prepare(Pass pass) {
    if (pass.training) {
      return;
    }
    for (int c = 0; c < channels; c++) {
      mean[c] = pass.running[layer.runningOffset() + c];
      double variance = pass.running[layer.runningOffset() + channels + c];
      scale[c] = (float) (1 / Math.sqrt(variance + spec.epsilon()));
    }
  }

  @Override
  void gather(Pass pass, int slot, int thread) {
    float[] sums = gradient[thread];
    double n = (double) area * pass.inSlot(slot);
    for (int c = 0; c < channels; c++) {
      int at = inputAt(slot) + c * area * Lanes.COUNT;
      lanes.sum(input, at, area, sums, 0);
      double own = total(sums, 0, pass.inSlot(slot)) / n;
      float centre = (float) own;
      lanes.products(input, at, centre, input, at, centre, area, sums, 0);
      first[slot * channels + c] = own;
      second[slot * channels + c] = total(sums, 0, pass.inSlot(slot));
    }
  }

  @Override
  void gathered(Pass pass) {
    double n = (double) area * pass.examples.count();
    for (int c = 0; c < channels; c++) {
      double sum = 0;
      for (int slot = 0; slot < pass.examples.blocks(); slot++) {
        sum += first[slot * channels + c] * pass.inSlot(slot);
      }
      double centre = sum / pass.examples.count();
      double squares = 0;
      for (int slot = 0; slot < pass.examples.blocks(); slot++) {
        double shift = first[slot * channels + c] - centre;
        squares += second[slot * channels + c] + shift * shift * area * pass.inSlot(slot);
      }
      mean[c] = (float) centre;
      scale[c] = (float) (1 / Math.sqrt(squares / n + spec.epsilon()));
      if (pass.running != null) {
        int at = layer.runningOffset() + c;
        double momentum = pass.momentum > 0 ? pass.momentum : spec.momentum();
        move(pass.running, at, momentum, centre);
        move(pass.running, at + channels, momentum, squares / (n - 1));
      }
    }
  }

  private static void move(float[] running, int at, double momentum, double value) {
    running[at] = (float) ((1 - momentum) * running[at] + momentum * value);
  }

  @Override
  void forward(Pass pass, int slot, int thread) {
    for (int c = 0; c < channels; c++) {
      float gamma = pass.w[layer.offset() + c];
      float beta = pass.w[layer.offset() + channels + c];
      int from = inputAt(slot) + c * area * Lanes.COUNT;
      int to = outputAt(slot) + c * area * Lanes.COUNT;
      normalise(from, to, mean[c], gamma * scale[c], beta);
    }
  }

  private void normalise(int from, int to, float m, float factor, float beta) {
    for (int i = 0; i < area * Lanes.COUNT; i++) {
      output[to + i] = (input[from + i] - m) * factor + beta;
    }
  }

  @Override
  void gatherBack(Pass pass, int slot, int thread, float[] dy, int dyAt) {
    derivatives(pass, slot, thread, dy, dyAt);
    float[] sums = gradient[thread];
    for (int c = 0; c < channels; c++) {
      first[slot * channels + c] = total(sums, (channels + c) * Lanes.COUNT, pass.inSlot(slot));
      second[slot * channels + c] = total(sums, c * Lanes.COUNT, pass.inSlot(slot));
    }
  }

  /** dgamma and dbeta of each example, to the sink. */
  private void derivatives(Pass pass, int slot, int thread, float[] dy, int dyAt) {
    float[] sums = gradient[thread];
    for (int c = 0; c < channels; c++) {
      int from = dyAt + c * area * Lanes.COUNT;
      int x = inputAt(slot) + c * area * Lanes.COUNT;
      lanes.products(dy, from, 0, input, x, mean[c], area, sums, c * Lanes.COUNT);
      for (int l = 0; l < Lanes.COUNT; l++) {
        sums[c * Lanes.COUNT + l] *= scale[c];
      }
      lanes.sum(dy, from, area, sums, (channels + c) * Lanes.COUNT);
    }
    pass.sink.accept(pass, slot, thread, sums, layer.offset(), 2 * channels);
  }

  @Override
  void gatheredBack(Pass pass) {
    double n = (double) area * pass.examples.count();
    for (int c = 0; c < channels; c++) {
      double beta = 0;
      double gamma = 0;
      for (int slot = 0; slot < pass.examples.blocks(); slot++) {
        beta += first[slot * channels + c];
        gamma += second[slot * channels + c];
      }
      betaShare[c] = (float) (beta / n);
      gammaShare[c] = (float) (scale[c] * gamma / n);
    }
  }

  @Override
  void backward(Pass pass, int slot, int thread, float[] dy, int dyAt, float[] dx, int dxAt) {
    if (!pass.training) {
      derivatives(pass, slot, thread, dy, dyAt);
    }
    for (int c = 0; c < channels; c++) {
      int at = c * area * Lanes.COUNT;
      float factor = pass.w[layer.offset() + c] * scale[c];
      if (pass.training) {
        project(dy, dyAt + at, inputAt(slot) + at, c, factor);
      } else {
        multiply(dy, dyAt + at, factor);
      }
    }
  }

  private void project(float[] d, int dAt, int xAt, int c, float factor) {
    float m = mean[c];
    float flat = betaShare[c];
    float slope = gammaShare[c];
    for (int i = 0; i < area * Lanes.COUNT; i++) {
      d[dAt + i] = factor * (d[dAt + i] - flat - slope * (input[xAt + i] - m));
    }
  }

  private void multiply(float[] d, int dAt, float factor) {
    for (int i = 0; i < area * Lanes.COUNT; i++) {
      d[dAt + i] *= factor;
    }
  }

  @Override
  boolean inPlace() {
    return true;
  }

  /** The sum over the lanes that hold examples. */
  private static double total(float[] sums, int at, int examples) {
    double total = 0;
    for (int l = 0; l < examples; l++) {
      total += sums[at + l];
    }
    return total;
  }
}

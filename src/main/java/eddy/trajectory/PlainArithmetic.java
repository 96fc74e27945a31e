package eddy.trajectory;

import java.util.Arrays;

/** {@link StepArithmetic} in plain Java. */
final class PlainArithmetic implements StepArithmetic {
  private static final int LANES = FusedLayout.LANES;

  /** Sums over examples run in so many parts, added in pairs at the end. */
  static final int PARTS = 4;

  @Override
  public String describe() {
    return "plain Java";
  }

  @Override
  public void forward(
      float[] x,
      int[] rowAt,
      int examples,
      int inputs,
      float[] w,
      int wAt,
      int biasAt,
      int width,
      float[] y) {
    int filled = FusedLayout.up(examples, TOGETHER);
    for (int e = 0; e < filled; e++) {
      int to = e * width;
      System.arraycopy(w, biasAt, y, to, width);
      for (int k = 0; k < inputs; k++) {
        multiplyAdd(x[rowAt[e] + k], w, wAt + k * width, y, to, width);
      }
    }
  }

  private static void multiplyAdd(float factor, float[] x, int xAt, float[] y, int yAt, int n) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = Math.fma(factor, x[xAt + i], y[yAt + i]);
    }
  }

  @Override
  public void gradient(
      float[] x, int[] rowAt, int examples, int inputs, float[] d, int width, float[] g, int gAt) {
    Arrays.fill(g, gAt, gAt + inputs * width, 0);
    for (int e = 0; e < examples; e++) {
      for (int k = 0; k < inputs; k++) {
        multiplyAdd(x[rowAt[e] + k], d, e * width, g, gAt + k * width, width);
      }
    }
  }

  @Override
  public void normalise(
      float[] z,
      int examples,
      int width,
      float[] w,
      int gammaAt,
      float epsilon,
      float[] batch,
      float[] h) {
    float[] part = new float[PARTS];
    for (int i = 0; i < width; i++) {
      Arrays.fill(part, 0);
      for (int e = 0; e < examples; e++) {
        part[e % PARTS] += z[e * width + i];
      }
      float m = total(part) / examples;
      Arrays.fill(part, 0);
      for (int e = 0; e < examples; e++) {
        float deviation = z[e * width + i] - m;
        part[e % PARTS] = Math.fma(deviation, deviation, part[e % PARTS]);
      }
      float v = total(part) / examples;
      batch[i] = m;
      batch[width + i] = v;
      batch[2 * width + i] = 1 / (float) Math.sqrt(v + epsilon);
    }
    int filled = FusedLayout.up(examples, TOGETHER);
    for (int e = 0; e < filled; e++) {
      for (int i = 0; i < width; i++) {
        float factor = w[gammaAt + i] * batch[2 * width + i];
        float y = Math.fma(z[e * width + i] - batch[i], factor, w[gammaAt + width + i]);
        h[e * width + i] = y > 0 ? y : 0;
      }
    }
  }

  private static float total(float[] part) {
    return (part[0] + part[1]) + (part[2] + part[3]);
  }

  @Override
  public void normaliseBack(
      float[] d,
      float[] h,
      float[] z,
      int examples,
      int width,
      float[] w,
      int gammaAt,
      float[] batch,
      float[] g,
      int biasAt) {
    float[] flat = new float[PARTS];
    float[] slope = new float[PARTS];
    float[] bias = new float[PARTS];
    for (int i = 0; i < width; i++) {
      float m = batch[i];
      float r = batch[2 * width + i];
      Arrays.fill(flat, 0);
      Arrays.fill(slope, 0);
      Arrays.fill(bias, 0);
      for (int e = 0; e < examples; e++) {
        int at = e * width + i;
        float dy = h[at] > 0 ? d[at] : 0;
        flat[e % PARTS] += dy;
        slope[e % PARTS] = Math.fma(dy, z[at] - m, slope[e % PARTS]);
      }
      float gamma = total(slope) * r;
      float beta = total(flat);
      float gammaShare = gamma * r / examples;
      float betaShare = beta / examples;
      float factor = w[gammaAt + i] * r;
      for (int e = 0; e < examples; e++) {
        int at = e * width + i;
        float dy = h[at] > 0 ? d[at] : 0;
        float dz = Math.fma(z[at] - m, -gammaShare, dy - betaShare) * factor;
        d[at] = dz;
        bias[e % PARTS] += dz;
      }
      g[biasAt + i] = total(bias);
      g[biasAt + width + i] = gamma;
      g[biasAt + 2 * width + i] = beta;
    }
  }

  @Override
  public double softmax(float[] z, int stride, int classes, float[] label, int n, float[] scratch) {
    double loss = 0;
    int groups = SoftmaxLoss.groups(classes);
    SoftmaxLoss.clear(scratch);
    for (int e = 0; e < stride; e++) {
      float largest = z[e];
      for (int c = 1; c < classes; c++) {
        largest = Math.max(largest, z[c * stride + e]);
      }
      float right = 0;
      float own = 0;
      float others = 0;
      for (int c = 0; c < classes; c++) {
        boolean mine = label[e] == c;
        right = mine ? z[c * stride + e] : right;
        float t = Exponential.of(z[c * stride + e] - largest);
        z[c * stride + e] = t;
        own = mine ? t : own;
        others += mine ? 0 : t;
      }
      float factor = 1 / ((own + others) * n);
      for (int c = 0; c < classes; c++) {
        float t = label[e] == c ? -others : z[c * stride + e];
        z[c * stride + e] = t * factor;
      }
      scratch[e % LANES] += largest - right;
      scratch[LANES + e % LANES] *= own + others;
      if ((e + 1) % (groups * LANES) == 0) {
        loss += SoftmaxLoss.take(scratch);
      }
    }
    return loss + SoftmaxLoss.take(scratch);
  }

  @Override
  public void lastBack(
      float[] dz,
      int stride,
      int classes,
      int examples,
      float[] h,
      int width,
      float[] w,
      int wAt,
      float[] dw,
      int dwAt,
      float[] dh) {
    Arrays.fill(dw, dwAt, dwAt + classes * width, 0);
    Arrays.fill(dh, 0, examples * width, 0);
    for (int e = 0; e < examples; e++) {
      for (int c = 0; c < classes; c++) {
        float factor = dz[c * stride + e];
        multiplyAdd(factor, h, e * width, dw, dwAt + c * width, width);
        multiplyAdd(factor, w, wAt + c * width, dh, e * width, width);
      }
    }
  }

  @Override
  public void sums(float[] dz, int stride, int classes, float[] out, int outAt, float[] lane) {
    for (int c = 0; c < classes; c++) {
      Arrays.fill(lane, 0, LANES, 0);
      for (int e = 0; e < stride; e++) {
        lane[e % LANES] += dz[c * stride + e];
      }
      out[outAt + c] = inPairs(lane);
    }
  }

  /** Adds {@link FusedLayout#LANES} numbers by halves. */
  static float inPairs(float[] lane) {
    for (int half = LANES / 2; half > 0; half /= 2) {
      for (int i = 0; i < half; i++) {
        lane[i] += lane[i + half];
      }
    }
    return lane[0];
  }

  @Override
  public void move(
      float[] w, float[] v, float[] g, float rate, float mu, boolean nesterov, float l2) {
    for (int i = 0; i < w.length; i++) {
      float q = g[i] + l2 * w[i];
      float next = mu * v[i] + q;
      v[i] = next;
      w[i] -= rate * (nesterov ? q + mu * next : next);
    }
  }
}

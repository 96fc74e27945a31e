package eddy.trajectory;

import java.util.Arrays;

/** {@link StepArithmetic} in plain Java. One thread at a time. */
final class PlainArithmetic implements StepArithmetic {
  private static final int LANES = FusedLayout.LANES;

  /** Sums over examples run in so many parts, added in pairs at the end. */
  static final int PARTS = 4;

  private final float[] part = new float[PARTS];

  @Override
  public String describe() {
    return "plain Java";
  }

  @Override
  public void gather(float[] images, int[] index, int examples, int inputs, float[] x, int row) {
    for (int e = 0; e < examples; e++) {
      System.arraycopy(images, index[e] * inputs, x, e * row, inputs);
    }
  }

  @Override
  public void forward(
      float[] x,
      int row,
      int examples,
      int inputs,
      float[] m,
      int mAt,
      float[] bias,
      int biasAt,
      int width,
      float[] y) {
    int filled = FusedLayout.up(examples, TOGETHER);
    for (int e = 0; e < filled; e++) {
      for (int n = 0; n < width; n += PlainSums.EIGHT) {
        int to = e * width + n;
        System.arraycopy(bias, biasAt + n, y, to, PlainSums.EIGHT);
        PlainSums.eight(x, e * row, 1, m, mAt + n, width, inputs, y, to);
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
      float[] x, int row, int examples, int inputs, float[] d, int width, float[] g, int gAt) {
    Arrays.fill(g, gAt, gAt + width * row, 0);
    for (int n = 0; n < width; n++) {
      for (int k = 0; k < inputs; k += PlainSums.EIGHT) {
        PlainSums.eight(d, n, width, x, k, row, examples, g, gAt + n * row + k);
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
  public void rectifyBack(
      float[] d,
      float[] h,
      float[] z,
      int examples,
      int width,
      float[] batch,
      float[] g,
      int gammaAt) {
    for (int i = 0; i < width; i++) {
      float flat = 0;
      float slope = 0;
      for (int at = i; at < examples * width; at += width) {
        float dy = h[at] > 0 ? d[at] : 0;
        d[at] = dy;
        flat += dy;
        slope = Math.fma(z[at] - batch[i], dy, slope);
      }
      g[gammaAt + i] = slope * batch[2 * width + i];
      g[gammaAt + width + i] = flat;
    }
  }

  @Override
  public void normaliseBack(
      float[] d,
      float[] z,
      int examples,
      int width,
      float[] w,
      float[] batch,
      float[] g,
      int gammaAt) {
    for (int i = 0; i < width; i++) {
      float m = batch[i];
      float r = batch[2 * width + i];
      float slope = -(g[gammaAt + i] * r / examples);
      float flat = g[gammaAt + width + i] / examples;
      float factor = w[gammaAt + i] * r;
      Arrays.fill(part, 0);
      for (int e = 0; e < examples; e++) {
        int at = e * width + i;
        d[at] = Math.fma(z[at] - m, slope, d[at] - flat) * factor;
        part[e % PARTS] += d[at];
      }
      g[gammaAt - width + i] = total(part);
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
      float[] z,
      int width,
      float[] w,
      float[] batch,
      float[] g,
      int lastAt,
      int gammaAt,
      float[] d) {
    Arrays.fill(g, lastAt, lastAt + classes * width, 0);
    Arrays.fill(d, 0, examples * width, 0);
    for (int e = 0; e < examples; e++) {
      for (int c = 0; c < classes; c++) {
        float factor = dz[c * stride + e];
        multiplyAdd(factor, h, e * width, g, lastAt + c * width, width);
        multiplyAdd(factor, w, lastAt + c * width, d, e * width, width);
      }
    }
    rectifyBack(d, h, z, examples, width, batch, g, gammaAt);
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

package eddy.nets.reference;

import eddy.nets.Shape;
import java.util.Arrays;

/**
 * y[o][v][u] = b_o + sum over c, i, j of W[o][c][i][j] x[c][v s + i - p][u s + j - p], with stride
 * s and zeros outside the image (padding p); activations NCHW, W {@code [out][in][kh][kw]} and then
 * b at {@code at} in w.
 */
final class ReferenceConv2d extends ReferenceLayer {
  private final Shape in;
  private final Shape out;
  private final int kernel;
  private final int stride;
  private final int padding;
  private final int taps;
  private final int at;

  ReferenceConv2d(Shape in, Shape out, int kernel, int stride, int padding, int at) {
    super(in.size(), out.size());
    this.in = in;
    this.out = out;
    this.kernel = kernel;
    this.stride = stride;
    this.padding = padding;
    this.taps = in.channels() * kernel * kernel;
    this.at = at;
  }

  /** The first output whose tap {@code k} falls inside the image. */
  private int first(int k) {
    return Math.max(0, (padding - k + stride - 1) / stride);
  }

  /** One past the last output, of {@code count}, whose tap {@code k} falls inside the image. */
  private int last(int k, int size, int count) {
    int room = size - 1 + padding - k;
    return room < 0 ? 0 : Math.min(count, room / stride + 1);
  }

  /** Where row {@code row} of channel {@code c} of example {@code k} begins. */
  private int pixel(int k, int c, int row) {
    return k * inputs + (c * in.height() + row) * in.width();
  }

  @Override
  void forwardInto(double[] w, int n, Mode mode) {
    int plane = out.area();
    for (int k = 0; k < n; k++) {
      for (int o = 0; o < out.channels(); o++) {
        int y = k * outputs + o * plane;
        Arrays.fill(output, y, y + plane, w[at + out.channels() * taps + o]);
        for (int tap = 0; tap < taps; tap++) {
          int c = tap / (kernel * kernel);
          int i = tap / kernel % kernel;
          int j = tap % kernel;
          double weight = w[at + o * taps + tap];
          int from = first(j);
          int to = last(j, in.width(), out.width());
          for (int v = first(i); v < last(i, in.height(), out.height()); v++) {
            int x = pixel(k, c, v * stride + i - padding) + j - padding;
            for (int u = from; u < to; u++) {
              output[y + v * out.width() + u] += weight * input[x + u * stride];
            }
          }
        }
      }
    }
  }

  /** The same loops read backwards: each tap gives its dW, and returns dy W to its own pixel. */
  @Override
  double[] backward(double[] w, double[] dy, double[] dw, int n) {
    int plane = out.area();
    Arrays.fill(inputGradient, 0, n * inputs, 0);
    for (int k = 0; k < n; k++) {
      for (int o = 0; o < out.channels(); o++) {
        int y = k * outputs + o * plane;
        double bias = 0;
        for (int q = 0; q < plane; q++) {
          bias += dy[y + q];
        }
        dw[at + out.channels() * taps + o] += bias;
        for (int tap = 0; tap < taps; tap++) {
          int c = tap / (kernel * kernel);
          int i = tap / kernel % kernel;
          int j = tap % kernel;
          int index = at + o * taps + tap;
          int from = first(j);
          int to = last(j, in.width(), out.width());
          double sum = 0;
          for (int v = first(i); v < last(i, in.height(), out.height()); v++) {
            int x = pixel(k, c, v * stride + i - padding) + j - padding;
            for (int u = from; u < to; u++) {
              double g = dy[y + v * out.width() + u];
              sum += g * input[x + u * stride];
              inputGradient[x + u * stride] += g * w[index];
            }
          }
          dw[index] += sum;
        }
      }
    }
    return inputGradient;
  }
}

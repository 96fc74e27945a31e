package eddy.nets.reference;

import eddy.nets.Shape;
import java.util.Arrays;

/** The largest of each k x k window, windows a stride apart, none over the edge; first one wins. */
final class ReferenceMaxPool extends ReferenceLayer {
  private final Shape in;
  private final Shape out;
  private final int kernel;
  private final int stride;
  private int[] winner = new int[0];

  ReferenceMaxPool(Shape in, Shape out, int kernel, int stride) {
    super(in.size(), out.size());
    this.in = in;
    this.out = out;
    this.kernel = kernel;
    this.stride = stride;
  }

  @Override
  void forwardInto(double[] w, int n, Mode mode) {
    if (winner.length < n * outputs) {
      winner = new int[n * outputs];
    }
    int y = 0;
    for (int plane = 0; plane < n * in.channels(); plane++) {
      for (int v = 0; v < out.height(); v++) {
        for (int u = 0; u < out.width(); u++, y++) {
          int corner = (plane * in.height() + v * stride) * in.width() + u * stride;
          int best = corner;
          for (int i = 0; i < kernel * kernel; i++) {
            int q = corner + i / kernel * in.width() + i % kernel;
            if (input[q] > input[best]) {
              best = q;
            }
          }
          winner[y] = best;
          output[y] = input[best];
        }
      }
    }
  }

  @Override
  double[] backward(double[] w, double[] dy, double[] dw, int n) {
    Arrays.fill(inputGradient, 0, n * inputs, 0);
    for (int y = 0; y < n * outputs; y++) {
      inputGradient[winner[y]] += dy[y];
    }
    return inputGradient;
  }

  @Override
  long piece(long seed, int n) {
    long hash = seed;
    for (int y = 0; y < n * outputs; y++) {
      hash = 31 * hash + winner[y];
    }
    return hash;
  }
}

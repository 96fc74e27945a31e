package eddy.nets.reference;

import eddy.nets.Shape;
import java.util.Arrays;

/** The mean of each k x k window, windows a stride apart, none over the edge. */
final class ReferenceAvgPool extends ReferenceLayer {
  private final Shape in;
  private final Shape out;
  private final int kernel;
  private final int stride;

  ReferenceAvgPool(Shape in, Shape out, int kernel, int stride) {
    super(in.size(), out.size());
    this.in = in;
    this.out = out;
    this.kernel = kernel;
    this.stride = stride;
  }

  /** The first pixel of the window that output {@code y} is the mean of. */
  private int corner(int y) {
    int u = y % out.width();
    int v = y / out.width() % out.height();
    int plane = y / (out.width() * out.height());
    return (plane * in.height() + v * stride) * in.width() + u * stride;
  }

  @Override
  void forwardInto(double[] w, int n, Mode mode) {
    for (int y = 0; y < n * outputs; y++) {
      double sum = 0;
      for (int i = 0; i < kernel * kernel; i++) {
        sum += input[corner(y) + i / kernel * in.width() + i % kernel];
      }
      output[y] = sum / (kernel * kernel);
    }
  }

  @Override
  double[] backward(double[] w, double[] dy, double[] dw, int n) {
    Arrays.fill(inputGradient, 0, n * inputs, 0);
    for (int y = 0; y < n * outputs; y++) {
      for (int i = 0; i < kernel * kernel; i++) {
        inputGradient[corner(y) + i / kernel * in.width() + i % kernel] +=
            dy[y] / (kernel * kernel);
      }
    }
    return inputGradient;
  }
}

package eddy.nets;

import eddy.nets.LayerSpec.Conv2d;
import java.util.Arrays;

/**
 * y[o][p] = b[o] + Σ_k W[o][k] x[p, k], where x[p, k] is the number under tap k of the kernel at
 * position p; dx[p, k] += Σ_o W[o][k] dy[o][p], dW[o][k] = Σ_p dy[o][p] x[p, k], db[o] = Σ_p
 * dy[o][p]. With padding, x and dx are copies with a border.
 */
final class ConvolutionKernel extends LayerKernel {
  private final Windows windows;
  private final Border border;
  private final float[][] framed;
  private final float[][] framedGradient;
  private final float[][] gradient;

  ConvolutionKernel(
      Lanes lanes, Architecture.Layer layer, float[] input, float[] output, float[][] gradient) {
    super(lanes, layer, input, output);
    Conv2d spec = (Conv2d) layer.spec();
    this.border = new Border(layer.input(), spec.padding());
    this.windows = Windows.convolution(spec, border.framed(), layer.output());
    this.gradient = gradient;
    int threads = spec.padding() == 0 ? 0 : gradient.length;
    int size = border.framed().size() * Lanes.COUNT;
    this.framed = new float[threads][size];
    this.framedGradient = new float[threads][size];
  }

  @Override
  void forward(Pass pass, int slot, int thread) {
    lanes.correlate(
        windows,
        pass.w,
        layer.offset(),
        windowed(slot, thread),
        windowedAt(slot),
        output,
        outputAt(slot));
  }

  @Override
  void backward(Pass pass, int slot, int thread, float[] dy, int dyAt, float[] dx, int dxAt) {
    lanes.outer(windows, dy, dyAt, windowed(slot, thread), windowedAt(slot), gradient[thread]);
    pass.sink.accept(pass, slot, thread, gradient[thread], layer.offset(), layer.parameters());
    if (dx == null) {
      return;
    }
    if (border.width() == 0) {
      Arrays.fill(dx, dxAt, dxAt + inputs * Lanes.COUNT, 0);
      lanes.scatter(windows, pass.w, layer.offset(), dy, dyAt, dx, dxAt);
    } else {
      Arrays.fill(framedGradient[thread], 0);
      lanes.scatter(windows, pass.w, layer.offset(), dy, dyAt, framedGradient[thread], 0);
      border.remove(framedGradient[thread], dx, dxAt);
    }
  }

  /** The input, or with padding this thread's framed copy of it. */
  private float[] windowed(int slot, int thread) {
    if (border.width() == 0) {
      return input;
    }
    border.add(input, inputAt(slot), framed[thread]);
    return framed[thread];
  }

  private int windowedAt(int slot) {
    return border.width() == 0 ? inputAt(slot) : 0;
  }
}

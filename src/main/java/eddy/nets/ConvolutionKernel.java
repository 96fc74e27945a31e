package eddy.nets;

import eddy.nets.LayerSpec.Conv2d;

/**
 * y[o][p] = b[o] + Σ_k W[o][k] x[p, k], where x[p, k] is the number under tap k of the kernel at
 * position p, 0 in the padding; dW[o][k] = Σ_p dy[o][p] x[p, k], db[o] = Σ_p dy[o][p], and dx as in
 * {@link TurnedConvolution}.
 */
final class ConvolutionKernel extends LayerKernel {
  private final Windows windows;
  private final TurnedConvolution turned;
  private final Border border;
  private final float[][] framedInput;
  private final float[][] framedGradient;
  private final float[][] gradient;

  ConvolutionKernel(
      Lanes lanes, Architecture.Layer layer, float[] input, float[] output, float[][] gradient) {
    super(lanes, layer, input, output);
    Conv2d spec = (Conv2d) layer.spec();
    this.border = Border.around(layer.input(), spec.padding());
    this.windows = Windows.convolution(spec, border.framed(), layer.output());
    this.turned = new TurnedConvolution(spec, layer.input(), layer.output());
    this.gradient = gradient;
    this.framedInput = border.blocks(gradient.length);
    this.framedGradient = turned.blocks(gradient.length);
  }

  @Override
  void prepare(Pass pass) {
    turned.prepare(pass.w, layer.offset());
  }

  @Override
  void forward(Pass pass, int slot, int thread) {
    float[] x = windowed(slot, thread);
    int at = windowedAt(slot);
    lanes.correlate(windows, pass.w, layer.offset(), x, at, output, outputAt(slot));
  }

  @Override
  void backward(Pass pass, int slot, int thread, float[] dy, int dyAt, float[] dx, int dxAt) {
    float[] x = windowed(slot, thread);
    lanes.outer(windows, dy, dyAt, x, windowedAt(slot), gradient[thread]);
    pass.sink.accept(pass, slot, thread, gradient[thread], layer.offset(), layer.parameters());
    if (dx != null) {
      float[] scratch = framedGradient.length == 0 ? null : framedGradient[thread];
      turned.run(lanes, dy, dyAt, scratch, dx, dxAt);
    }
  }

  /** The input, or with padding this thread's framed copy of it. */
  private float[] windowed(int slot, int thread) {
    if (border.isEmpty()) {
      return input;
    }
    border.add(input, inputAt(slot), framedInput[thread]);
    return framedInput[thread];
  }

  private int windowedAt(int slot) {
    return border.isEmpty() ? inputAt(slot) : 0;
  }
}

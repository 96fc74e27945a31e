package eddy.nets;

import java.util.Arrays;

/** y = W x + b; dx = Wᵀ dy, dW = dy xᵀ, db = dy. */
final class DenseKernel extends LayerKernel {
  private final Windows windows;
  private final float[][] gradient;

  DenseKernel(
      Lanes lanes, Architecture.Layer layer, float[] input, float[] output, float[][] gradient) {
    super(lanes, layer, input, output);
    this.windows = Windows.dense(inputs, outputs);
    this.gradient = gradient;
  }

  @Override
  void forward(Pass pass, int slot, int thread) {
    lanes.correlate(windows, pass.w, layer.offset(), input, inputAt(slot), output, outputAt(slot));
  }

  @Override
  void backward(Pass pass, int slot, int thread, float[] dy, int dyAt, float[] dx, int dxAt) {
    lanes.outer(windows, dy, dyAt, input, inputAt(slot), gradient[thread]);
    pass.sink.accept(pass, slot, thread, gradient[thread], layer.offset(), layer.parameters());
    if (dx != null) {
      Arrays.fill(dx, dxAt, dxAt + inputs * Lanes.COUNT, 0);
      lanes.scatter(windows, pass.w, layer.offset(), dy, dyAt, dx, dxAt);
    }
  }
}

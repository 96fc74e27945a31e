package eddy.nets;

/** y = W x + b; dx = Wᵀ dy, dW = dy xᵀ, db = dy. */
final class DenseKernel extends LayerKernel {
  private final Windows windows;
  private final Windows turned;

  /** Wᵀ, and biases that stay 0. */
  private final float[] transposed;

  private final float[][] gradient;

  DenseKernel(
      Lanes lanes, Architecture.Layer layer, float[] input, float[] output, float[][] gradient) {
    super(lanes, layer, input, output);
    this.windows = Windows.dense(inputs, outputs);
    this.turned = Windows.dense(outputs, inputs);
    this.transposed = new float[turned.parameters()];
    this.gradient = gradient;
  }

  @Override
  void prepare(Pass pass) {
    for (int i = 0; i < inputs; i++) {
      for (int o = 0; o < outputs; o++) {
        transposed[i * outputs + o] = pass.w[layer.offset() + o * inputs + i];
      }
    }
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
      lanes.correlate(turned, transposed, 0, dy, dyAt, dx, dxAt);
    }
  }
}

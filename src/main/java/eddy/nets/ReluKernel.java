package eddy.nets;

/** y = max(x, 0); dx = dy where y &gt; 0, else 0. */
final class ReluKernel extends LayerKernel {

  ReluKernel(Lanes lanes, Architecture.Layer layer, float[] inOut) {
    super(lanes, layer, inOut, inOut);
  }

  @Override
  void forward(Pass pass, int slot, int thread) {
    lanes.rectify(output, outputAt(slot), outputs * Lanes.COUNT);
  }

  @Override
  void backward(Pass pass, int slot, int thread, float[] dy, int dyAt, float[] dx, int dxAt) {
    lanes.rectifyGradient(output, outputAt(slot), dy, dyAt, outputs * Lanes.COUNT);
  }
}

package eddy.nets;

/**
 * One layer at work: its forward pass and, next to it, its derivative, block by block. Slots are
 * independent of each other; only batch normalisation in training looks at several, in the two
 * hooks that run between two stages.
 *
 * <p>Arrays of activations and of their gradients hold the slots one behind the other, each {@code
 * [number][lane]}.
 */
abstract class LayerKernel {
  final Lanes lanes;
  final Architecture.Layer layer;
  final int inputs;
  final int outputs;

  /** What enters, owned by the layer before. */
  final float[] input;

  /** What leaves; the same array as {@link #input} in a layer that works in place. */
  final float[] output;

  LayerKernel(Lanes lanes, Architecture.Layer layer, float[] input, float[] output) {
    this.lanes = lanes;
    this.layer = layer;
    this.inputs = layer.input().size();
    this.outputs = layer.output().size();
    this.input = input;
    this.output = output;
  }

  final int inputAt(int slot) {
    return slot * inputs * Lanes.COUNT;
  }

  final int outputAt(int slot) {
    return slot * outputs * Lanes.COUNT;
  }

  /** Whether the gradient by the input overwrites the gradient by the output. */
  boolean inPlace() {
    return output == input;
  }

  /** Before a pass: what depends only on the parameters and the running statistics. */
  void prepare(Pass pass) {}

  /** In training, before {@link #forward}: what the whole batch must know about this slot. */
  void gather(Pass pass, int slot, int thread) {}

  /** In training, once, after {@link #gather} of all slots. */
  void gathered(Pass pass) {}

  /** Whether this layer needs {@link #gather} and its counterpart on the way back. */
  boolean looksAtBatch() {
    return false;
  }

  abstract void forward(Pass pass, int slot, int thread);

  /** In training, before {@link #backward}: what the whole batch must know about this slot. */
  void gatherBack(Pass pass, int slot, int thread, float[] dy, int dyAt) {}

  /** In training, once, after {@link #gatherBack} of all slots. */
  void gatheredBack(Pass pass) {}

  /**
   * From the gradient by the output to the gradient by the input, which lie at {@code dyAt} and
   * {@code dxAt}; the gradient by the parameters goes to the pass's sink.
   *
   * @param dx null when nobody needs it; {@code dy} when {@link #inPlace}
   */
  abstract void backward(
      Pass pass, int slot, int thread, float[] dy, int dyAt, float[] dx, int dxAt);
}

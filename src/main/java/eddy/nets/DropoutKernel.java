package eddy.nets;

import eddy.nets.LayerSpec.Dropout;
import eddy.run.RandomStream;

/**
 * In training y = m x with m = 0 at probability r, else 1/(1 − r); dx = m dy. Number f of example e
 * of the batch takes word {@code e·features + f} of this layer's part of the stream, whichever
 * thread asks for it.
 */
final class DropoutKernel extends LayerKernel {
  private final float rate;
  private final float kept;
  private final float[] mask;

  /** Numbers per example that dropout layers before this one draw. */
  private final int before;

  DropoutKernel(Lanes lanes, Architecture.Layer layer, float[] inOut, float[] mask, int before) {
    super(lanes, layer, inOut, inOut);
    this.rate = (float) ((Dropout) layer.spec()).rate();
    this.kept = (float) (1 / (1 - ((Dropout) layer.spec()).rate()));
    this.mask = mask;
    this.before = before;
  }

  @Override
  void forward(Pass pass, int slot, int thread) {
    if (pass.dropout == null) {
      return;
    }
    int at = outputAt(slot);
    draw(pass, slot, at);
    multiply(mask, at, output, at, outputs * Lanes.COUNT);
  }

  private void draw(Pass pass, int slot, int at) {
    RandomStream stream = pass.dropout.copy();
    stream.seek(
        pass.dropout.position()
            + (long) before * pass.examples.count()
            + (long) slot * Lanes.COUNT * outputs);
    for (int l = 0; l < pass.inSlot(slot); l++) {
      for (int f = 0; f < outputs; f++) {
        mask[at + f * Lanes.COUNT + l] = stream.nextFloat() >= rate ? kept : 0;
      }
    }
  }

  @Override
  void backward(Pass pass, int slot, int thread, float[] dy, int dyAt, float[] dx, int dxAt) {
    if (pass.dropout != null) {
      multiply(mask, outputAt(slot), dy, dyAt, outputs * Lanes.COUNT);
    }
  }

  private static void multiply(float[] factor, int factorAt, float[] x, int xAt, int n) {
    for (int i = 0; i < n; i++) {
      x[xAt + i] *= factor[factorAt + i];
    }
  }
}

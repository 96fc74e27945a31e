package eddy.nets;

import eddy.nets.LayerSpec.MaxPool;
import java.util.Arrays;

/** y = the largest number in a window; dx += dy at the first place that holds it. */
final class MaxPoolKernel extends LayerKernel {
  private final int size;
  private final int stride;

  /** Which place of its window won, {@code row·size + column}. */
  private final float[] winner;

  MaxPoolKernel(
      Lanes lanes, Architecture.Layer layer, float[] input, float[] output, float[] winner) {
    super(lanes, layer, input, output);
    this.size = ((MaxPool) layer.spec()).size();
    this.stride = ((MaxPool) layer.spec()).stride();
    this.winner = winner;
  }

  @Override
  void forward(Pass pass, int slot, int thread) {
    for (int i = 0; i < outputs; i++) {
      int corner = inputAt(slot) + corner(i);
      int at = outputAt(slot) + i * Lanes.COUNT;
      System.arraycopy(input, corner, output, at, Lanes.COUNT);
      Arrays.fill(winner, at, at + Lanes.COUNT, 0);
      for (int place = 1; place < size * size; place++) {
        lanes.challenge(input, corner + offset(place), place, output, winner, at);
      }
    }
  }

  @Override
  void backward(Pass pass, int slot, int thread, float[] dy, int dyAt, float[] dx, int dxAt) {
    Arrays.fill(dx, dxAt, dxAt + inputs * Lanes.COUNT, 0);
    for (int i = 0; i < outputs; i++) {
      int corner = dxAt + corner(i);
      int at = outputAt(slot) + i * Lanes.COUNT;
      for (int place = 0; place < size * size; place++) {
        lanes.award(dy, dyAt + i * Lanes.COUNT, winner, at, place, dx, corner + offset(place));
      }
    }
  }

  /** Where window {@code i} begins in its block. */
  private int corner(int i) {
    int area = layer.output().area();
    int row = i % area / layer.output().width();
    int column = i % layer.output().width();
    int line = i / area * layer.input().height() + row * stride;
    return (line * layer.input().width() + column * stride) * Lanes.COUNT;
  }

  private int offset(int place) {
    return (place / size * layer.input().width() + place % size) * Lanes.COUNT;
  }
}

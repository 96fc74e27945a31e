package eddy.nets;

import eddy.nets.LayerSpec.AvgPool;
import java.util.Arrays;

/** y = the mean over a window of n numbers; dx += dy / n at each of them. */
final class AvgPoolKernel extends LayerKernel {
  private final int size;
  private final int stride;

  AvgPoolKernel(Lanes lanes, Architecture.Layer layer, float[] input, float[] output) {
    super(lanes, layer, input, output);
    this.size = ((AvgPool) layer.spec()).size();
    this.stride = ((AvgPool) layer.spec()).stride();
  }

  @Override
  void forward(Pass pass, int slot, int thread) {
    float share = 1f / (size * size);
    int to = outputAt(slot);
    for (int i = 0; i < outputs; i++, to += Lanes.COUNT) {
      Arrays.fill(output, to, to + Lanes.COUNT, 0);
      for (int row = 0; row < size; row++) {
        int from = inputAt(slot) + line(i, row);
        for (int j = 0; j < size * Lanes.COUNT; j++) {
          output[to + j % Lanes.COUNT] += input[from + j];
        }
      }
      for (int l = 0; l < Lanes.COUNT; l++) {
        output[to + l] *= share;
      }
    }
  }

  @Override
  void backward(Pass pass, int slot, int thread, float[] dy, int dyAt, float[] dx, int dxAt) {
    float share = 1f / (size * size);
    Arrays.fill(dx, dxAt, dxAt + inputs * Lanes.COUNT, 0);
    for (int i = 0; i < outputs; i++) {
      int from = dyAt + i * Lanes.COUNT;
      for (int row = 0; row < size; row++) {
        int to = dxAt + line(i, row);
        for (int j = 0; j < size * Lanes.COUNT; j++) {
          dx[to + j] += share * dy[from + j % Lanes.COUNT];
        }
      }
    }
  }

  /** Where row {@code row} of window {@code i} begins in its block. */
  private int line(int i, int row) {
    int area = layer.output().area();
    int top = i % area / layer.output().width() * stride;
    int left = i % layer.output().width() * stride;
    int line = i / area * layer.input().height() + top + row;
    return (line * layer.input().width() + left) * Lanes.COUNT;
  }
}

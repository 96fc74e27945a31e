package eddy.nets;

import eddy.nets.LayerSpec.Conv2d;
import java.util.Arrays;

/**
 * Where a correlation reads and writes, as offsets into blocks of examples: position p and tap k
 * meet at number {@code base[p] + tap[k]} of what enters; output channel o of position p is number
 * {@code to[p] + o·channel} of what leaves. A dense layer has one position and a tap for each
 * input.
 *
 * @param outputs output channels
 * @param base where each position reads
 * @param tap where each weight of one output channel reads from there
 * @param to where each position writes
 * @param channel from one output channel to the next
 */
record Windows(int outputs, int[] base, int[] tap, int[] to, int channel) {

  static Windows dense(int inputs, int outputs) {
    int[] tap = new int[inputs];
    Arrays.setAll(tap, i -> i * Lanes.COUNT);
    return new Windows(outputs, new int[] {0}, tap, new int[] {0}, Lanes.COUNT);
  }

  /** A convolution's forward pass, on a copy of its input with the padding in place. */
  static Windows convolution(Conv2d spec, Shape padded, Shape output) {
    int[] base = new int[output.area()];
    int[] to = new int[output.area()];
    for (int p = 0; p < base.length; p++) {
      int row = p / output.width();
      int column = p % output.width();
      base[p] = (row * padded.width() + column) * spec.stride() * Lanes.COUNT;
      to[p] = p * Lanes.COUNT;
    }
    int area = spec.kernel() * spec.kernel();
    int[] tap = new int[padded.channels() * area];
    for (int k = 0; k < tap.length; k++) {
      int row = k % area / spec.kernel();
      int column = k % spec.kernel();
      int line = k / area * padded.height() + row;
      tap[k] = (line * padded.width() + column) * Lanes.COUNT;
    }
    return new Windows(output.channels(), base, tap, to, output.area() * Lanes.COUNT);
  }

  int positions() {
    return base.length;
  }

  int taps() {
    return tap.length;
  }

  /** Weights and biases together. */
  int parameters() {
    return outputs * (taps() + 1);
  }
}

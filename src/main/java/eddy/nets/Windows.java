package eddy.nets;

import eddy.nets.LayerSpec.Conv2d;

/**
 * Where a linear layer reads, as offsets into one block of examples: output position p and tap k of
 * the kernel meet at number {@code base[p] + tap[k]}. A dense layer has one position and a tap for
 * each input; a convolution reads a copy of its input with the padding in place.
 *
 * @param outputs output channels
 * @param base offset of each output position
 * @param tap offset of each weight of one output channel
 */
record Windows(int outputs, int[] base, int[] tap) {

  static Windows dense(int inputs, int outputs) {
    int[] tap = new int[inputs];
    for (int i = 0; i < inputs; i++) {
      tap[i] = i * Lanes.COUNT;
    }
    return new Windows(outputs, new int[] {0}, tap);
  }

  static Windows convolution(Conv2d spec, Shape padded, Shape output) {
    int[] base = new int[output.area()];
    for (int row = 0; row < output.height(); row++) {
      for (int column = 0; column < output.width(); column++) {
        base[row * output.width() + column] =
            (row * padded.width() + column) * spec.stride() * Lanes.COUNT;
      }
    }
    int[] tap = new int[padded.channels() * spec.kernel() * spec.kernel()];
    int k = 0;
    for (int channel = 0; channel < padded.channels(); channel++) {
      for (int row = 0; row < spec.kernel(); row++) {
        for (int column = 0; column < spec.kernel(); column++) {
          tap[k++] = ((channel * padded.height() + row) * padded.width() + column) * Lanes.COUNT;
        }
      }
    }
    return new Windows(output.channels(), base, tap);
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

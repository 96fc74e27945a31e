package eddy.data;

/** Filter weights as whole numbers of 2^-22, and the pass over one line of bytes. */
final class FixedTaps {
  private static final int BITS = 22;

  private final int[] first;
  private final int[][] weights;

  FixedTaps(Taps taps) {
    first = new int[taps.length()];
    weights = new int[taps.length()][];
    for (int i = 0; i < first.length; i++) {
      first[i] = taps.first(i);
      weights[i] = new int[taps.count(i)];
      for (int k = 0; k < weights[i].length; k++) {
        weights[i][k] = (int) (0.5 + taps.weight(i, k) * (1 << BITS));
      }
    }
  }

  /** Filters one line: element i of a line is at offset + i * stride. */
  void apply(int[] in, int inOffset, int inStride, int[] out, int outOffset, int outStride) {
    for (int i = 0; i < first.length; i++) {
      int sum = 1 << (BITS - 1);
      int at = inOffset + first[i] * inStride;
      for (int w : weights[i]) {
        sum += w * in[at];
        at += inStride;
      }
      out[outOffset + i * outStride] = Math.min(Math.max(sum >> BITS, 0), 255);
    }
  }
}

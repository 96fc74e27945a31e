package eddy.nets;

/** Keeps, for each slot, the gradient summed over its examples. */
final class LaneSums implements GradientSink {
  private final int size;
  private final float[] sums;

  /**
   * @param size d
   * @param sums {@code [slot][d]}
   */
  LaneSums(int size, float[] sums) {
    this.size = size;
    this.sums = sums;
  }

  @Override
  public void accept(Pass pass, int slot, int thread, float[] lanes, int offset, int count) {
    int to = slot * size + offset;
    int examples = pass.inSlot(slot);
    if (examples == Lanes.COUNT) {
      for (int i = 0; i < count; i++) {
        int at = i * Lanes.COUNT;
        sums[to + i] = eight(lanes, at) + eight(lanes, at + 8);
      }
    } else {
      for (int i = 0; i < count; i++) {
        float sum = 0;
        for (int l = 0; l < examples; l++) {
          sum += lanes[i * Lanes.COUNT + l];
        }
        sums[to + i] = sum;
      }
    }
  }

  private static float eight(float[] a, int i) {
    return ((a[i] + a[i + 1]) + (a[i + 2] + a[i + 3]))
        + ((a[i + 4] + a[i + 5]) + (a[i + 6] + a[i + 7]));
  }
}

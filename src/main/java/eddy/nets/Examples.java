package eddy.nets;

/**
 * Which images and labels a pass takes.
 *
 * @param x images, one behind the other
 * @param y labels, or null where none are needed
 * @param index where to look them up, or null: consecutive ones
 * @param from first place in {@code index}, or the first example
 * @param count how many
 */
record Examples(float[] x, int[] y, int[] index, int from, int count) {

  /** The number of the example in place {@code i}, 0 to count − 1. */
  int number(int i) {
    return index == null ? from + i : index[from + i];
  }

  int blocks() {
    return (count + Lanes.COUNT - 1) / Lanes.COUNT;
  }

  /** How many examples block {@code block} holds. */
  int inBlock(int block) {
    return Math.min(Lanes.COUNT, count - block * Lanes.COUNT);
  }

  Examples part(int begin, int length) {
    return new Examples(x, y, index, from + begin, length);
  }
}

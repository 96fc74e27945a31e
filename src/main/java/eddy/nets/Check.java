package eddy.nets;

/** The sentences that refuse a layer. */
final class Check {
  private Check() {}

  static void atLeast(String what, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          what + " must be at least " + least + ", not " + value + ".");
    }
  }

  /** How many windows of {@code size} fit into {@code length} at this stride; at least one. */
  static int windows(String what, Shape input, int length, int size, int stride) {
    if (length < size) {
      throw new IllegalArgumentException(
          "A " + what + " of size " + size + " does not fit into an input of shape " + input + ".");
    }
    return (length - size) / stride + 1;
  }
}

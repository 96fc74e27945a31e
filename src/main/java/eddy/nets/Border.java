package eddy.nets;

/** Copies the channels of a block into larger ones, with zeros around. */
final class Border {
  private final Shape inner;
  private final Shape framed;
  private final int width;

  /**
   * @param width zeros above and to the left
   * @param height rows with the border
   * @param columns columns with the border
   */
  Border(Shape inner, int width, int height, int columns) {
    this.inner = inner;
    this.width = width;
    this.framed = new Shape(inner.channels(), height, columns);
  }

  /** The same border on all sides. */
  static Border around(Shape inner, int width) {
    return new Border(inner, width, inner.height() + 2 * width, inner.width() + 2 * width);
  }

  boolean isEmpty() {
    return framed.equals(inner);
  }

  Shape framed() {
    return framed;
  }

  /**
   * An array for a framed block for each thread, its border zero; none where there is no border.
   */
  float[][] blocks(int threads) {
    return new float[isEmpty() ? 0 : threads][framed.size() * Lanes.COUNT];
  }

  /** Copies a block into the middle of {@code to}, whose border is zero already. */
  void add(float[] from, int fromAt, float[] to) {
    int length = inner.width() * Lanes.COUNT;
    for (int row = 0; row < inner.channels() * inner.height(); row++) {
      System.arraycopy(from, fromAt + row * length, to, at(row), length);
    }
  }

  private int at(int row) {
    int channel = row / inner.height();
    int inChannel = row % inner.height() + width;
    return ((channel * framed.height() + inChannel) * framed.width() + width) * Lanes.COUNT;
  }
}

package eddy.nets;

/** Puts a border of zeros around the channels of a block, and takes it away. */
final class Border {
  private final Shape inner;
  private final Shape framed;
  private final int width;

  Border(Shape inner, int width) {
    this.inner = inner;
    this.width = width;
    this.framed =
        new Shape(inner.channels(), inner.height() + 2 * width, inner.width() + 2 * width);
  }

  int width() {
    return width;
  }

  Shape framed() {
    return framed;
  }

  /** Copies a block into the middle of {@code to}, whose border is zero already. */
  void add(float[] from, int fromAt, float[] to) {
    int length = inner.width() * Lanes.COUNT;
    for (int row = 0; row < rows(); row++) {
      System.arraycopy(from, fromAt + row * length, to, framedAt(row), length);
    }
  }

  /** Copies the middle of {@code from} to a block. */
  void remove(float[] from, float[] to, int toAt) {
    int length = inner.width() * Lanes.COUNT;
    for (int row = 0; row < rows(); row++) {
      System.arraycopy(from, framedAt(row), to, toAt + row * length, length);
    }
  }

  private int rows() {
    return inner.channels() * inner.height();
  }

  private int framedAt(int row) {
    int channel = row / inner.height();
    int inChannel = row % inner.height() + width;
    return ((channel * framed.height() + inChannel) * framed.width() + width) * Lanes.COUNT;
  }
}

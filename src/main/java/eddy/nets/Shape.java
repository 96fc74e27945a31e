package eddy.nets;

/**
 * The shape of one example between two layers: channels, height, width, stored in that order (the
 * "CHW" of NCHW). A plain vector has height and width 1.
 *
 * @param channels number of channels, at least 1
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record Shape(int channels, int height, int width) {

  /**
   * Checks the sides.
   *
   * @throws IllegalArgumentException if one is below 1
   */
  public Shape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "A shape needs positive sides, not " + channels + "x" + height + "x" + width + ".");
    }
  }

  /** A vector of {@code size} numbers. */
  public static Shape vector(int size) {
    return new Shape(size, 1, 1);
  }

  /** How many numbers one example has here: channels · height · width. */
  public int size() {
    return Math.multiplyExact(channels, area());
  }

  /** How many numbers one channel has: height · width. */
  public int area() {
    return Math.multiplyExact(height, width);
  }

  @Override
  public String toString() {
    return channels + "x" + height + "x" + width;
  }
}

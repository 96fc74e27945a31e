package eddy.data;

/**
 * The 7 x 7 digits that small-fc and tiny-fc are fed with, from digits of any size as stored: as
 * the paper says, and as the authors' code makes them.
 */
public final class HalfMnist {
  private HalfMnist() {}

  /** As printed: bilinear to 7 x 7, then [0, 1]. */
  public static Images printed(Images digits) {
    return Pixels.unit(Resize.bilinear8bit(digits, 7, 7));
  }

  /** As coded: {@link Pixels#wrapped}, bilinear to 7 x 7, then [0, 1]. */
  public static Images coded(Images digits) {
    return printed(Pixels.wrapped(digits));
  }
}

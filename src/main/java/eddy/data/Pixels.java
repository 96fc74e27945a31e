package eddy.data;

/** Pixel scalings. Each is for stored bytes, 0 to 255, and refuses anything else. */
public final class Pixels {
  private Pixels() {}

  /** p / 255: pixels in [0, 1]. */
  public static Images unit(Images images) {
    requireBytes(images, "Pixels.unit");
    float[] in = images.pixels();
    float[] out = new float[in.length];
    for (int i = 0; i < in.length; i++) {
      out[i] = in[i] / 255;
    }
    return images.withPixels(out, images.height(), images.width(), "pixels / 255");
  }

  /**
   * (-p) mod 256: strokes inverted, 0 kept. It is what became of MNIST in the authors' code for
   * small-fc, where pixels of 0 to 255 were taken for numbers in [0, 1], multiplied by 255 and cast
   * to bytes. Comes before any resizing.
   */
  public static Images wrapped(Images images) {
    requireBytes(images, "Pixels.wrapped");
    float[] in = images.pixels();
    float[] out = new float[in.length];
    for (int i = 0; i < in.length; i++) {
      out[i] = -(int) in[i] & 0xff;
    }
    return images.withPixels(out, images.height(), images.width(), "wrapped");
  }

  /** Refuses pixels that are not whole numbers from 0 to 255. */
  static void requireBytes(Images images, String transform) {
    for (float p : images.pixels()) {
      if (!(p >= 0 && p <= 255 && p == (int) p)) {
        throw new DataException(
            transform
                + " needs pixels as stored, whole numbers from 0 to 255, but \""
                + images.name()
                + "\" has "
                + p
                + ": apply it before any other scaling.");
      }
    }
  }
}

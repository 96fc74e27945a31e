package eddy.data;

/** Other sizes of images; rows and columns are treated one after the other. */
public final class Resize {
  private Resize() {}

  /**
   * Averages over areas: a pixel of the result is the mean over the rectangle that it covers in the
   * image, pixels at its edge counted by the covered part. Keeps the mean of the image; any pixel
   * scaling.
   *
   * @param height rows of the result, 1 to the image's
   * @param width columns of the result, 1 to the image's
   */
  public static Images area(Images images, int height, int width) {
    if (height < 1 || width < 1 || height > images.height() || width > images.width()) {
      throw new DataException(
          "Averaging over areas makes images smaller: "
              + images.height()
              + " x "
              + images.width()
              + " cannot become "
              + height
              + " x "
              + width
              + ".");
    }
    Taps across = Taps.area(images.width(), width);
    Taps down = Taps.area(images.height(), height);
    int planes = images.count() * images.channels();
    int from = images.height() * images.width();
    float[] out = new float[planes * height * width];
    double[] rows = new double[images.height() * width];
    for (int p = 0; p < planes; p++) {
      for (int y = 0; y < images.height(); y++) {
        for (int x = 0; x < width; x++) {
          double sum = 0;
          for (int k = 0; k < across.count(x); k++) {
            int i = p * from + y * images.width() + across.first(x) + k;
            sum += across.weight(x, k) * images.pixels()[i];
          }
          rows[y * width + x] = sum;
        }
      }
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          double sum = 0;
          for (int k = 0; k < down.count(y); k++) {
            sum += down.weight(y, k) * rows[(down.first(y) + k) * width + x];
          }
          out[(p * height + y) * width + x] = (float) sum;
        }
      }
    }
    return images.withPixels(out, height, width, "area " + height + " x " + width);
  }

  /**
   * Bilinear with anti-aliasing in 8-bit arithmetic, as the Python imaging library does it: a
   * triangle filter as wide as two result pixels (when shrinking), its weights rounded to 22 bits
   * behind the point, columns first, then rows, each pass rounded to whole numbers from 0 to 255.
   *
   * @param images pixels as stored, whole numbers from 0 to 255
   * @param height rows of the result, at least 1
   * @param width columns of the result, at least 1
   */
  public static Images bilinear8bit(Images images, int height, int width) {
    if (height < 1 || width < 1) {
      throw new DataException("Images cannot become " + height + " x " + width + ".");
    }
    Pixels.requireBytes(images, "Resize.bilinear8bit");
    FixedTaps across = new FixedTaps(Taps.triangle(images.width(), width));
    FixedTaps down = new FixedTaps(Taps.triangle(images.height(), height));
    int planes = images.count() * images.channels();
    int from = images.height() * images.width();
    float[] out = new float[planes * height * width];
    int[] source = new int[from];
    int[] rows = new int[images.height() * width];
    int[] result = new int[height * width];
    for (int p = 0; p < planes; p++) {
      for (int i = 0; i < from; i++) {
        source[i] = (int) images.pixels()[p * from + i];
      }
      for (int y = 0; y < images.height(); y++) {
        across.apply(source, y * images.width(), 1, rows, y * width, 1);
      }
      for (int x = 0; x < width; x++) {
        down.apply(rows, x, width, result, x, width);
      }
      for (int i = 0; i < result.length; i++) {
        out[p * height * width + i] = result[i];
      }
    }
    return images.withPixels(out, height, width, "bilinear " + height + " x " + width);
  }
}

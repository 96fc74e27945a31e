package eddy.data;

import java.nio.file.Path;

/**
 * Files of bytes in the IDX format, in which MNIST is distributed: big-endian 32-bit header numbers
 * (images: 2051, count, rows, columns; labels: 2049, count), then one byte a pixel or label.
 */
public final class Idx {
  private static final int IMAGES = 2051;
  private static final int LABELS = 2049;

  private Idx() {}

  /**
   * Reads images and labels of any data set in this format, gzipped or not, without a checksum to
   * compare with. Pixels are the stored bytes, 0 to 255.
   *
   * @param images file of images
   * @param labels file of labels
   * @param classes number of classes; labels run from 0 to classes - 1
   * @param name says which images
   * @throws DataException when a file is missing, cut off, damaged or swapped, or when the numbers
   *     of images and labels differ
   */
  public static Images read(Path images, Path labels, int classes, String name) {
    String remedy = "get it again from where it came";
    return decode(StoredFile.read(images, remedy), StoredFile.read(labels, remedy), classes, name);
  }

  static Images decode(StoredFile images, StoredFile labels, int classes, String name) {
    expect(images, IMAGES, "images");
    expect(labels, LABELS, "labels");
    int count = images.header(1);
    int rows = images.header(2);
    int columns = images.header(3);
    if (labels.header(1) != count) {
      throw new DataException(
          images.path()
              + " has "
              + count
              + " images, but "
              + labels.path()
              + " has "
              + labels.header(1)
              + " labels; give two files that belong together.");
    }
    byte[] pixels = body(images, 16, (long) count * rows * columns);
    byte[] labelBytes = body(labels, 8, count);
    float[] values = new float[(int) ((long) count * rows * columns)];
    for (int i = 0; i < values.length; i++) {
      values[i] = pixels[16 + i] & 0xff;
    }
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = labelBytes[8 + i] & 0xff;
    }
    String checksum = Sha256.of(pixels) + " " + Sha256.of(labelBytes);
    return new Images(values, numbers, 1, rows, columns, classes, name, checksum);
  }

  private static void expect(StoredFile file, int magic, String what) {
    int found = file.header(0);
    if (found == magic) {
      return;
    }
    if (found == IMAGES || found == LABELS) {
      throw file.bad(
          "holds "
              + (found == IMAGES ? "images" : "labels")
              + " where "
              + what
              + " are expected (magic number "
              + found
              + ", not "
              + magic
              + "): images and labels are swapped");
    }
    throw file.bad(
        "is no IDX file of " + what + " (magic number " + found + ", not " + magic + ")");
  }

  private static byte[] body(StoredFile file, int header, long length) {
    byte[] bytes = file.bytes();
    if (length < 0 || length > Integer.MAX_VALUE - header) {
      throw file.bad("has an impossible header");
    }
    if (bytes.length != header + length) {
      throw file.bad(
          (bytes.length < header + length ? "is cut off: " : "is too long: ")
              + bytes.length
              + " bytes instead of "
              + (header + length));
    }
    return bytes;
  }
}

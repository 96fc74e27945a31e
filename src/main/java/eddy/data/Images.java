package eddy.data;

import java.util.Arrays;
import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Labelled images in flat arrays, which this record does not copy: do not write to them.
 *
 * @param pixels [count][channels][height][width], row-major
 * @param labels [count], each from 0 to classes - 1
 * @param channels channels of an image, at least 1
 * @param height rows of an image, at least 1
 * @param width columns of an image, at least 1
 * @param classes number of classes, at least 1
 * @param name which images, and what was done to them
 * @param checksum SHA-256 of the content that the images came from, for provenance
 */
public record Images(
    float[] pixels,
    int[] labels,
    int channels,
    int height,
    int width,
    int classes,
    String name,
    String checksum) {

  /** Refuses arrays that do not fit the sizes, and labels out of range. */
  public Images {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(checksum, "checksum");
    if (channels < 1 || height < 1 || width < 1 || classes < 1) {
      throw new DataException(
          "Images have at least one channel, row, column and class, not "
              + channels
              + ", "
              + height
              + ", "
              + width
              + " and "
              + classes
              + ".");
    }
    long expected = (long) labels.length * channels * height * width;
    if (pixels.length != expected) {
      throw new DataException(
          labels.length
              + " labels with images of "
              + channels
              + " x "
              + height
              + " x "
              + width
              + " need "
              + expected
              + " pixels, not "
              + pixels.length
              + ".");
    }
    for (int label : labels) {
      if (label < 0 || label >= classes) {
        throw new DataException(
            "Labels run from 0 to " + (classes - 1) + ", but one is " + label + ".");
      }
    }
  }

  /** Number of images. */
  public int count() {
    return labels.length;
  }

  /** Numbers in one image: channels * height * width. */
  public int size() {
    return channels * height * width;
  }

  /** Number of images of each class. */
  public int[] classCounts() {
    int[] counts = new int[classes];
    for (int label : labels) {
      counts[label]++;
    }
    return counts;
  }

  /** A copy of one image: channels * height * width numbers. */
  public float[] image(int i) {
    Objects.checkIndex(i, count());
    return Arrays.copyOfRange(pixels, i * size(), (i + 1) * size());
  }

  /** The images as ND4J float32 [count, channels, height, width], copied. */
  public INDArray toFeatures() {
    return Nd4j.createFromArray(pixels).reshape(count(), channels, height, width);
  }

  /** The labels as ND4J float32 one-hot rows [count, classes]. */
  public INDArray toOneHot() {
    float[] rows = new float[count() * classes];
    for (int i = 0; i < labels.length; i++) {
      rows[i * classes + labels[i]] = 1;
    }
    return Nd4j.createFromArray(rows).reshape(count(), classes);
  }

  /**
   * Images of a user's own, copied.
   *
   * @param features [count, channels, height, width]
   * @param oneHot [count, classes], one 1 in each row
   * @param name says which images, and how their pixels are scaled
   * @throws DataException when the shapes do not fit or a row of labels is not one-hot
   */
  public static Images of(INDArray features, INDArray oneHot, String name) {
    if (features.rank() != 4 || oneHot.rank() != 2 || features.size(0) != oneHot.size(0)) {
      throw new DataException(
          "Features must be [count, channels, height, width] and labels [count, classes], not "
              + Arrays.toString(features.shape())
              + " and "
              + Arrays.toString(oneHot.shape())
              + ".");
    }
    int classes = Math.toIntExact(oneHot.size(1));
    float[] rows = flat(oneHot);
    int[] labels = new int[Math.toIntExact(oneHot.size(0))];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = label(rows, i, classes);
    }
    float[] pixels = flat(features);
    return new Images(
        pixels,
        labels,
        (int) features.size(1),
        (int) features.size(2),
        (int) features.size(3),
        classes,
        name,
        Sha256.of(pixels, labels));
  }

  /**
   * Images of a user's own in flat arrays, which are not copied.
   *
   * @param pixels [count][channels][height][width], row-major
   * @param labels [count], each from 0 to classes - 1
   * @param channels channels of an image
   * @param height rows of an image
   * @param width columns of an image
   * @param classes number of classes
   * @param name says which images, and how their pixels are scaled
   * @throws DataException when the arrays do not fit, or a label is out of range
   */
  public static Images of(
      float[] pixels, int[] labels, int channels, int height, int width, int classes, String name) {
    return new Images(
        pixels, labels, channels, height, width, classes, name, Sha256.of(pixels, labels));
  }

  private static float[] flat(INDArray a) {
    return a.castTo(DataType.FLOAT).dup('c').reshape('c', new long[] {a.length()}).toFloatVector();
  }

  private static int label(float[] rows, int i, int classes) {
    int label = -1;
    for (int k = 0; k < classes; k++) {
      float v = rows[i * classes + k];
      if (v == 1 && label < 0) {
        label = k;
      } else if (v != 0) {
        throw new DataException("Row " + i + " of the labels is not one-hot.");
      }
    }
    if (label < 0) {
      throw new DataException("Row " + i + " of the labels has no 1.");
    }
    return label;
  }

  /** The same labels with other pixels. */
  Images withPixels(float[] newPixels, int newHeight, int newWidth, String done) {
    return new Images(
        newPixels, labels, channels, newHeight, newWidth, classes, name + ", " + done, checksum);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Images i
        && name.equals(i.name)
        && channels == i.channels
        && height == i.height
        && width == i.width
        && classes == i.classes
        && Arrays.equals(labels, i.labels)
        && Arrays.equals(pixels, i.pixels);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, checksum, count());
  }

  @Override
  public String toString() {
    return name
        + ": "
        + count()
        + " images of "
        + channels
        + " x "
        + height
        + " x "
        + width
        + ", "
        + classes
        + " classes";
  }
}

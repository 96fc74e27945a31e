package eddy.study.own;

import eddy.data.DataException;
import eddy.data.Images;
import eddy.nets.Shape;
import java.nio.file.Path;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * Reads a user's arrays as labelled examples of one shape: from NumPy files, a CSV file or a DL4J
 * iterator. Pixels are taken as they are, so they must be scaled as in training (a normaliser that
 * DL4J saved beside a model is not applied). What does not fit is refused with one sentence that
 * names the file and the place.
 *
 * @param shape of one example
 * @param classes labels are whole numbers from 0 to classes − 1
 */
public record ExampleReader(Shape shape, int classes) {

  /**
   * Two NumPy files.
   *
   * @param inputs [N, ...] of numbers; the other dimensions multiply to the size of one example, in
   *     the order channels, height, width
   * @param labels [N] of whole numbers, or [N, classes] with one 1 in each row
   * @throws java.io.UncheckedIOException if a file cannot be read
   * @throws DataException if the arrays do not fit
   */
  public Images npy(Path inputs, Path labels) {
    float[] pixels = NpyExamples.inputs(inputs, shape);
    int[] classesOf = NpyExamples.labels(labels, classes);
    return images(pixels, classesOf, inputs.getFileName().toString());
  }

  /**
   * A CSV file with a line of headings: one column of labels, all others are the numbers of an
   * example, in the order channels, height, width.
   *
   * @param file the file, comma-separated
   * @param labelColumn heading of the column with the labels
   * @throws DataException if it cannot be read or does not fit
   */
  public Images csv(Path file, String labelColumn) {
    return CsvExamples.read(this, file, labelColumn);
  }

  /**
   * What a DL4J iterator gives, from its beginning to its end; it is reset before.
   *
   * @param iterator of features [b, size] or [b, channels, height, width] and labels [b, classes],
   *     one 1 in each row
   * @param name says which examples, in tables
   * @throws DataException if they do not fit
   */
  public Images iterator(DataSetIterator iterator, String name) {
    return IteratorExamples.read(this, iterator, name);
  }

  /** Checks what all sources have in common. */
  Images images(float[] pixels, int[] labels, String name) {
    if ((long) labels.length * shape.size() != pixels.length) {
      throw new DataException(
          "%s holds %d examples of %s, but there are %d labels: give one label for each example."
              .formatted(name, pixels.length / shape.size(), shape, labels.length));
    }
    if (labels.length < 2) {
      throw new DataException(
          "%s holds %d example%s: a covariance needs at least 2, and D of N examples has at most N - 1 directions."
              .formatted(name, labels.length, labels.length == 1 ? "" : "s"));
    }
    requireFinite(pixels, name);
    requireClasses(labels, name);
    return Images.of(
        pixels, labels, shape.channels(), shape.height(), shape.width(), classes, name);
  }

  private void requireFinite(float[] pixels, String name) {
    for (int i = 0; i < pixels.length; i++) {
      if (!Float.isFinite(pixels[i])) {
        throw new DataException(
            "Number %d of example %d of %s is %s (both counted from 0): mend or leave out this example."
                .formatted(i % shape.size(), i / shape.size(), name, pixels[i]));
      }
    }
  }

  private void requireClasses(int[] labels, String name) {
    for (int k = 0; k < labels.length; k++) {
      if (labels[k] < 0 || labels[k] >= classes) {
        throw new DataException(
            "Labels run from 0 to %d, as many as the network has outputs, but example %d of %s has %d."
                .formatted(classes - 1, k, name, labels[k]));
      }
    }
  }
}

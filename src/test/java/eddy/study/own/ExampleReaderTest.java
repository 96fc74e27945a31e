package eddy.study.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eddy.data.DataException;
import eddy.data.Images;
import eddy.nets.Shape;
import eddy.run.Npy;
import eddy.run.NpyArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** The same three examples from every source, and what does not fit. */
class ExampleReaderTest {
  private static final Shape SHAPE = new Shape(1, 2, 2);
  private static final ExampleReader READER = new ExampleReader(SHAPE, 3);
  private static final float[] PIXELS = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255};
  private static final int[] LABELS = {2, 0, 1};

  @TempDir Path folder;

  private Path npy(String name, Object data, int... shape) {
    Path file = folder.resolve(name);
    Npy.write(file, NpyArray.of(data, shape));
    return file;
  }

  private Path csv(String... lines) throws IOException {
    return Files.write(folder.resolve("examples.csv"), List.of(lines));
  }

  private static void assertTheThree(Images images) {
    assertThat(images.pixels()).containsExactly(PIXELS);
    assertThat(images.labels()).containsExactly(LABELS);
    assertThat(new Shape(images.channels(), images.height(), images.width())).isEqualTo(SHAPE);
    assertThat(images.classes()).isEqualTo(3);
  }

  private static byte[] bytes() {
    byte[] bytes = new byte[PIXELS.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (int) PIXELS[i];
    }
    return bytes;
  }

  static List<Arguments> arrays() {
    double[] wide = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255};
    int[] whole = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255};
    return List.of(
        Arguments.of(PIXELS, new int[] {3, 1, 2, 2}, LABELS, new int[] {3}),
        Arguments.of(wide, new int[] {3, 4}, new long[] {2, 0, 1}, new int[] {3, 1}),
        Arguments.of(bytes(), new int[] {3, 2, 2}, new byte[] {2, 0, 1}, new int[] {3}),
        Arguments.of(whole, new int[] {3, 4}, new float[] {2, 0, 1}, new int[] {3}),
        Arguments.of(
            PIXELS, new int[] {3, 4}, new float[] {0, 0, 1, 1, 0, 0, 0, 1, 0}, new int[] {3, 3}));
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void npyOfAnyType(Object inputs, int[] shape, Object labels, int[] labelShape) {
    assertTheThree(READER.npy(npy("x.npy", inputs, shape), npy("y.npy", labels, labelShape)));
  }

  @Test
  void csvWithTheLabelAnywhere() throws IOException {
    assertTheThree(
        READER.csv(csv("p0,p1,digit,p2,p3", "0,1,2,2,3", "4,5.0,0,6,7", "8,9,1,1e1,255"), "digit"));
  }

  @Test
  void iteratorOfRowsAndOfImages() {
    INDArray oneHot = Nd4j.createFromArray(new float[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}});
    INDArray rows = Nd4j.createFromArray(PIXELS).reshape(3, 4);
    for (INDArray features : List.of(rows, rows.reshape(3, 1, 2, 2))) {
      var iterator = new ListDataSetIterator<>(new DataSet(features, oneHot).asList(), 2);
      iterator.next();
      assertTheThree(READER.iterator(iterator, "iterated"));
    }
  }

  private void refused(Object inputs, int[] shape, Object labels, String sentence) {
    Path x = npy("x.npy", inputs, shape);
    Path y = npy("y.npy", labels);
    assertThatThrownBy(() -> READER.npy(x, y))
        .isInstanceOf(DataException.class)
        .hasMessage(sentence.replace("FOLDER", folder.toString()));
  }

  @Test
  void npyThatDoesNotFit() {
    refused(
        PIXELS,
        new int[] {2, 6},
        LABELS,
        "FOLDER/x.npy has the shape [2, 6], but the network takes [N, 1, 2, 2] (channels, height,"
            + " width), or [N, 4] in that order.");
    refused(
        PIXELS,
        new int[] {3, 2, 2, 1},
        LABELS,
        "FOLDER/x.npy has the shape [3, 2, 2, 1], but the network takes [N, 1, 2, 2] (channels,"
            + " height, width), or [N, 4] in that order.");
    refused(
        PIXELS,
        new int[] {3, 4},
        new int[] {2, 0},
        "x.npy holds 3 examples of 1x2x2, but there are 2 labels: give one label for each example.");
    refused(
        PIXELS,
        new int[] {3, 4},
        new int[] {1, 3, 2},
        "Labels run from 0 to 2, as many as the network has outputs, but example 1 of x.npy has 3.");
    refused(
        PIXELS,
        new int[] {3, 4},
        new float[] {1, 0.5f, 2},
        "A label is a whole number, the class of the example, but example 1 of FOLDER/y.npy has"
            + " 0.5.");
    refused(
        new float[] {1, 2, 3, 4},
        new int[] {1, 4},
        new int[] {0},
        "x.npy holds 1 example: a covariance needs at least 2, and D of N examples has at most N - 1"
            + " directions.");
    float[] broken = PIXELS.clone();
    broken[6] = Float.NaN;
    refused(
        broken,
        new int[] {3, 4},
        LABELS,
        "Number 2 of example 1 of x.npy is NaN (both counted from 0): mend or leave out this"
            + " example.");
  }

  @Test
  void labelsOfAnotherShape() {
    Path x = npy("x.npy", PIXELS, 3, 4);
    Path five = npy("y.npy", new float[15], 3, 5);
    assertThatThrownBy(() -> READER.npy(x, five))
        .hasMessage(
            five
                + " has the shape [3, 5], but labels are [N] whole numbers, or [N, 3] with one 1 in"
                + " each row.");
    Path soft = npy("soft.npy", new float[] {0, 0, 1, 0.5f, 0.5f, 0, 1, 0, 0}, 3, 3);
    assertThatThrownBy(() -> READER.npy(x, soft))
        .hasMessage(
            "A row of labels has one 1 and zeros, but that of example 1 of "
                + soft
                + " has not: Eddy's losses know classes only.");
  }

  @Test
  void csvThatDoesNotFit() throws IOException {
    Path few = csv("a,b,label", "1,2,0", "3,4,1");
    assertThatThrownBy(() -> READER.csv(few, "label"))
        .hasMessage(few + " has 2 columns beside 'label', but one example has 4 numbers (1x2x2).");
    assertThatThrownBy(() -> READER.csv(few, "digit"))
        .hasMessage(
            few
                + " has no column 'digit' for the labels; its first line names 3 columns: a, b,"
                + " label.");
    Path hole = csv("a,b,c,d,label", "1,2,3,4,0", "3,,5,4,1");
    assertThatThrownBy(() -> READER.csv(hole, "label"))
        .hasMessage(
            "Line 3 of "
                + hole
                + " has no number in column 'b': fill it in or leave out the line.");
    Path word = csv("a,b,c,d,label", "1,2,3,4,cat");
    assertThatThrownBy(() -> READER.csv(word, "label"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(word + " is not a CSV file of numbers under a line of headings (");
    Path none = folder.resolve("none.csv");
    assertThatThrownBy(() -> READER.csv(none, "label"))
        .hasMessage("There is no file " + none + ".");
  }

  @Test
  void iteratorThatDoesNotFit() {
    INDArray four = Nd4j.ones(2, 4);
    var wide = new ListDataSetIterator<>(List.of(new DataSet(Nd4j.ones(2, 5), four)), 2);
    assertThatThrownBy(() -> READER.iterator(wide, "mine"))
        .hasMessage(
            "mine gives features of shape [2, 5], but the network takes [b, 1, 2, 2] (channels,"
                + " height, width), or [b, 4].");
    var classes = new ListDataSetIterator<>(List.of(new DataSet(four, four)), 2);
    assertThatThrownBy(() -> READER.iterator(classes, "mine"))
        .hasMessage(
            "mine gives labels of shape [2, 4], but the network has 3 outputs: labels are [b, 3]"
                + " with one 1 in each row.");
    var empty = new ListDataSetIterator<DataSet>(List.of(), 2);
    assertThatThrownBy(() -> READER.iterator(empty, "mine"))
        .hasMessageStartingWith("mine holds 0 examples:");
  }
}

package eddy.study.own;

import eddy.data.DataException;
import eddy.data.Images;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/** Examples from a DL4J iterator. */
final class IteratorExamples {
  private IteratorExamples() {}

  static Images read(ExampleReader reader, DataSetIterator iterator, String name) {
    if (iterator.resetSupported()) {
      iterator.reset();
    }
    List<float[]> inputs = new ArrayList<>();
    List<int[]> labels = new ArrayList<>();
    while (iterator.hasNext()) {
      DataSet batch = iterator.next();
      inputs.add(features(reader, batch, name));
      labels.add(labels(reader, batch, name));
    }
    int numbers = inputs.stream().mapToInt(part -> part.length).reduce(0, Math::addExact);
    float[] pixels = new float[numbers];
    int to = 0;
    for (float[] part : inputs) {
      System.arraycopy(part, 0, pixels, to, part.length);
      to += part.length;
    }
    return reader.images(pixels, labels.stream().flatMapToInt(Arrays::stream).toArray(), name);
  }

  private static float[] features(ExampleReader reader, DataSet batch, String name) {
    INDArray features = batch.getFeatures();
    long[] sides = features.shape();
    var shape = reader.shape();
    boolean flat = sides.length == 2 && sides[1] == shape.size();
    boolean image =
        sides.length == 4
            && sides[1] == shape.channels()
            && sides[2] == shape.height()
            && sides[3] == shape.width();
    if (!flat && !image || batch.getFeaturesMaskArray() != null) {
      throw new DataException(
          "%s gives features of shape %s%s, but the network takes [b, %d, %d, %d] (channels, height, width), or [b, %d]."
              .formatted(
                  name,
                  Arrays.toString(sides),
                  batch.getFeaturesMaskArray() != null ? " with a mask" : "",
                  shape.channels(),
                  shape.height(),
                  shape.width(),
                  shape.size()));
    }
    return features.castTo(DataType.FLOAT).dup('c').data().asFloat();
  }

  private static int[] labels(ExampleReader reader, DataSet batch, String name) {
    INDArray labels = batch.getLabels();
    if (labels == null || labels.rank() != 2 || labels.size(1) != reader.classes()) {
      throw new DataException(
          "%s gives %s, but the network has %d outputs: labels are [b, %d] with one 1 in each row."
              .formatted(
                  name,
                  labels == null
                      ? "no labels"
                      : "labels of shape " + Arrays.toString(labels.shape()),
                  reader.classes(),
                  reader.classes()));
    }
    double[] rows = labels.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    return WholeLabels.ofRows(rows, reader.classes(), name);
  }
}

package eddy.study.own;

import eddy.data.DataException;
import eddy.nets.Shape;
import eddy.run.Npy;
import eddy.run.NpyArray;
import java.nio.file.Path;
import java.util.Arrays;

/** Inputs and labels from NumPy files of any plain type. */
final class NpyExamples {
  private NpyExamples() {}

  static float[] inputs(Path file, Shape shape) {
    NpyArray array = Npy.read(file);
    int[] sides = array.shape();
    long each = 1;
    for (int i = 1; i < sides.length; i++) {
      each *= sides[i];
    }
    boolean transposed =
        sides.length == 4
            && shape.area() > 1
            && !(sides[1] == shape.channels()
                && sides[2] == shape.height()
                && sides[3] == shape.width());
    if (sides.length < 2 || each != shape.size() || transposed) {
      throw new DataException(
          "%s has the shape %s, but the network takes [N, %d, %d, %d] (channels, height, width), or [N, %d] in that order."
              .formatted(
                  file,
                  Arrays.toString(sides),
                  shape.channels(),
                  shape.height(),
                  shape.width(),
                  shape.size()));
    }
    double[] values = values(array);
    float[] pixels = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      pixels[i] = (float) values[i];
    }
    return pixels;
  }

  static int[] labels(Path file, int classes) {
    NpyArray array = Npy.read(file);
    int[] sides = array.shape();
    double[] values = values(array);
    if (sides.length == 1 || sides.length == 2 && sides[1] == 1) {
      return WholeLabels.of(values, file.toString());
    }
    if (sides.length == 2 && sides[1] == classes) {
      return WholeLabels.ofRows(values, classes, file.toString());
    }
    throw new DataException(
        "%s has the shape %s, but labels are [N] whole numbers, or [N, %d] with one 1 in each row."
            .formatted(file, Arrays.toString(sides), classes));
  }

  private static double[] values(NpyArray array) {
    return switch (array.type()) {
      case FLOAT64 -> array.doubles();
      case FLOAT32 -> widened(array.floats());
      case INT32 -> Arrays.stream(array.ints()).asDoubleStream().toArray();
      case INT64 -> Arrays.stream(array.longs()).asDoubleStream().toArray();
      case UINT8 -> unsigned(array.bytes());
    };
  }

  private static double[] widened(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  private static double[] unsigned(byte[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = Byte.toUnsignedInt(values[i]);
    }
    return wide;
  }
}

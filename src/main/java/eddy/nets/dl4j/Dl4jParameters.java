package eddy.nets.dl4j;

import eddy.nets.Architecture;
import eddy.nets.LayerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Copies numbers between Eddy's flat vector and DL4J's named arrays: {@code i_W} and {@code i_b} of
 * layer i, W {@code [in][out]} or {@code [out][in][kh][kw]}; {@code i_gamma}, {@code i_beta},
 * {@code i_mean}, and {@code i_var} or {@code i_log10stdev}, log10 √variance.
 */
final class Dl4jParameters {
  private Dl4jParameters() {}

  /** The DL4J layers that have parameters, in order; they pair with Eddy's that have some. */
  private static List<String> prefixes(MultiLayerNetwork model) {
    List<String> prefixes = new ArrayList<>();
    for (int i = 0; i < model.getnLayers(); i++) {
      if (model.getLayer(i).numParams() > 0) {
        prefixes.add(i + "_");
      }
    }
    return prefixes;
  }

  private static List<Architecture.Layer> withParameters(Architecture architecture) {
    return architecture.layers().stream().filter(layer -> layer.parameters() > 0).toList();
  }

  /**
   * Reads parameters, or a gradient with respect to them.
   *
   * @param table DL4J's arrays by name
   * @param w receives d numbers
   * @param running receives the running statistics; null where there are none, as in a gradient
   */
  static void read(
      MultiLayerNetwork model,
      Map<String, INDArray> table,
      Architecture architecture,
      float[] w,
      float[] running) {
    List<String> prefixes = prefixes(model);
    List<Architecture.Layer> layers = withParameters(architecture);
    for (int i = 0; i < layers.size(); i++) {
      Architecture.Layer layer = layers.get(i);
      String prefix = prefixes.get(i);
      if (layer.spec() instanceof LayerSpec.BatchNorm) {
        int channels = layer.input().channels();
        copy(table.get(prefix + "gamma"), w, layer.offset());
        copy(table.get(prefix + "beta"), w, layer.offset() + channels);
        if (running != null) {
          copy(table.get(prefix + "mean"), running, layer.runningOffset());
          copy(variance(table, prefix), running, layer.runningOffset() + channels);
        }
      } else {
        INDArray weight = table.get(prefix + "W");
        boolean dense = layer.spec() instanceof LayerSpec.Dense;
        copy(dense ? weight.transpose() : weight, w, layer.offset());
        copy(table.get(prefix + "b"), w, layer.offset() + (int) weight.length());
      }
    }
  }

  private static INDArray variance(Map<String, INDArray> table, String prefix) {
    INDArray variance = table.get(prefix + "var");
    if (variance != null) {
      return variance;
    }
    double[] values =
        table.get(prefix + "log10stdev").castTo(DataType.DOUBLE).dup('c').data().asDouble();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.pow(10, 2 * values[i]);
    }
    return Nd4j.createFromArray(values);
  }

  private static void copy(INDArray from, float[] to, int offset) {
    float[] values = from.castTo(DataType.FLOAT).dup('c').data().asFloat();
    System.arraycopy(values, 0, to, offset, values.length);
  }

  /** Writes Eddy's numbers into a model whose configuration {@link Dl4jExport} made. */
  static void write(
      MultiLayerNetwork model, Architecture architecture, float[] w, float[] running) {
    if (w.length != architecture.parameterCount()
        || running.length != architecture.runningCount()) {
      throw new IllegalArgumentException(
          "%s needs %d parameters and %d running statistics, not %d and %d."
              .formatted(
                  architecture.name(),
                  architecture.parameterCount(),
                  architecture.runningCount(),
                  w.length,
                  running.length));
    }
    Map<String, INDArray> table = model.paramTable();
    List<String> prefixes = prefixes(model);
    List<Architecture.Layer> layers = withParameters(architecture);
    for (int i = 0; i < layers.size(); i++) {
      Architecture.Layer layer = layers.get(i);
      String prefix = prefixes.get(i);
      if (layer.spec() instanceof LayerSpec.BatchNorm) {
        int channels = layer.input().channels();
        assign(w, layer.offset(), table.get(prefix + "gamma"));
        assign(w, layer.offset() + channels, table.get(prefix + "beta"));
        assign(running, layer.runningOffset(), table.get(prefix + "mean"));
        assign(running, layer.runningOffset() + channels, table.get(prefix + "var"));
      } else {
        INDArray weight = table.get(prefix + "W");
        boolean dense = layer.spec() instanceof LayerSpec.Dense;
        assign(w, layer.offset(), dense ? weight.transpose() : weight);
        assign(w, layer.offset() + (int) weight.length(), table.get(prefix + "b"));
      }
    }
  }

  private static void assign(float[] from, int offset, INDArray view) {
    float[] values = new float[(int) view.length()];
    System.arraycopy(from, offset, values, 0, values.length);
    view.assign(Nd4j.create(values, view.shape(), 'c'));
  }
}

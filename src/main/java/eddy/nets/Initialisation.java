package eddy.nets;

import eddy.run.RandomStream;
import eddy.run.StreamName;

/** Parameters before any training, drawn from the stream "initialisation" of a seed. */
public final class Initialisation {
  private Initialisation() {}

  /**
   * PyTorch's default: weights and biases of dense layers and convolutions uniform in (−a, a), a =
   * 1/√fan_in, where fan_in is the number of inputs of one output; gamma 1, beta 0 (PyTorch since
   * 1.2). The numbers are not those that PyTorch would draw.
   *
   * @param architecture the network
   * @param seed any number
   * @return a new flat parameter vector
   */
  public static float[] pytorch(Architecture architecture, long seed) {
    return draw(architecture, seed, false);
  }

  /**
   * PyTorch's default when the paper was written (to version 1.1): as {@link #pytorch}, with the
   * same weights and biases, but gamma uniform in [0, 1).
   *
   * @param architecture the network
   * @param seed any number
   * @return a new flat parameter vector
   */
  public static float[] pytorch2017(Architecture architecture, long seed) {
    return draw(architecture, seed, true);
  }

  private static float[] draw(Architecture architecture, long seed, boolean drawGamma) {
    float[] w = new float[architecture.parameterCount()];
    for (Architecture.Layer layer : architecture.layers()) {
      RandomStream stream = new RandomStream(seed, StreamName.INITIALISATION, layer.index());
      int end = layer.offset() + layer.parameters();
      if (layer.spec() instanceof LayerSpec.BatchNorm) {
        for (int c = layer.offset(); c < layer.offset() + layer.input().channels(); c++) {
          w[c] = drawGamma ? stream.nextFloat() : 1;
        }
      } else if (layer.parameters() > 0) {
        double bound = 1 / Math.sqrt(fanIn(layer));
        for (int i = layer.offset(); i < end; i++) {
          w[i] = (float) ((2.0 * stream.nextFloat() - 1) * bound);
        }
      }
    }
    return w;
  }

  private static int fanIn(Architecture.Layer layer) {
    int outputs = layer.output().channels();
    return layer.parameters() / outputs - 1;
  }
}

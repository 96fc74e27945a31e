package eddy.nets;

import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.List;

/**
 * A few random images and labels for a network, with parameters and statistics that are not
 * trivial.
 */
final class SmallBatch {
  final Architecture architecture;
  final int n;
  final float[] x;
  final int[] y;
  final int[] order;
  final float[] w;
  final float[] running;

  SmallBatch(Architecture architecture, int n, long seed) {
    this.architecture = architecture;
    this.n = n;
    RandomStream stream = new RandomStream(seed, StreamName.DATA);
    x = new float[n * architecture.input().size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) stream.nextGaussian();
    }
    y = new int[n];
    for (int i = 0; i < n; i++) {
      y[i] = stream.nextInt(architecture.output().size());
    }
    order = stream.permutation(n);
    w = Initialisation.pytorch2017(architecture, seed);
    running = architecture.initialRunning();
    for (Architecture.Layer layer : architecture.layers()) {
      if (layer.spec() instanceof LayerSpec.BatchNorm) {
        int channels = layer.input().channels();
        for (int c = 0; c < channels; c++) {
          w[layer.offset() + channels + c] = 0.2f * (float) stream.nextGaussian();
          running[layer.runningOffset() + c] = 0.2f * (float) stream.nextGaussian();
          running[layer.runningOffset() + channels + c] = 0.1f + stream.nextFloat();
        }
      }
    }
  }

  /** The images in {@link #order}, as float64. */
  double[] orderedImages() {
    int size = architecture.input().size();
    double[] images = new double[x.length];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < size; i++) {
        images[k * size + i] = x[order[k] * size + i];
      }
    }
    return images;
  }

  int[] orderedLabels() {
    int[] labels = new int[n];
    for (int k = 0; k < n; k++) {
      labels[k] = y[order[k]];
    }
    return labels;
  }

  /** The paper's networks, and chains in which each layer is used in an unusual way. */
  static List<Architecture> architectures() {
    return List.of(
        Architectures.smallLenet(),
        Architectures.smallFc(),
        Architectures.tinyFc(5),
        Architectures.smallAllcnn(10, 0.5),
        Architecture.of(
            "strided",
            new Shape(2, 9, 7),
            new LayerSpec.Conv2d(5, 3, 2, 2),
            new LayerSpec.Relu(),
            new LayerSpec.BatchNorm(1e-3, 0.3),
            new LayerSpec.MaxPool(3, 1),
            new LayerSpec.Conv2d(3, 2, 1, 0),
            new LayerSpec.AvgPool(2, 1),
            new LayerSpec.Dense(3)),
        Architecture.of(
            "dropped",
            new Shape(3, 5, 4),
            new LayerSpec.Dropout(0.3),
            new LayerSpec.AvgPool(2, 2),
            new LayerSpec.BatchNorm(),
            new LayerSpec.Dense(7),
            new LayerSpec.Dropout(0.2),
            new LayerSpec.Relu(),
            new LayerSpec.Dense(4)));
  }
}

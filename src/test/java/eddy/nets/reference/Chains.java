package eddy.nets.reference;

import eddy.nets.Architecture;
import eddy.nets.LayerSpec;
import eddy.nets.Shape;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.ArrayList;
import java.util.List;

/** Random small networks and numbers for them, from a seed. */
public final class Chains {
  private Chains() {}

  /** Two to six layers of any kind on a small image, then a dense layer of 2 to 4 outputs. */
  public static Architecture random(long seed) {
    RandomStream random = new RandomStream(seed, StreamName.DATA);
    Shape shape = new Shape(1 + random.nextInt(3), 4 + random.nextInt(5), 4 + random.nextInt(5));
    Shape now = shape;
    List<LayerSpec> layers = new ArrayList<>();
    int count = 2 + random.nextInt(5);
    while (layers.size() < count) {
      LayerSpec next = layer(random, now);
      layers.add(next);
      now = next.output(now);
    }
    layers.add(new LayerSpec.Dense(2 + random.nextInt(3)));
    return Architecture.of("chain " + seed, shape, layers);
  }

  /** The same chain with its dropout layers left out. */
  public static Architecture withoutDropout(long seed) {
    Architecture chain = random(seed);
    List<LayerSpec> layers = new ArrayList<>();
    for (Architecture.Layer layer : chain.layers()) {
      if (!(layer.spec() instanceof LayerSpec.Dropout)) {
        layers.add(layer.spec());
      }
    }
    return Architecture.of(chain.name(), chain.input(), layers);
  }

  private static LayerSpec layer(RandomStream random, Shape shape) {
    int side = Math.min(shape.height(), shape.width());
    int size = 1 + random.nextInt(Math.min(3, side));
    return switch (random.nextInt(7)) {
      case 0 -> new LayerSpec.Dense(2 + random.nextInt(6));
      case 1 ->
          new LayerSpec.Conv2d(
              1 + random.nextInt(4), size, 1 + random.nextInt(2), random.nextInt(size));
      case 2 -> new LayerSpec.BatchNorm(1e-3, 0.1);
      case 3 -> new LayerSpec.Relu();
      case 4 -> new LayerSpec.MaxPool(size, 1 + random.nextInt(3));
      case 5 -> new LayerSpec.AvgPool(size, 1 + random.nextInt(3));
      default -> new LayerSpec.Dropout(0.25);
    };
  }

  /** Parameters of a size that keeps signals alive; gammas around 1, no bias is special. */
  public static double[] parameters(Architecture architecture, long seed) {
    RandomStream random = new RandomStream(seed, StreamName.INITIALISATION);
    double[] w = new double[architecture.parameterCount()];
    for (Architecture.Layer layer : architecture.layers()) {
      int fanIn = Math.max(1, layer.parameters() / layer.output().channels() - 1);
      for (int i = 0; i < layer.parameters(); i++) {
        boolean gamma = layer.spec() instanceof LayerSpec.BatchNorm && 2 * i < layer.parameters();
        double scale = gamma ? 0.2 : 1 / Math.sqrt(fanIn);
        w[layer.offset() + i] = (gamma ? 1 : 0) + scale * random.nextGaussian();
      }
    }
    return w;
  }

  /** Running means around 0 and variances between 0.5 and 1.5. */
  public static double[] running(Architecture architecture, long seed) {
    RandomStream random = new RandomStream(seed, StreamName.INITIALISATION, 1);
    double[] running = new double[architecture.runningCount()];
    for (Architecture.Layer layer : architecture.layers()) {
      if (layer.spec() instanceof LayerSpec.BatchNorm) {
        int channels = layer.input().channels();
        for (int c = 0; c < channels; c++) {
          running[layer.runningOffset() + c] = 0.3 * random.nextGaussian();
          running[layer.runningOffset() + channels + c] = 0.5 + random.nextDouble();
        }
      }
    }
    return running;
  }

  /** Pixels in [0, 1). */
  public static double[] images(Architecture architecture, int n, long seed) {
    RandomStream random = new RandomStream(seed, StreamName.DATA, 1);
    double[] x = new double[n * architecture.input().size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextDouble();
    }
    return x;
  }

  /** Labels in turn. */
  public static int[] labels(Architecture architecture, int n) {
    int[] y = new int[n];
    for (int k = 0; k < n; k++) {
      y[k] = k % architecture.output().size();
    }
    return y;
  }
}

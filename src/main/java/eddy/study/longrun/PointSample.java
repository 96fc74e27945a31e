package eddy.study.longrun;

import eddy.data.Images;
import eddy.linalg.DoubleMatrix;
import eddy.nets.Architecture;
import eddy.nets.Loss;
import eddy.nets.reference.ReferenceNetwork;
import eddy.run.Interrupts;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import eddy.trajectory.NetworkGradient;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;

/**
 * Sums over mini-batches drawn with replacement at one point: their Hessians, and their gradients
 * with products. Batch m of a point has a substream of its own, so it does not matter who draws it;
 * this task takes every {@code stride}-th.
 */
final class PointSample implements Callable<PointSample> {
  private static final long FIRST_SUBSTREAM = 1L << 40;
  private static final int BLOCK = 256;

  final double[] hessian;
  final double[] products;
  final double[] mean;
  double loss;

  private final Architecture architecture;
  private final Images images;
  private final float[] weights;
  private final QuadraticFit.Settings settings;
  private final int point;
  private final int first;
  private final int stride;
  private final IntConsumer done;

  PointSample(
      Architecture architecture,
      Images images,
      float[] weights,
      QuadraticFit.Settings settings,
      int point,
      int first,
      int stride,
      IntConsumer done) {
    this.architecture = architecture;
    this.images = images;
    this.weights = weights;
    this.settings = settings;
    this.point = point;
    this.first = first;
    this.stride = stride;
    this.done = done;
    int d = architecture.parameterCount();
    hessian = new double[d * d];
    products = new double[d * d];
    mean = new double[d];
  }

  @Override
  public PointSample call() {
    sumHessians();
    sumGradients();
    return this;
  }

  private void sumHessians() {
    int d = mean.length;
    BatchHessian exact = new BatchHessian(architecture);
    double[] w = ReferenceNetwork.widen(weights);
    try (DoubleMatrix gram = new DoubleMatrix(d, d)) {
      for (int m = first; m < settings.ghostBatches(); m += stride) {
        Interrupts.check("");
        exact.add(w, images.pixels(), images.labels(), batch(0, m), gram, hessian);
        done.accept(1);
      }
      addUpper(gram, hessian);
    }
  }

  private void sumGradients() {
    int d = mean.length;
    NetworkGradient network =
        new NetworkGradient(
            architecture, new Loss.SoftmaxCrossEntropy(), images, settings.batchSize());
    float[] running = architecture.initialRunning();
    float[] gradient = new float[d];
    double[] wide = new double[d];
    try (DoubleMatrix block = new DoubleMatrix(BLOCK, d);
        DoubleMatrix gram = new DoubleMatrix(d, d)) {
      int rows = 0;
      for (int m = first; m < settings.noiseBatches(); m += stride) {
        Interrupts.check("");
        int[] index = batch(1, m);
        loss += network.at(weights, running, index, index.length, gradient, null);
        for (int i = 0; i < d; i++) {
          wide[i] = gradient[i];
          mean[i] += gradient[i];
        }
        block.setRow(rows++, wide);
        if (rows == BLOCK) {
          gram.addGram(block, rows, 1);
          rows = 0;
        }
      }
      gram.addGram(block, rows, 1);
      addUpper(gram, products);
    }
  }

  private static void addUpper(DoubleMatrix gram, double[] into) {
    int d = gram.rows();
    double[] row = new double[d];
    for (int i = 0; i < d; i++) {
      gram.row(i, row);
      for (int j = i; j < d; j++) {
        into[i * d + j] += row[j];
      }
    }
  }

  /** Mini-batch m of those for Hessians (0) or gradients (1). */
  private int[] batch(int purpose, int m) {
    long substream = FIRST_SUBSTREAM + ((2L * point + purpose) << 24) + m;
    RandomStream random = new RandomStream(settings.seed(), StreamName.SAMPLING, substream);
    int[] index = new int[settings.batchSize()];
    Arrays.setAll(index, i -> random.nextInt(images.count()));
    return index;
  }

  /** The first mini-batch for Hessians at a point. */
  static int[] firstBatch(QuadraticFit.Settings settings, int point, int examples) {
    long substream = FIRST_SUBSTREAM + ((2L * point) << 24);
    RandomStream random = new RandomStream(settings.seed(), StreamName.SAMPLING, substream);
    int[] index = new int[settings.batchSize()];
    Arrays.setAll(index, i -> random.nextInt(examples));
    return index;
  }
}

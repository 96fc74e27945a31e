package eddy.study.longrun;

import eddy.data.Images;
import eddy.linalg.DoubleMatrix;
import eddy.nets.Architecture;
import eddy.nets.Loss;
import eddy.nets.reference.ReferenceNetwork;

/**
 * Compares columns of the exact Hessian of one batch with central differences of the float64
 * gradient, step 1e-9: so small that hardly any example crosses a kink of the ReLU, which would
 * cost O(1)/(n h).
 */
final class HessianCheck {
  private static final double STEP = 1e-9;
  private static final int COLUMNS = 24;

  private HessianCheck() {}

  /** The largest difference by the largest entry, over columns spread through all weights. */
  static double error(Architecture architecture, Images images, float[] weights, int[] batch) {
    int d = architecture.parameterCount();
    double[] w = ReferenceNetwork.widen(weights);
    double[] h = new double[d * d];
    try (DoubleMatrix gram = new DoubleMatrix(d, d)) {
      new BatchHessian(architecture).add(w, images.pixels(), images.labels(), batch, gram, h);
      for (int i = 0; i < d; i++) {
        for (int j = i; j < d; j++) {
          h[i * d + j] += gram.get(i, j);
          h[j * d + i] = h[i * d + j];
        }
      }
    }
    int n = batch.length;
    int size = images.size();
    double[] x = new double[n * size];
    int[] y = new int[n];
    for (int k = 0; k < n; k++) {
      y[k] = images.labels()[batch[k]];
      for (int i = 0; i < size; i++) {
        x[k * size + i] = images.pixels()[batch[k] * size + i];
      }
    }
    ReferenceNetwork twin = new ReferenceNetwork(architecture, new Loss.SoftmaxCrossEntropy());
    double[] up = new double[d];
    double[] down = new double[d];
    double worst = 0;
    double largest = 0;
    for (int c = 0; c < COLUMNS; c++) {
      int j = (int) ((long) c * (d - 1) / (COLUMNS - 1));
      double kept = w[j];
      w[j] = kept + STEP;
      twin.trainGradient(w, null, x, y, n, up, null);
      long piece = twin.piece(n);
      w[j] = kept - STEP;
      twin.trainGradient(w, null, x, y, n, down, null);
      w[j] = kept;
      if (twin.piece(n) == piece) {
        for (int i = 0; i < d; i++) {
          double difference = (up[i] - down[i]) / (2 * STEP) - h[i * d + j];
          worst = Math.max(worst, Math.abs(difference));
          largest = Math.max(largest, Math.abs(h[i * d + j]));
        }
      }
    }
    return worst / largest;
  }
}

package eddy.study.functional;

import eddy.data.Images;
import eddy.diffusion.PerExampleGradients;
import eddy.linalg.FloatMatrix;
import eddy.nets.Architecture;
import eddy.nets.Initialisation;
import eddy.nets.Loss;
import eddy.nets.Network;

/** Real per-example gradients, N x d, as arrays for experiments with sampling. */
public final class GradientSample {
  private static final Loss LOSS = new Loss.SoftmaxCrossEntropy();

  private GradientSample() {}

  /**
   * The gradients of a network with fresh weights, in evaluation mode, its running statistics being
   * those of the images.
   *
   * @param architecture the network
   * @param images the N examples
   * @param seed of the initial weights
   */
  public static double[][] atInitialisation(Architecture architecture, Images images, long seed) {
    float[] weights = Initialisation.pytorch(architecture, seed);
    float[] running = architecture.initialRunning();
    int n = images.count();
    new Network(architecture, LOSS, n)
        .refreshRunning(weights, running, images.pixels(), n, n, null);
    PerExampleGradients source =
        new PerExampleGradients(architecture, LOSS, weights, running, images);
    int d = source.dimension();
    double[][] gradients = new double[n][d];
    float[] row = new float[d];
    try (FloatMatrix block = new FloatMatrix(n, d)) {
      source.open().read(0, n, block);
      for (int k = 0; k < n; k++) {
        block.row(k, row);
        for (int i = 0; i < d; i++) {
          gradients[k][i] = row[i];
        }
      }
    }
    return gradients;
  }
}

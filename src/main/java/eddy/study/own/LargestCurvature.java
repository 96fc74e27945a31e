package eddy.study.own;

import eddy.data.Images;
import eddy.data.Subset;
import eddy.diffusion.LeadingEigenpairs;
import eddy.diffusion.SymmetricOperator;
import eddy.linalg.DoubleMatrix;
import eddy.nets.reference.ReferenceNetwork;
import eddy.run.Interrupts;
import eddy.run.Progress;

/**
 * The largest eigenvalue of the Hessian of the mean loss over some examples, in evaluation mode: by
 * block Krylov on products with the Hessian, each of which is a central difference of gradients in
 * float64, over so short a step that ReLU's kinks do not matter.
 *
 * <p>It is the curvature of these examples, not of all, and a network with batch normalisation
 * trains on another function than its evaluation mode: take it as an estimate.
 *
 * @param value k, positive
 * @param examples on how many examples
 * @param residual ‖H v − k v‖/k of what was found
 */
public record LargestCurvature(double value, int examples, double residual) {
  private static final double STEP = 1e-8;
  private static final LeadingEigenpairs.Settings SETTINGS =
      new LeadingEigenpairs.Settings(2, 1e-3, 16, 1);

  /**
   * Measures.
   *
   * @param network the network
   * @param images its examples
   * @param count on how many of them, drawn without replacement with seed 1
   * @param progress hears about passes
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted
   * @throws IllegalStateException if the loss does not curve upwards in any direction
   */
  public static LargestCurvature of(
      OwnNetwork network, Images images, int count, Progress progress) {
    Images some = Subset.random(images, Math.min(count, images.count()), 1);
    try (LeadingEigenpairs found =
        LeadingEigenpairs.of(new Hessian(network, some), 1, SETTINGS, progress)) {
      double value = found.pairs().values()[0];
      if (!(value > 0)) {
        throw new IllegalStateException(
            "The loss does not curve upwards in any direction here, so no curvature limits the"
                + " learning rate.");
      }
      return new LargestCurvature(value, some.count(), found.worstResidual());
    }
  }

  /** Products with the Hessian. */
  private static final class Hessian implements SymmetricOperator {
    private final ReferenceNetwork twin;
    private final double[] w;
    private final double[] running;
    private final double[] x;
    private final int[] labels;

    Hessian(OwnNetwork network, Images images) {
      twin = new ReferenceNetwork(network.architecture(), network.loss());
      w = ReferenceNetwork.widen(network.weights());
      running = ReferenceNetwork.widen(network.running());
      x = ReferenceNetwork.widen(images.pixels());
      labels = images.labels();
    }

    @Override
    public int dimension() {
      return w.length;
    }

    @Override
    public void apply(DoubleMatrix vectors, DoubleMatrix out) {
      double[] v = new double[w.length];
      for (int i = 0; i < vectors.rows(); i++) {
        Interrupts.check("");
        vectors.row(i, v);
        double[] ahead = gradient(v, STEP);
        double[] behind = gradient(v, -STEP);
        for (int j = 0; j < v.length; j++) {
          ahead[j] = (ahead[j] - behind[j]) / (2 * STEP);
        }
        out.setRow(i, ahead);
      }
    }

    private double[] gradient(double[] direction, double step) {
      double[] moved = w.clone();
      for (int j = 0; j < moved.length; j++) {
        moved[j] += step * direction[j];
      }
      double[] gradient = new double[w.length];
      twin.gradient(moved, running, x, labels, labels.length, gradient);
      return gradient;
    }
  }
}

package eddy.study.own;

import eddy.data.Images;
import eddy.data.Subset;
import eddy.diffusion.LeadingEigenpairs;
import eddy.diffusion.SymmetricOperator;
import eddy.linalg.DoubleMatrix;
import eddy.nets.reference.ReferenceNetwork;
import eddy.run.Interrupts;
import eddy.run.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The largest eigenvalue of the Hessian of what SGD descends, the mean loss of a mini-batch in
 * training mode, averaged over some batches: by block Krylov on products with the Hessian, each of
 * which is a central difference of gradients in float64, over so short a step that ReLU's kinks do
 * not matter. Batch normalisation uses each batch's own statistics; dropout is off.
 *
 * <p>It is the curvature on these batches, at these weights: an estimate of that on all.
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
   * @param batch batch size, at least 2 where batch normalisation follows a dense layer
   * @param most on at most how many examples, in whole batches, drawn without replacement with seed
   *     1
   * @param progress hears about passes
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted
   * @throws IllegalStateException if the loss does not curve upwards in any direction
   */
  public static LargestCurvature of(
      OwnNetwork network, Images images, int batch, int most, Progress progress) {
    int batches = Math.max(1, Math.min(most, images.count()) / batch);
    Images some = Subset.random(images, Math.min(batches * batch, images.count()), 1);
    try (LeadingEigenpairs found =
        LeadingEigenpairs.of(new Hessian(network, some, batch), 1, SETTINGS, progress)) {
      double value = found.pairs().values()[0];
      if (!(value > 0)) {
        throw new IllegalStateException(
            "The loss does not curve upwards in any direction here, so no curvature limits the"
                + " learning rate.");
      }
      return new LargestCurvature(value, some.count(), found.worstResidual());
    }
  }

  /** What was found, in a sentence. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "The largest curvature is k = %.4g on %,d examples (residual %.1e), so rates of plain SGD are"
            + " stable below 2/k = %.3g.",
        value,
        examples,
        residual,
        2 / value);
  }

  /** Products with the Hessian. */
  private static final class Hessian implements SymmetricOperator {
    private final ReferenceNetwork twin;
    private final double[] w;
    private final List<double[]> inputs = new ArrayList<>();
    private final List<int[]> labels = new ArrayList<>();

    Hessian(OwnNetwork network, Images images, int batch) {
      twin = new ReferenceNetwork(network.architecture(), network.loss());
      w = ReferenceNetwork.widen(network.weights());
      double[] x = ReferenceNetwork.widen(images.pixels());
      for (int from = 0; from < images.count(); from += batch) {
        int to = Math.min(from + batch, images.count());
        inputs.add(Arrays.copyOfRange(x, from * images.size(), to * images.size()));
        labels.add(Arrays.copyOfRange(images.labels(), from, to));
      }
    }

    @Override
    public int dimension() {
      return w.length;
    }

    @Override
    public void apply(DoubleMatrix vectors, DoubleMatrix out) {
      double[] v = new double[w.length];
      for (int i = 0; i < vectors.rows(); i++) {
        vectors.row(i, v);
        double[] product = new double[w.length];
        addGradients(v, STEP, product);
        addGradients(v, -STEP, product);
        out.setRow(i, product);
      }
    }

    /** Adds the mean gradient at w + step v, divided by 2 step. */
    private void addGradients(double[] v, double step, double[] sum) {
      double[] moved = w.clone();
      for (int j = 0; j < moved.length; j++) {
        moved[j] += step * v[j];
      }
      double[] gradient = new double[w.length];
      for (int i = 0; i < inputs.size(); i++) {
        Interrupts.check("");
        int[] y = labels.get(i);
        twin.trainGradient(moved, null, inputs.get(i), y, y.length, gradient, null);
        for (int j = 0; j < sum.length; j++) {
          sum[j] += gradient[j] / (2 * step * inputs.size());
        }
      }
    }
  }
}

package eddy.study.longrun;

import eddy.run.Checkpoint;
import eddy.run.NpyArray;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What SGD sees around some weights, to second order: the Hessian F of the mean training-mode loss
 * of a mini-batch and the covariance C of its gradient, both with batch normalisation by the
 * batch's own statistics, averaged over some points of a trajectory. It is the matrix pair of Lemma
 * 20 for the process that was run; D of the evaluation mode is not.
 *
 * @param dimension d
 * @param hessian F, d x d, row-major, symmetric
 * @param noise C = Cov(g_b), d x d, row-major, symmetric
 * @param gradientNorm |∇f|/√d at the points, ∇f the mean of the mini-batch gradients, corrected for
 *     their noise
 * @param loss mean training-mode loss of a mini-batch at the points
 * @param hessianError largest difference between columns of the Hessian of one batch and central
 *     differences of the float64 gradient, by the largest entry
 */
public record QuadraticModel(
    int dimension,
    double[] hessian,
    double[] noise,
    double[] gradientNorm,
    double[] loss,
    double hessianError) {

  /** Checks the sizes. */
  public QuadraticModel {
    if (hessian.length != dimension * dimension || noise.length != dimension * dimension) {
      throw new IllegalArgumentException(
          "Hessian and noise of " + dimension + " weights need " + dimension + " squared entries.");
    }
  }

  /** tr F. */
  public double hessianTrace() {
    return trace(hessian);
  }

  /** tr C. */
  public double noiseTrace() {
    return trace(noise);
  }

  private double trace(double[] a) {
    double sum = 0;
    for (int i = 0; i < dimension; i++) {
      sum += a[i * dimension + i];
    }
    return sum;
  }

  void write(Path file, String settings, int done) {
    new Checkpoint(
            settings,
            Map.of("done", Integer.toString(done), "error", Double.toString(hessianError)),
            Map.of(
                "hessian", NpyArray.of(hessian, dimension, dimension),
                "noise", NpyArray.of(noise, dimension, dimension),
                "gradient norm", NpyArray.of(gradientNorm),
                "loss", NpyArray.of(loss)))
        .write(file);
  }

  static Optional<Checkpoint> stored(Path file, String settings) {
    return Checkpoint.read(file, settings);
  }

  static QuadraticModel of(Checkpoint stored) {
    double[] hessian = stored.array("hessian").doubles();
    return new QuadraticModel(
        stored.array("hessian").shape()[0],
        hessian,
        stored.array("noise").doubles(),
        stored.array("gradient norm").doubles(),
        stored.array("loss").doubles(),
        Double.parseDouble(stored.value("error")));
  }
}

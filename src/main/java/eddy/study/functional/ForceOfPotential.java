package eddy.study.functional;

import eddy.fields.DriftJacobian;
import eddy.fields.Field;
import eddy.fields.MatrixField;
import eddy.fields.VectorField;
import java.util.Arrays;

/**
 * The force that belongs to a potential (Chaudhari and Soatto 2018, Eq. 8),
 *
 * <pre>  j = -grad f + D grad Phi - (1/beta) div D   (divergence along rows),</pre>
 *
 * <p>with div D by finite differences. Where it vanishes everywhere there is detailed balance (Eq.
 * A5): exp(-beta Phi) is stationary without any current.
 */
public final class ForceOfPotential {
  /** The largest step of the differences; they are extrapolated to 0. */
  private static final double STEP = 0.02;

  private final Field field;
  private final VectorField gradPhi;
  private final double beta;

  /**
   * The force in a field.
   *
   * @param field drift -grad f and diffusion matrix, smooth on the scale 1
   * @param gradPhi writes grad Phi
   * @param beta inverse temperature, above 0
   */
  public ForceOfPotential(Field field, VectorField gradPhi, double beta) {
    if (!(beta > 0)) {
      throw new IllegalArgumentException("beta must be above 0, not " + beta + ".");
    }
    this.field = field;
    this.gradPhi = gradPhi;
    this.beta = beta;
  }

  /** j(x). */
  public double[] at(double[] x) {
    int d = field.dimension();
    double[] j = new double[d];
    double[] gradient = new double[d];
    double[] noise = new double[d * d];
    field.drift(x, j);
    gradPhi.at(x, gradient);
    field.diffusion(x, noise);
    double[] divergence = divergence(x);
    for (int i = 0; i < d; i++) {
      for (int k = 0; k < d; k++) {
        j[i] += noise[i * d + k] * gradient[k];
      }
      j[i] -= divergence[i] / beta;
    }
    return j;
  }

  /** (div D)_i = sum_k dD_ik/dx_k: column k of D as a drift gives the k-th term. */
  private double[] divergence(double[] x) {
    int d = field.dimension();
    double[] divergence = new double[d];
    double[] steps = new double[d];
    Arrays.fill(steps, STEP);
    double[] noise = new double[d * d];
    for (int k = 0; k < d; k++) {
      int column = k;
      Field columnField =
          Field.ofDrift(
              (y, out) -> {
                field.diffusion(y, noise);
                for (int i = 0; i < d; i++) {
                  out[i] = noise[i * d + column];
                }
              },
              MatrixField.identity(d));
      double[] jacobian = DriftJacobian.at(columnField, x, steps);
      for (int i = 0; i < d; i++) {
        divergence[i] += jacobian[i * d + k];
      }
    }
    return divergence;
  }

  /** The largest |j_i| at some points, by the largest |b_i| of the drift there. */
  public double relative(double[]... points) {
    double largest = 0;
    double scale = 0;
    double[] drift = new double[field.dimension()];
    for (double[] x : points) {
      double[] j = at(x);
      field.drift(x, drift);
      for (int i = 0; i < j.length; i++) {
        largest = Math.max(largest, Math.abs(j[i]));
        scale = Math.max(scale, Math.abs(drift[i]));
      }
    }
    return largest / scale;
  }
}

package eddy.study.functional;

import eddy.fields.DriftJacobian;
import eddy.fields.Field;
import eddy.fields.MatrixField;
import eddy.fields.VectorField;
import java.util.Arrays;

/**
 * The divergence of a force against its component along grad Phi. Always div(j rho_ss) = 0, that is
 * div j = beta j . grad Phi; Eq. A4 of Chaudhari and Soatto (2018) is printed without the beta.
 *
 * @param slope least squares of div j against j . grad Phi through the origin: beta
 * @param residual the largest |div j - slope j . grad Phi|
 * @param largest the largest |div j|, which Assumption 4 takes to be 0
 */
public record ForceDivergence(double slope, double residual, double largest) {
  private static final double STEP = 0.02;

  /**
   * The comparison at some points.
   *
   * @param force writes j(x)
   * @param gradPhi writes grad Phi(x)
   * @param points at least one, all of one dimension
   */
  public static ForceDivergence of(VectorField force, VectorField gradPhi, double[]... points) {
    int d = points[0].length;
    Field field = Field.ofDrift(force, MatrixField.identity(d));
    double[] divergence = new double[points.length];
    double[] along = new double[points.length];
    double[] j = new double[d];
    double[] gradient = new double[d];
    double[] steps = new double[d];
    Arrays.fill(steps, STEP);
    double product = 0;
    double square = 0;
    double largest = 0;
    for (int p = 0; p < points.length; p++) {
      force.at(points[p], j);
      gradPhi.at(points[p], gradient);
      double[] jacobian = DriftJacobian.at(field, points[p], steps);
      for (int i = 0; i < d; i++) {
        divergence[p] += jacobian[i * d + i];
        along[p] += j[i] * gradient[i];
      }
      product += divergence[p] * along[p];
      square += along[p] * along[p];
      largest = Math.max(largest, Math.abs(divergence[p]));
    }
    double slope = product / square;
    double residual = 0;
    for (int p = 0; p < points.length; p++) {
      residual = Math.max(residual, Math.abs(divergence[p] - slope * along[p]));
    }
    return new ForceDivergence(slope, residual, largest);
  }
}

package eddy.study.doublewell;

import eddy.fields.Box;
import eddy.fields.CriticalPoint;
import eddy.fields.CriticalPoints;
import eddy.fields.Example19;
import eddy.fields.MatrixField;
import eddy.potential.PotentialForm;
import java.util.Comparator;

/**
 * How far the zero of grad f in the right well of Example 19 lies from the minimum (1, 0) of Phi,
 * and what Theorem 22 of Chaudhari and Soatto (2018) says to first order in 1/beta, at beta = 1.
 *
 * @param x1 first coordinate of the zero
 * @param x2 second coordinate of the zero
 * @param firstOrder1 first coordinate to first order
 * @param firstOrder2 second coordinate to first order
 */
public record ZeroShift(double x1, double x2, double firstOrder1, double firstOrder2) {
  private static final int STARTS = 9;

  /**
   * Finds the zero and its first-order position.
   *
   * @param example the example, with lambda below {@link Example19#PITCHFORK_LAMBDA}
   */
  public static ZeroShift of(Example19 example) {
    CriticalPoint zero =
        CriticalPoints.find(example.field(), Box.cube(2, 1.5), STARTS).stream()
            .filter(CriticalPoint::isStable)
            .max(Comparator.comparingDouble(p -> p.x()[0]))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No zero attracts at lambda = "
                            + example.lambda()
                            + ": take one below "
                            + Example19.PITCHFORK_LAMBDA
                            + "."));
    double[] shift =
        PotentialForm.inPlane(
                Example19::gradPhi, MatrixField.identity(2), (x, out) -> out[0] = example.q12(x))
            .shift(new double[] {1, 0}, new double[] {2, 0, 0, 1}, Example19.BETA);
    return new ZeroShift(zero.x()[0], zero.x()[1], 1 + shift[0], shift[1]);
  }

  /** Distance of the zero from (1, 0). */
  public double distance() {
    return Math.hypot(x1 - 1, x2);
  }

  /** Distance of the zero from its first-order position. */
  public double firstOrderError() {
    return Math.hypot(x1 - firstOrder1, x2 - firstOrder2);
  }
}

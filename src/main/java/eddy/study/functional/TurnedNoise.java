package eddy.study.functional;

import eddy.potential.LinearSteadyState;
import java.util.Arrays;

/**
 * Gradient noise of fixed anisotropy whose axes are turned against those of a Hessian: F = diag(k1,
 * k2), D = R(angle) diag(s1, s2) R(angle)^T. The currents vanish where F and D commute, at the
 * angles 0 and 90 degrees, however anisotropic D is.
 *
 * @param k1 first curvature, above 0
 * @param k2 second curvature, above 0
 * @param s1 strength of the noise along its first axis, above 0
 * @param s2 strength of the noise along its second axis, above 0
 */
public record TurnedNoise(double k1, double k2, double s1, double s2) {
  /** Refuses what is not positive. */
  public TurnedNoise {
    if (!(k1 > 0 && k2 > 0 && s1 > 0 && s2 > 0)) {
      throw new IllegalArgumentException("Curvatures and strengths of the noise are above 0.");
    }
  }

  /**
   * The steady state.
   *
   * @param degrees the angle between the first axis of D and that of F
   */
  public LinearSteadyState at(double degrees) {
    double c = Math.cos(Math.toRadians(degrees));
    double s = Math.sin(Math.toRadians(degrees));
    double mixed = c * s * (s1 - s2);
    double[] d = {c * c * s1 + s * s * s2, mixed, mixed, s * s * s1 + c * c * s2};
    return LinearSteadyState.of(2, new double[] {k1, 0, 0, k2}, d);
  }

  /** The rates of entropy production at some angles, which say how strong the currents are. */
  public double[] entropyProduction(double... degrees) {
    return Arrays.stream(degrees).map(angle -> at(angle).entropyProduction()).toArray();
  }

  /** The same by hand: D12^2 (k1 - k2)^2 / ((k1 + k2) det D). */
  public double predicted(double degrees) {
    double[] d = at(degrees).d();
    double q = d[1] * (k1 - k2) / (k1 + k2);
    return q * d[1] * (k1 - k2) / (d[0] * d[3] - d[1] * d[1]);
  }
}

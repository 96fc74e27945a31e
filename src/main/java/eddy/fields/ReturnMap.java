package eddy.fields;

import java.util.Optional;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.ode.events.EventHandler;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/**
 * The Poincare map of a planar flow on a ray: a point at distance r from the centre, followed along
 * dx/dt = b(x), comes back to the ray at distance P(r), having crossed it in the direction in which
 * it left. P(r) = r is a closed orbit; P(r) &lt; r everywhere means that all trajectories spiral
 * inwards and that there is no limit cycle.
 */
public final class ReturnMap {
  private static final int CHECKS = 4000;
  private static final double TIME_ERROR = 1e-13;

  /**
   * A return to the ray.
   *
   * @param r distance at the start
   * @param image distance P(r) at the return
   * @param time time T(r) that it took
   */
  public record Return(double r, double image, double time) {}

  private final Field field;
  private final double[] centre;
  private final double cos;
  private final double sin;
  private final double longest;

  /**
   * The return map on the ray {centre + r (cos angle, sin angle), r &gt; 0}.
   *
   * @param field a field of two dimensions
   * @param centre where the ray begins
   * @param angle of the ray against the first axis, in radians
   * @param longest time after which a trajectory counts as not returning; returns faster than a
   *     4000th of it may be missed
   */
  public ReturnMap(Field field, double[] centre, double angle, double longest) {
    if (field.dimension() != 2) {
      throw new IllegalArgumentException(
          "Return maps are for fields of two dimensions, not " + field.dimension() + ".");
    }
    Flow.of(field).requirePoint(centre);
    if (!(longest > 0 && longest < Double.POSITIVE_INFINITY) || !Double.isFinite(angle)) {
      throw new IllegalArgumentException(
          "The angle must be finite and the longest time above 0, not "
              + angle
              + " and "
              + longest
              + ".");
    }
    this.field = field;
    this.centre = centre.clone();
    this.cos = angle == 0 ? 1 : Math.cos(angle);
    this.sin = angle == 0 ? 0 : Math.sin(angle);
    this.longest = longest;
  }

  /** The map on {x2 = 0, x1 &gt; 0}, as in the study of Example 19; time up to 200. */
  public static ReturnMap onPositiveAxis(Field field) {
    return new ReturnMap(field, new double[2], 0, 200);
  }

  /**
   * Follows the trajectory from distance r to its return.
   *
   * @param r distance from the centre, above 0
   * @return empty when the trajectory does not come back in time, runs off to infinity, or starts
   *     along the ray
   */
  public Optional<Return> from(double r) {
    if (!(r > 0 && r < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("The distance r must be above 0, not " + r + ".");
    }
    double[] x = {centre[0] + r * cos, centre[1] + r * sin};
    double[] b = new double[2];
    field.drift(x, b);
    double across = cos * b[1] - sin * b[0];
    if (across == 0) {
      return Optional.empty();
    }
    Crossing crossing = new Crossing(across > 0);
    DormandPrince853Integrator integrator = Flow.integrator(longest, r);
    integrator.addEventHandler(crossing, longest / CHECKS, TIME_ERROR, 200);
    double time;
    try {
      time = integrator.integrate(Flow.of(field).equations(), 0, x, longest, x);
    } catch (MathIllegalArgumentException | MathIllegalStateException e) {
      return Optional.empty();
    }
    return crossing.happened ? Optional.of(new Return(r, along(x), time)) : Optional.empty();
  }

  private double along(double[] x) {
    return cos * (x[0] - centre[0]) + sin * (x[1] - centre[1]);
  }

  private double across(double[] x) {
    return cos * (x[1] - centre[1]) - sin * (x[0] - centre[0]);
  }

  /** Stops where the line of the ray is crossed on the ray's side, in the starting direction. */
  private final class Crossing implements EventHandler {
    private final boolean upwards;
    private boolean happened;

    Crossing(boolean upwards) {
      this.upwards = upwards;
    }

    @Override
    public void init(double t0, double[] x0, double t) {
      happened = false;
    }

    @Override
    public double g(double t, double[] x) {
      return across(x);
    }

    @Override
    public Action eventOccurred(double t, double[] x, boolean increasing) {
      happened = increasing == upwards && along(x) > 0 && t > 10 * TIME_ERROR;
      return happened ? Action.STOP : Action.CONTINUE;
    }

    @Override
    public void resetState(double t, double[] x) {
      throw new IllegalStateException("Crossings do not reset the state.");
    }
  }
}

package eddy.fields;

import eddy.run.Interrupts;
import java.util.Arrays;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.ode.sampling.StepHandler;
import org.apache.commons.math3.ode.sampling.StepInterpolator;

/**
 * The deterministic flow dx/dt = b(x) = -grad f(x) of a field, without noise. Integrated by Dormand
 * and Prince's embedded pair of order 8(5,3) with a relative error of about 1e-12 a step.
 */
public final class Flow {
  static final double RELATIVE = 1e-12;

  private final Field field;

  private Flow(Field field) {
    this.field = field;
  }

  /** The flow along the drift of a field; its diffusion matrix plays no part. */
  public static Flow of(Field field) {
    return new Flow(field);
  }

  /**
   * A trajectory at equally spaced times 0 .. duration.
   *
   * @param start the first point, d finite coordinates
   * @param duration above 0 and finite
   * @param points how many points, both ends counted, at least 2
   * @throws IllegalArgumentException when an argument is out of range
   * @throws IllegalStateException when the flow cannot be followed so far: it leaves to infinity or
   *     the drift is not finite
   */
  public FlowPath path(double[] start, double duration, int points) {
    requirePoint(start);
    if (!(duration > 0 && duration < Double.POSITIVE_INFINITY) || points < 2) {
      throw new IllegalArgumentException(
          "A path has a duration above 0 and at least 2 points, not "
              + duration
              + " and "
              + points
              + ".");
    }
    int d = field.dimension();
    double[] time = new double[points];
    double[] x = new double[points * d];
    for (int i = 0; i < points; i++) {
      time[i] = duration * i / (points - 1);
    }
    System.arraycopy(start, 0, x, 0, d);
    DormandPrince853Integrator integrator = integrator(duration, size(start));
    integrator.addStepHandler(new Recorder(time, x, d));
    try {
      integrator.integrate(equations(), 0, start, duration, new double[d]);
    } catch (MathIllegalArgumentException | MathIllegalStateException e) {
      throw new IllegalStateException(
          "The flow from "
              + Arrays.toString(start)
              + " cannot be followed to time "
              + duration
              + ": ask for a shorter time, or check the drift there.",
          e);
    }
    return new FlowPath(time, x, d);
  }

  void requirePoint(double[] x) {
    if (x.length != field.dimension() || !Arrays.stream(x).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "A point of this field has "
              + field.dimension()
              + " finite coordinates, not "
              + Arrays.toString(x)
              + ".");
    }
  }

  /** An integrator for times up to the duration, around points of that size. */
  static DormandPrince853Integrator integrator(double duration, double size) {
    double smallest = 1e-14 * duration;
    return new DormandPrince853Integrator(smallest, duration, 0.1 * RELATIVE * size, RELATIVE);
  }

  static double size(double[] x) {
    double size = Arrays.stream(x).map(Math::abs).max().orElse(0);
    return size > 0 ? size : 1;
  }

  FirstOrderDifferentialEquations equations() {
    return new FirstOrderDifferentialEquations() {
      @Override
      public int getDimension() {
        return field.dimension();
      }

      @Override
      public void computeDerivatives(double t, double[] x, double[] out) {
        Interrupts.check("");
        field.drift(x, out);
        for (double b : out) {
          if (!Double.isFinite(b)) {
            throw new IllegalStateException(
                "The drift is not a finite number at "
                    + Arrays.toString(x)
                    + ": check the field, or start elsewhere.");
          }
        }
      }
    };
  }

  /** Reads the wanted times off each step. */
  private static final class Recorder implements StepHandler {
    private final double[] time;
    private final double[] x;
    private final int d;
    private int next = 1;

    Recorder(double[] time, double[] x, int d) {
      this.time = time;
      this.x = x;
      this.d = d;
    }

    @Override
    public void init(double t0, double[] x0, double t) {
      next = 1;
    }

    @Override
    public void handleStep(StepInterpolator step, boolean isLast) {
      while (next < time.length && (isLast || time[next] <= step.getCurrentTime())) {
        step.setInterpolatedTime(time[next]);
        System.arraycopy(step.getInterpolatedState(), 0, x, next * d, d);
        next++;
      }
    }
  }
}

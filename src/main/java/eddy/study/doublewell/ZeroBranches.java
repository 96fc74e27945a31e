package eddy.study.doublewell;

import eddy.fields.Box;
import eddy.fields.CriticalPoint;
import eddy.fields.CriticalPoint.Type;
import eddy.fields.CriticalPoints;
import eddy.fields.DriftJacobian;
import eddy.fields.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The zeros of a family of drifts in the plane, for one value of its parameter after the other: the
 * data of a bifurcation diagram.
 *
 * @param zeros all zeros, by the parameter in the order given
 */
public record ZeroBranches(List<Zero> zeros) {
  private static final double STEP = 1e-2;

  /**
   * A zero at one value of the parameter.
   *
   * @param parameter the value
   * @param point the zero and its type
   */
  public record Zero(double parameter, CriticalPoint point) {}

  /** Copies the list. */
  public ZeroBranches {
    zeros = List.copyOf(zeros);
  }

  /**
   * Finds the zeros for each value of the parameter.
   *
   * @param family the field for a value
   * @param box where to look
   * @param starts Newton starts along each side, see {@link CriticalPoints#find}
   * @param parameters the values
   * @throws IllegalStateException when some zeros cannot be told apart, see {@link CriticalPoints}
   */
  public static ZeroBranches of(
      DoubleFunction<Field> family, Box box, int starts, double... parameters) {
    List<Zero> zeros = new ArrayList<>();
    for (double parameter : parameters) {
      for (CriticalPoint point : CriticalPoints.find(family.apply(parameter), box, starts)) {
        zeros.add(new Zero(parameter, point));
      }
    }
    return new ZeroBranches(zeros);
  }

  /**
   * The parameter at which a zero that stays where it is changes its type: where the determinant of
   * the drift's Jacobian there vanishes. In a pitchfork two other zeros arrive at that moment.
   *
   * @param family the field of two dimensions for a value
   * @param zero the zero
   * @param low a value before the change
   * @param high a value after it
   * @throws IllegalArgumentException when the determinant has one sign at both values
   */
  public static double changeOfType(
      DoubleFunction<Field> family, double[] zero, double low, double high) {
    double before = determinant(family.apply(low), zero);
    double after = determinant(family.apply(high), zero);
    if (!(before * after < 0)) {
      throw new IllegalArgumentException(
          "The determinant of the Jacobian is "
              + before
              + " at "
              + low
              + " and "
              + after
              + " at "
              + high
              + ": give two values between which it changes its sign.");
    }
    return new BrentSolver(1e-13, 1e-13)
        .solve(200, p -> determinant(family.apply(p), zero), low, high);
  }

  private static double determinant(Field field, double[] x) {
    double[] a = DriftJacobian.at(field, x, STEP, STEP);
    return a[0] * a[3] - a[1] * a[2];
  }

  /** How many zeros there are at a value of the parameter. */
  public long count(double parameter) {
    return zeros.stream().filter(z -> z.parameter() == parameter).count();
  }

  /** The zeros at a value of the parameter. */
  public List<CriticalPoint> at(double parameter) {
    return zeros.stream().filter(z -> z.parameter() == parameter).map(Zero::point).toList();
  }

  /** The parameter of each zero of these types. */
  public double[] parameters(Type... types) {
    return of(types).mapToDouble(Zero::parameter).toArray();
  }

  /**
   * One coordinate of each zero of these types, in the order of {@link #parameters}.
   *
   * @param axis 0 or 1
   */
  public double[] coordinate(int axis, Type... types) {
    return of(types).mapToDouble(z -> z.point().x()[axis]).toArray();
  }

  private Stream<Zero> of(Type... types) {
    return zeros.stream().filter(z -> Set.of(types).contains(z.point().type()));
  }
}

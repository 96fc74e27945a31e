package eddy.study.linear;

import eddy.potential.LinearSteadyState;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * A trajectory of the force alone, dx/dt = j(x) = -Q U x (Eq. (13) of Lemma 7), around a minimum of
 * Phi, in closed form. In y = U^(1/2) x it is a rotation, dy/dt = -A y with A = U^(1/2) Q U^(1/2) =
 * -A^T: the eigenvectors of A^T A with eigenvalues w^2 span planes that turn with frequency w, so
 * Phi = |y|^2/2 is conserved and
 *
 * <pre>  |y(t) - y(0)|^2 = sum over eigenvectors of 4 c^2 sin^2(w t/2),   c = component of y(0).
 * </pre>
 *
 * <p>The orbit is closed when the frequencies of its planes have a common period: always in two
 * dimensions, in general never in four or more.
 */
public final class ForceOrbit {
  private final double[] frequencies;
  private final double[] shares;
  private final RealMatrix vectors;
  private final RealMatrix back;
  private final double[] even;
  private final double[] odd;

  /**
   * The orbit from a point.
   *
   * @param state with a positive definite U
   * @param start d coordinates, not all 0
   * @throws IllegalArgumentException when U has an eigenvalue that is not positive (a saddle: the
   *     force need not turn there), or the start is the origin
   */
  public ForceOrbit(LinearSteadyState state, double[] start) {
    int n = state.dimension();
    EigenDecomposition potential = new EigenDecomposition(square(n, state.u()));
    if (Arrays.stream(potential.getRealEigenvalues()).min().orElseThrow() <= 0) {
      throw new IllegalArgumentException(
          "The potential has no minimum here: follow dx/dt = j(x) with eddy.fields.Flow instead.");
    }
    RealMatrix root = potential.getSquareRoot();
    RealMatrix turn = root.multiply(square(n, state.q())).multiply(root);
    EigenDecomposition planes = new EigenDecomposition(turn.transpose().multiply(turn));
    RealVector y = root.operate(new Array2DRowRealMatrix(start).getColumnVector(0));
    double energy = y.dotProduct(y);
    if (!(energy > 0)) {
      throw new IllegalArgumentException("The force does nothing at the origin: start elsewhere.");
    }
    vectors = planes.getV();
    back = potential.getSolver().getInverse().multiply(root);
    frequencies =
        Arrays.stream(planes.getRealEigenvalues()).map(v -> Math.sqrt(Math.max(0, v))).toArray();
    even = vectors.preMultiply(y).toArray();
    odd = vectors.preMultiply(turn.operate(y)).toArray();
    shares = Arrays.stream(even).map(c -> c * c / energy).toArray();
    double still = 1e-9 * Arrays.stream(frequencies).max().orElse(0);
    for (int i = 0; i < n; i++) {
      odd[i] = frequencies[i] > still ? odd[i] / frequencies[i] : 0;
    }
  }

  private static RealMatrix square(int n, double[] entries) {
    RealMatrix a = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n * n; i++) {
      a.setEntry(i / n, i % n, entries[i]);
    }
    return a;
  }

  /**
   * The point x(t).
   *
   * @param t time, of either sign
   */
  public double[] at(double t) {
    double[] c = new double[even.length];
    for (int i = 0; i < c.length; i++) {
      c[i] = even[i] * Math.cos(frequencies[i] * t) - odd[i] * Math.sin(frequencies[i] * t);
    }
    return back.multiply(vectors).operate(c);
  }

  /** One coordinate at several times. */
  public double[] coordinate(int k, double[] times) {
    return Arrays.stream(times).map(t -> at(t)[k]).toArray();
  }

  /**
   * The distance to the start by the measure of the potential, sqrt(Phi(x(t) - x(0)) / Phi(x(0))):
   * 0 at the start, 2 on the other side.
   */
  public double distance(double t) {
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      double s = Math.sin(frequencies[i] * t / 2);
      sum += 4 * shares[i] * s * s;
    }
    return Math.sqrt(sum);
  }

  /** Half the time derivative of the squared distance. */
  private double slope(double t) {
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i] * frequencies[i] * Math.sin(frequencies[i] * t);
    }
    return sum;
  }

  /**
   * The closest return so far: the smallest distance to the start at any moment between the first
   * local maximum of the distance and each time. Every local minimum is found to rounding.
   *
   * @param times ascending, positive
   * @return for each time the closest return up to it; before the first return the distance itself
   */
  public double[] closestReturns(double... times) {
    double step = Math.PI / 16 / Arrays.stream(frequencies).max().orElseThrow();
    double[] closest = new double[times.length];
    double best = Double.POSITIVE_INFINITY;
    double before = 0;
    double slopeBefore = slope(step / 2);
    int next = 0;
    for (double t = step; next < times.length; t += step) {
      double slope = slope(t);
      double reached = slopeBefore < 0 && slope >= 0 ? bottom(before, t) : Double.NaN;
      while (next < times.length && times[next] <= t) {
        boolean included = !Double.isNaN(reached) && reached <= times[next];
        double now = included ? Math.min(best, distance(reached)) : best;
        closest[next] = Double.isInfinite(now) ? distance(times[next]) : now;
        next++;
      }
      if (!Double.isNaN(reached)) {
        best = Math.min(best, distance(reached));
      }
      before = t;
      slopeBefore = slope;
    }
    return closest;
  }

  /** Where the slope passes from negative to positive, by bisection to the last bit. */
  private double bottom(double from, double to) {
    double low = from;
    double high = to;
    double middle = (low + high) / 2;
    while (low < middle && middle < high) {
      if (slope(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
      middle = (low + high) / 2;
    }
    return middle;
  }
}

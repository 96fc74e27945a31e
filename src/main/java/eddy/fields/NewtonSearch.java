package eddy.fields;

import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;

/** Newton's method with step halving for one zero of a drift, from one start. */
final class NewtonSearch {
  private static final int STEPS = 60;
  private static final int HALVINGS = 30;
  private static final double DIFFERENCE_STEP = 2e-3;

  /** Below this step, as a share of the box, an iterate is a zero found. */
  private static final double CLOSE = 1e-8;

  /**
   * A zero.
   *
   * @param x where
   * @param residual |b(x)|
   * @param uncertainty distance, as a share of the box, within which another zero is the same
   */
  record Zero(double[] x, double residual, double uncertainty) {}

  private final Field field;
  private final Box box;
  private final int d;
  private final double[] differenceStep;

  NewtonSearch(Field field, Box box) {
    this.field = field;
    this.box = box;
    this.d = field.dimension();
    this.differenceStep = new double[d];
    for (int i = 0; i < d; i++) {
      differenceStep[i] = DIFFERENCE_STEP * box.width(i);
    }
  }

  double norm(double[] x) {
    double[] b = new double[d];
    field.drift(x, b);
    return length(b);
  }

  double[] jacobian(double[] x) {
    return DriftJacobian.at(field, x, differenceStep);
  }

  /** The zero that this start leads to, if it leads to one near the box. */
  Optional<Zero> from(double[] start) {
    double[] x = start.clone();
    double[] b = new double[d];
    double lastStep = Double.POSITIVE_INFINITY;
    for (int k = 0; k < STEPS; k++) {
      field.drift(x, b);
      double norm = length(b);
      if (!Double.isFinite(norm) || !box.contains(x, 1)) {
        return Optional.empty();
      }
      if (norm == 0) {
        return Optional.of(zero(x, norm));
      }
      double[] step = step(x, b);
      if (step == null) {
        return Optional.empty();
      }
      double share = share(step);
      double taken = shorten(x, step, norm);
      if (taken == 0) {
        return share < CLOSE || lastStep < CLOSE ? Optional.of(zero(x, norm)) : Optional.empty();
      }
      lastStep = share * taken;
    }
    return lastStep < CLOSE ? Optional.of(zero(x, norm(x))) : Optional.empty();
  }

  /** Moves x along the step by the largest share 1, 1/2, 1/4, ... that lowers |b|; 0 if none. */
  private double shorten(double[] x, double[] step, double norm) {
    double[] trial = new double[d];
    double share = 1;
    for (int h = 0; h < HALVINGS; h++, share /= 2) {
      for (int i = 0; i < d; i++) {
        trial[i] = x[i] - share * step[i];
      }
      if (norm(trial) < norm) {
        System.arraycopy(trial, 0, x, 0, d);
        return share;
      }
    }
    return 0;
  }

  private double[] step(double[] x, double[] b) {
    double[] jacobian = jacobian(x);
    Array2DRowRealMatrix m = new Array2DRowRealMatrix(d, d);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        if (!Double.isFinite(jacobian[i * d + j])) {
          return null;
        }
        m.setEntry(i, j, jacobian[i * d + j]);
      }
    }
    DecompositionSolver solver = new LUDecomposition(m, Double.MIN_NORMAL).getSolver();
    return solver.isNonSingular() ? solver.solve(new ArrayRealVector(b, false)).toArray() : null;
  }

  /** Near a degenerate zero |b| vanishes faster than the distance: iterates stop all around it. */
  private Zero zero(double[] x, double residual) {
    double uncertainty = CriticalPoint.of(x, jacobian(x)).index() == 0 ? 1e-2 : 1e-6;
    return new Zero(x.clone(), residual, uncertainty);
  }

  private double share(double[] step) {
    double share = 0;
    for (int i = 0; i < d; i++) {
      share = Math.max(share, Math.abs(step[i]) / box.width(i));
    }
    return share;
  }

  private static double length(double[] v) {
    double sum = 0;
    for (double c : v) {
      sum += c * c;
    }
    return Math.sqrt(sum);
  }
}

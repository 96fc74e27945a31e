package eddy.fields;

import java.util.Arrays;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * A zero of the drift -grad f with the linear flow around it.
 *
 * @param x the point, d coordinates
 * @param jacobian the drift's Jacobian there (for a loss: minus its Hessian), d*d entries,
 *     row-major
 * @param eigenvalues eigenvalues of the Jacobian, largest real part first, then largest imaginary
 *     part
 * @param type what the eigenvalues say
 */
public record CriticalPoint(double[] x, double[] jacobian, Complex[] eigenvalues, Type type) {
  /** Eigenvalues and asymmetries below this fraction of the Jacobian's norm count as 0. */
  private static final double ZERO = 1e-6;

  /** Types of critical points. The first three need a symmetric Jacobian, as a true loss has it. */
  public enum Type {
    /** All eigenvalues of the Hessian of f positive. */
    MINIMUM,
    /** All eigenvalues of the Hessian of f negative. */
    MAXIMUM,
    /** Attracts in some directions and repels in others, with or without a loss. */
    SADDLE,
    /** No loss; attracts, no eigenvalue with an imaginary part. */
    STABLE_NODE,
    /** No loss; attracts, turning. */
    STABLE_FOCUS,
    /** No loss; repels, no eigenvalue with an imaginary part. */
    UNSTABLE_NODE,
    /** No loss; repels, turning. */
    UNSTABLE_FOCUS,
    /** All real parts 0, no eigenvalue 0: the linear flow turns; the higher orders decide. */
    CENTRE,
    /** An eigenvalue with real part 0 beside others: the linear flow does not decide. */
    DEGENERATE
  }

  /** Reads the type of a zero from the Jacobian of the drift there. */
  static CriticalPoint of(double[] x, double[] jacobian) {
    int d = x.length;
    Complex[] eigenvalues = eigenvalues(jacobian, d);
    return new CriticalPoint(x, jacobian, eigenvalues, type(jacobian, d, eigenvalues));
  }

  /** Whether nearby points are attracted in the linear flow. */
  public boolean isStable() {
    return type == Type.MINIMUM || type == Type.STABLE_NODE || type == Type.STABLE_FOCUS;
  }

  /** The index of the zero, sign(det Jacobian): +1 or -1; 0 when an eigenvalue vanishes. */
  int index() {
    double zero = ZERO * norm(jacobian);
    int sign = 1;
    for (Complex e : eigenvalues) {
      if (e.abs() <= zero) {
        return 0;
      }
      if (e.getImaginary() == 0 && e.getReal() < 0) {
        sign = -sign;
      }
    }
    return sign;
  }

  private static double norm(double[] jacobian) {
    return Math.sqrt(Arrays.stream(jacobian).map(v -> v * v).sum());
  }

  private static Complex[] eigenvalues(double[] jacobian, int d) {
    Array2DRowRealMatrix m = new Array2DRowRealMatrix(d, d);
    for (int i = 0; i < d; i++) {
      m.setRow(i, Arrays.copyOfRange(jacobian, i * d, (i + 1) * d));
    }
    EigenDecomposition decomposition = new EigenDecomposition(m);
    Complex[] values = new Complex[d];
    for (int i = 0; i < d; i++) {
      values[i] =
          new Complex(decomposition.getRealEigenvalue(i), decomposition.getImagEigenvalue(i));
    }
    Arrays.sort(
        values,
        (a, b) ->
            a.getReal() != b.getReal()
                ? Double.compare(b.getReal(), a.getReal())
                : Double.compare(b.getImaginary(), a.getImaginary()));
    return values;
  }

  private static Type type(double[] jacobian, int d, Complex[] eigenvalues) {
    double zero = ZERO * norm(jacobian);
    int positive = 0;
    int negative = 0;
    int vanishing = 0;
    boolean turns = false;
    for (Complex e : eigenvalues) {
      if (Math.abs(e.getReal()) > zero) {
        positive += e.getReal() > 0 ? 1 : 0;
        negative += e.getReal() < 0 ? 1 : 0;
      } else if (e.abs() <= zero) {
        vanishing++;
      }
      turns |= Math.abs(e.getImaginary()) > zero;
    }
    boolean symmetric = true;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < i; j++) {
        double gap = Math.abs(jacobian[i * d + j] - jacobian[j * d + i]);
        symmetric &= gap <= zero;
      }
    }
    if (positive == 0 && negative == 0 && vanishing == 0) {
      return Type.CENTRE;
    }
    if (positive + negative < d) {
      return Type.DEGENERATE;
    }
    if (positive > 0 && negative > 0) {
      return Type.SADDLE;
    }
    if (symmetric) {
      return negative == d ? Type.MINIMUM : Type.MAXIMUM;
    }
    if (negative == d) {
      return turns ? Type.STABLE_FOCUS : Type.STABLE_NODE;
    }
    return turns ? Type.UNSTABLE_FOCUS : Type.UNSTABLE_NODE;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof CriticalPoint p
        && Arrays.equals(x, p.x)
        && Arrays.equals(jacobian, p.jacobian);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(x);
  }

  @Override
  public String toString() {
    return type + " at " + Arrays.toString(x) + ", eigenvalues " + Arrays.toString(eigenvalues);
  }
}

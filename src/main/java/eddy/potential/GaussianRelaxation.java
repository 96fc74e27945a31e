package eddy.potential;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * A Gaussian under linear drift, dx = -F x dt + sqrt(2 D/beta) dW, and its free energy, in closed
 * form (Theorem 5 of Chaudhari and Soatto 2018 on the Ornstein-Uhlenbeck process):
 *
 * <pre>  m(t) = e^(-Ft) m0,   S(t) = Sigma + e^(-Ft) (S0 - Sigma) e^(-F^T t).</pre>
 */
public final class GaussianRelaxation {
  private final double beta;
  private final RealMatrix f;
  private final RealMatrix d;
  private final RealMatrix u;
  private final RealMatrix sigma;
  private final RealVector m0;
  private final RealMatrix s0;

  /**
   * A start.
   *
   * @param state the steady state, of a stable F
   * @param beta inverse temperature, above 0
   * @param mean m0, d numbers
   * @param covariance S0, d x d, row-major, positive definite
   * @throws IllegalStateException when F is not stable
   */
  public GaussianRelaxation(
      LinearSteadyState state, double beta, double[] mean, double[] covariance) {
    int n = state.dimension();
    this.beta = beta;
    f = square(n, state.f());
    d = square(n, state.d());
    u = square(n, state.u());
    sigma = square(n, state.covariance(beta));
    m0 = new ArrayRealVector(mean);
    s0 = square(n, covariance);
  }

  private static RealMatrix square(int n, double[] a) {
    RealMatrix m = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n * n; i++) {
      m.setEntry(i / n, i % n, a[i]);
    }
    return m;
  }

  /**
   * The Gaussian at one time with its free energy F = (1/beta) KL = energy - entropy/beta + (log
   * Z)/beta.
   *
   * @param time t
   * @param mean m(t)
   * @param covariance S(t), row-major
   * @param freeEnergy F(rho) = (1/beta) KL(rho || rho_ss), at least 0
   * @param energy the mean of Phi = x^T U x / 2
   * @param entropy H(rho) = -integral of rho log rho
   * @param rate dF/dt = -integral of rho (grad dF/drho)^T D grad dF/drho, at most 0
   */
  public record Point(
      double time,
      double[] mean,
      double[] covariance,
      double freeEnergy,
      double energy,
      double entropy,
      double rate) {}

  /** log Z, the logarithm of the integral of exp(-beta x^T U x / 2). */
  public double logPartition() {
    int n = f.getRowDimension();
    return (n * Math.log(2 * Math.PI) + Math.log(new LUDecomposition(sigma).getDeterminant())) / 2;
  }

  /**
   * The Gaussian at a time.
   *
   * @param t at least 0
   */
  public Point at(double t) {
    int n = f.getRowDimension();
    RealMatrix flow = exponential(f.scalarMultiply(-t));
    RealVector m = flow.operate(m0);
    RealMatrix s = sigma.add(flow.multiply(s0.subtract(sigma)).multiply(flow.transpose()));
    LUDecomposition lu = new LUDecomposition(s);
    double logDet = Math.log(lu.getDeterminant());
    double energy = (u.multiply(s).getTrace() + m.dotProduct(u.operate(m))) / 2;
    double entropy = (n * (1 + Math.log(2 * Math.PI)) + logDet) / 2;
    double free = energy - entropy / beta + logPartition() / beta;
    RealMatrix k = u.subtract(lu.getSolver().getInverse().scalarMultiply(1 / beta));
    RealVector slope = u.operate(m);
    double rate =
        -slope.dotProduct(d.operate(slope))
            - k.transpose().multiply(d).multiply(k).multiply(s).getTrace();
    double[] covariance = new double[n * n];
    for (int i = 0; i < n * n; i++) {
      covariance[i] = s.getEntry(i / n, i % n);
    }
    return new Point(t, m.toArray(), covariance, free, energy, entropy, rate);
  }

  /** e^A: Taylor series of A / 2^k with norm below 1/2, then k squarings. */
  private static RealMatrix exponential(RealMatrix a) {
    int squarings = Math.max(0, Math.getExponent(a.getNorm()) + 2);
    RealMatrix x = a.scalarMultiply(Math.scalb(1.0, -squarings));
    RealMatrix sum = MatrixUtils.createRealIdentityMatrix(a.getRowDimension());
    for (int k = 18; k > 0; k--) {
      sum =
          MatrixUtils.createRealIdentityMatrix(a.getRowDimension())
              .add(x.multiply(sum).scalarMultiply(1.0 / k));
    }
    for (int k = 0; k < squarings; k++) {
      sum = sum.multiply(sum);
    }
    return sum;
  }
}

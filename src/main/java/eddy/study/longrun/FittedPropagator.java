package eddy.study.longrun;

import eddy.linalg.Blas;
import eddy.linalg.DoubleMatrix;
import eddy.linalg.Eigenvalues;
import eddy.linalg.LinearSystem;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * The linear map M that best takes a state to the next one, y(t + 1) ≈ M y(t): M = C(1) C(0)⁻¹ with
 * C(τ) = ⟨y(t + τ) y(t)ᵀ⟩, and whether it turns.
 *
 * <p>Near a minimum of a loss M = exp(−F t) with a symmetric F, whatever the noise is: its
 * eigenvalues are real and the mean of the paths from any point turns nowhere. A force shows in the
 * antisymmetric part of M in whitened coordinates, K = C(0)^(−1/2) C(1) C(0)^(−1/2), which a
 * reversible process lacks.
 */
public final class FittedPropagator {
  private static final double RELATIVE_SYMMETRY = 1e-6;

  private final int size;
  private final double[] now;
  private final double[] earlierByLater;

  private FittedPropagator(int size, double[] now, double[] earlierByLater) {
    this.size = size;
    this.now = now;
    this.earlierByLater = earlierByLater;
  }

  /**
   * Fits.
   *
   * @param y k series of one length, mean 0
   */
  public static FittedPropagator of(double[][] y) {
    int k = y.length;
    int n = y[0].length - 1;
    double[] c0 = new double[k * k];
    double[] c1 = new double[k * k];
    try (DoubleMatrix now = new DoubleMatrix(k, n);
        DoubleMatrix next = new DoubleMatrix(k, n);
        DoubleMatrix product = new DoubleMatrix(k, k)) {
      for (int i = 0; i < k; i++) {
        now.write((long) i * n, y[i], 0, n);
        next.write((long) i * n, y[i], 1, n);
      }
      Blas.dgemm(false, true, 1.0 / n, now, now, 0, product);
      product.read(0, c0, 0, k * k);
      Blas.dgemm(false, true, 1.0 / n, now, next, 0, product);
      product.read(0, c1, 0, k * k);
    }
    return new FittedPropagator(k, c0, c1);
  }

  /**
   * Turns of the mean path within a relaxation time: the largest |arg λ|/(2π) by −log |λ| among the
   * eigenvalues of M. A closed cycle needs at least one; 0 when all eigenvalues are real and
   * positive.
   */
  public double turns() {
    double[] transposed = LinearSystem.solve("C(0)", size, now, size, earlierByLater);
    Eigenvalues eigenvalues = Eigenvalues.of(size, transposed);
    double most = 0;
    for (int i = 0; i < size; i++) {
      most = Math.max(most, turns(eigenvalues.real()[i], Math.abs(eigenvalues.imaginary()[i])));
    }
    return most;
  }

  /**
   * Turns that the force alone would make within a relaxation time: K restricted to a plane in
   * which its antisymmetric part turns is [[s, −ω], [ω, s]] with the mean decay s; the largest
   * value over these planes. It is that of {@link #turns} for a rotation that decays, 0 under
   * detailed balance and of the order of 1/√n in a series of n values of a reversible process.
   */
  public double turnsOfTheForce() {
    RealMatrix k = whitened();
    RealMatrix a = k.subtract(k.transpose()).scalarMultiply(0.5);
    EigenDecomposition planes = new EigenDecomposition(a.transpose().multiply(a));
    double least = RELATIVE_SYMMETRY * k.getFrobeniusNorm();
    double most = 0;
    for (int i = 0; i < size; i++) {
      double omega = Math.sqrt(Math.max(0, planes.getRealEigenvalue(i)));
      if (omega > least) {
        RealVector u = planes.getEigenvector(i);
        RealVector v = a.operate(u).mapDivide(omega);
        double s = (u.dotProduct(k.operate(u)) + v.dotProduct(k.operate(v))) / 2;
        most = Math.max(most, turns(s, omega));
      }
    }
    return most;
  }

  private RealMatrix whitened() {
    RealMatrix c0 = new Array2DRowRealMatrix(rows(now), false);
    RealMatrix c1 = new Array2DRowRealMatrix(rows(earlierByLater), false).transpose();
    RealMatrix root = new CholeskyDecomposition(c0, 1e-9, 0).getL();
    RealMatrix w = new LUDecomposition(root).getSolver().getInverse();
    return w.multiply(c1).multiply(w.transpose());
  }

  private double[][] rows(double[] matrix) {
    double[][] rows = new double[size][size];
    for (int i = 0; i < size; i++) {
      System.arraycopy(matrix, i * size, rows[i], 0, size);
    }
    return rows;
  }

  /** Of a factor re + i im a step. */
  private static double turns(double re, double im) {
    double decay = -Math.log(Math.hypot(re, im));
    double angle = Math.atan2(im, re) / (2 * Math.PI);
    return decay > 0 ? angle / decay : Double.POSITIVE_INFINITY;
  }
}

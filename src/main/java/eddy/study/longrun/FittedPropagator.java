package eddy.study.longrun;

import eddy.linalg.Blas;
import eddy.linalg.DoubleMatrix;
import eddy.linalg.Eigenvalues;
import eddy.linalg.LinearSystem;

/**
 * The linear map M that best takes a state to the next one, y(t + 1) ≈ M y(t): M = C(1) C(0)⁻¹ with
 * C(τ) = ⟨y(t + τ) y(t)ᵀ⟩. A pair of complex eigenvalues is a plane in which the mean turns while
 * it decays.
 */
public final class FittedPropagator {
  private final Eigenvalues eigenvalues;

  private FittedPropagator(Eigenvalues eigenvalues) {
    this.eigenvalues = eigenvalues;
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
    double[] transposed = LinearSystem.solve("C(0)", k, c0, k, c1);
    return new FittedPropagator(Eigenvalues.of(k, transposed));
  }

  /**
   * Turns within a relaxation time: the largest |arg λ|/(2π) by −log |λ| among the eigenvalues. A
   * closed cycle needs at least one; 0 when all eigenvalues are real and positive.
   */
  public double turns() {
    double most = 0;
    for (int i = 0; i < eigenvalues.real().length; i++) {
      double re = eigenvalues.real()[i];
      double im = eigenvalues.imaginary()[i];
      double decay = -Math.log(Math.hypot(re, im));
      double angle = Math.abs(Math.atan2(im, re)) / (2 * Math.PI);
      most = Math.max(most, decay > 0 ? angle / decay : Double.POSITIVE_INFINITY);
    }
    return most;
  }
}

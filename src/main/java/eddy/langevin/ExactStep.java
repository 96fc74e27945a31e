package eddy.langevin;

import eddy.run.Interrupts;

/**
 * The exact step of a linear process dx = -F x dt + sqrt(2 D/beta) dW over a time h: propagator
 * exp(-F h) and noise covariance R(h) = integral from 0 to h of exp(-F s) (2 D/beta) exp(-Fᵀ s) ds.
 *
 * <p>Both come from their Taylor series at h/2^k, where |F| h/2^k is at most 1/2, and k doublings
 * R(2h) = R(h) + A(h) R(h) A(h)ᵀ, A(2h) = A(h)². No inverse of F is needed: F may be singular or
 * have eigenvalues of any sign.
 */
record ExactStep(double[] propagator, double[] covariance) {
  private static final int TERMS = 18;

  /**
   * Computes it.
   *
   * @param noise 2 D/beta
   */
  static ExactStep of(int n, double[] f, double[] noise, double h) {
    double size = Dense.norm(n, f) * h;
    int doublings = 0;
    while (size > 0.5) {
      size /= 2;
      doublings++;
    }
    double small = Math.scalb(h, -doublings);
    double[] a = Dense.identity(n);
    double[] power = Dense.identity(n);
    double[] term = noise.clone();
    double[] r = new double[n * n];
    Dense.add(r, small, term);
    for (int k = 1; k <= TERMS; k++) {
      Interrupts.check("");
      power = scaled(Dense.times(n, f, power), -small / k);
      Dense.add(a, 1, power);
      term = minusBothSides(n, Dense.times(n, f, term), small / (k + 1));
      Dense.add(r, small, term);
    }
    Propagator propagator = new Propagator(n, a);
    for (int k = 0; k < doublings; k++) {
      Interrupts.check("");
      r = propagator.congruence(r, r);
      propagator = propagator.times(propagator);
    }
    return new ExactStep(propagator.entries(), r);
  }

  private static double[] scaled(double[] a, double factor) {
    for (int i = 0; i < a.length; i++) {
      a[i] *= factor;
    }
    return a;
  }

  /** -factor (Y + Yᵀ). */
  private static double[] minusBothSides(int n, double[] y, double factor) {
    double[] sum = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        sum[i * n + j] = -factor * (y[i * n + j] + y[j * n + i]);
      }
    }
    return sum;
  }
}

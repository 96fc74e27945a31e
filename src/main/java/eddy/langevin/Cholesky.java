package eddy.langevin;

/**
 * The lower triangular L with L Lᵀ = A for a symmetric positive semi-definite matrix: Cholesky's
 * method, where a pivot that is 0 within rounding gives a column of zeros.
 */
final class Cholesky {
  /** What rounding may leave of a diagonal entry, as a fraction of it. */
  private static final double ROUNDING = 1e-12;

  private Cholesky() {}

  /**
   * Replaces A by L in place; above the diagonal stay zeros.
   *
   * @param a d*d entries, row-major; the lower triangle is read
   * @return whether A is finite and positive semi-definite (within rounding)
   */
  static boolean factor(int d, double[] a) {
    for (int j = 0; j < d; j++) {
      double original = a[j * d + j];
      double pivot = original;
      for (int k = 0; k < j; k++) {
        pivot -= a[j * d + k] * a[j * d + k];
      }
      double rounding = ROUNDING * Math.abs(original);
      if (!(pivot >= -rounding) || pivot == Double.POSITIVE_INFINITY) {
        return false;
      }
      boolean singular = pivot <= rounding;
      double root = singular ? 0 : Math.sqrt(pivot);
      a[j * d + j] = root;
      for (int i = j + 1; i < d; i++) {
        double rest = a[i * d + j];
        for (int k = 0; k < j; k++) {
          rest -= a[i * d + k] * a[j * d + k];
        }
        if (singular && !(rest * rest <= ROUNDING * original * a[i * d + i])) {
          return false;
        }
        a[i * d + j] = singular ? 0 : rest / root;
        a[j * d + i] = 0;
      }
    }
    return true;
  }
}

package eddy.study.longrun;

/** A few linear equations by Gaussian elimination with row pivoting. */
final class SmallSystem {
  private SmallSystem() {}

  /**
   * Solves.
   *
   * @param a n rows of n coefficients and a right-hand side; overwritten
   */
  static double[] solve(double[][] a) {
    int n = a.length;
    for (int c = 0; c < n; c++) {
      int best = c;
      for (int r = c + 1; r < n; r++) {
        best = Math.abs(a[r][c]) > Math.abs(a[best][c]) ? r : best;
      }
      double[] pivot = a[best];
      a[best] = a[c];
      a[c] = pivot;
      for (int r = c + 1; r < n; r++) {
        double factor = a[r][c] / pivot[c];
        for (int j = c; j <= n; j++) {
          a[r][j] -= factor * pivot[j];
        }
      }
    }
    double[] x = new double[n];
    for (int r = n - 1; r >= 0; r--) {
      double sum = a[r][n];
      for (int j = r + 1; j < n; j++) {
        sum -= a[r][j] * x[j];
      }
      x[r] = sum / a[r][r];
    }
    return x;
  }
}

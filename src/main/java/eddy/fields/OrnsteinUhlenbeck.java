package eddy.fields;

/** Linear drift under constant noise: dx = -F (x - centre) dt + sqrt(2 D / beta) dW. */
public final class OrnsteinUhlenbeck {
  private OrnsteinUhlenbeck() {}

  /**
   * The field around the origin.
   *
   * @param f the matrix F, d rows of d finite numbers; for a loss its Hessian, else any matrix
   * @param d the diffusion matrix D
   */
  public static Field field(double[][] f, MatrixField d) {
    return around(new double[f.length], f, d);
  }

  /**
   * The field around another point.
   *
   * @param centre where the drift vanishes, d coordinates
   * @param f the matrix F, d rows of d finite numbers
   * @param d the diffusion matrix D
   * @throws IllegalArgumentException when the sizes differ or an entry of F is not finite
   */
  public static Field around(double[] centre, double[][] f, MatrixField d) {
    int n = d.dimension();
    double[] rows = new double[n * n];
    if (f.length != n || centre.length != n) {
      throw new IllegalArgumentException(
          "F has "
              + f.length
              + " rows and the centre "
              + centre.length
              + " coordinates, but D has dimension "
              + n
              + ".");
    }
    for (int i = 0; i < n; i++) {
      if (f[i].length != n) {
        throw new IllegalArgumentException(
            "F is square: row " + i + " has " + f[i].length + " entries, not " + n + ".");
      }
      for (int j = 0; j < n; j++) {
        if (!Double.isFinite(f[i][j])) {
          throw new IllegalArgumentException("F has finite entries, not " + f[i][j] + ".");
        }
        rows[i * n + j] = f[i][j];
      }
    }
    return Field.ofGradient(new LinearGradient(rows, centre.clone()), d);
  }
}

package eddy.fields;

/**
 * The Jacobian db_i/dx_j of a drift, by central differences at the steps h, h/2 and h/4,
 * extrapolated to h = 0 (error of order h^6). For a smooth drift and h near 1e-2 of the scale on
 * which it changes, entries are right to about 1e-13 of the drift's size over that scale.
 */
public final class DriftJacobian {
  private DriftJacobian() {}

  /**
   * Differentiates the drift.
   *
   * @param field the field, d dimensions
   * @param x the point
   * @param h largest step, above 0, one for each coordinate
   * @return d*d entries, row i holding the derivatives of b_i
   */
  public static double[] at(Field field, double[] x, double... h) {
    int d = field.dimension();
    double[] jacobian = new double[d * d];
    double[][] estimate = new double[3][d];
    double[] point = x.clone();
    double[] plus = new double[d];
    double[] minus = new double[d];
    for (int j = 0; j < d; j++) {
      for (int level = 0; level < 3; level++) {
        double step = h[j] / (1 << level);
        point[j] = x[j] + step;
        field.drift(point, plus);
        point[j] = x[j] - step;
        field.drift(point, minus);
        double width = (x[j] + step) - (x[j] - step);
        for (int i = 0; i < d; i++) {
          estimate[level][i] = (plus[i] - minus[i]) / width;
        }
      }
      point[j] = x[j];
      for (int i = 0; i < d; i++) {
        double coarse = (4 * estimate[1][i] - estimate[0][i]) / 3;
        double fine = (4 * estimate[2][i] - estimate[1][i]) / 3;
        jacobian[i * d + j] = (16 * fine - coarse) / 15;
      }
    }
    return jacobian;
  }
}

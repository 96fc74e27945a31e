package eddy.potential;

/**
 * Writes a symmetric positive definite 2 x 2 matrix as a sum of three steps between grid cells with
 * weights that are never negative,
 *
 * <pre>  D = w1 e1 e1^T + w2 e2 e2^T + w3 e3 e3^T,   e1, e2, e3 integer vectors</pre>
 *
 * <p>(Selling 1874; as a numerical scheme: Fehrenbach and Mirebeau, J. Math. Imaging Vision 49,
 * 2014). One of the three steps has (odd, even), one (even, odd) and one (odd, odd) entries, so
 * seen from a grid the middles of the first lie on faces in x, those of the second on faces in y,
 * and those of the third on corners: each face and each corner carries exactly one step.
 *
 * <p>For |D12| &lt;= min(D11, D22) the steps are (1,0), (0,1) and (1, +-1); stronger anisotropy
 * makes them longer.
 */
final class LatticeStep {
  /** Which entries of a step are odd. */
  enum Parity {
    /** (odd, even): the middle lies on a face that x crosses. */
    FACE_X,
    /** (even, odd): the middle lies on a face that y crosses. */
    FACE_Y,
    /** (odd, odd): the middle lies on a corner. */
    CORNER
  }

  private int p;
  private int q;
  private double weight;

  /** First component of the last step found. */
  int p() {
    return p;
  }

  /** Second component of the last step found. */
  int q() {
    return q;
  }

  /** Weight of the last step found, at least 0. */
  double weight() {
    return weight;
  }

  /** Finds the step of one parity for D = [[a, b], [b, c]], in units of the cells. */
  void find(double a, double b, double c, Parity parity) {
    double m = Math.abs(b);
    if (m <= a && m <= c) {
      switch (parity) {
        case FACE_X -> set(1, 0, a - m);
        case FACE_Y -> set(0, 1, c - m);
        default -> set(1, b < 0 ? -1 : 1, m);
      }
      return;
    }
    reduce(a, b, c, parity);
  }

  private void set(int p, int q, double weight) {
    this.p = p;
    this.q = q;
    this.weight = weight;
  }

  /**
   * Selling's algorithm: while two of the vectors u, v, w = -u - v form an acute angle in the
   * metric D, replace (u, v) by (-u, v).
   */
  private void reduce(double a, double b, double c, Parity parity) {
    int[] x = {1, 0, -1};
    int[] y = {0, 1, -1};
    boolean acute = true;
    while (acute) {
      acute = false;
      for (int k = 0; k < 3 && !acute; k++) {
        int i = (k + 1) % 3;
        int j = (k + 2) % 3;
        if (product(a, b, c, x[i], y[i], x[j], y[j]) > 1e-14 * (a + c)) {
          x[k] = x[i] - x[j];
          y[k] = y[i] - y[j];
          x[i] = -x[i];
          y[i] = -y[i];
          acute = true;
        }
      }
    }
    for (int k = 0; k < 3; k++) {
      int px = -y[k];
      int py = x[k];
      if ((px & 1) == oddX(parity) && (py & 1) == oddY(parity)) {
        int sign = px < 0 || (px == 0 && py < 0) ? -1 : 1;
        int i = (k + 1) % 3;
        int j = (k + 2) % 3;
        set(sign * px, sign * py, Math.max(0, -product(a, b, c, x[i], y[i], x[j], y[j])));
      }
    }
  }

  private static int oddX(Parity parity) {
    return parity == Parity.FACE_Y ? 0 : 1;
  }

  private static int oddY(Parity parity) {
    return parity == Parity.FACE_X ? 0 : 1;
  }

  private static double product(double a, double b, double c, int x, int y, int u, int v) {
    return a * x * u + b * (x * v + y * u) + c * y * v;
  }
}

package eddy.linalg;

/**
 * Restarted flexible GMRES (Saad 1993) for a linear map given as a function, with a preconditioner
 * that may differ from call to call (Y. Saad, SIAM J. Sci. Comput. 14).
 */
public final class FlexibleGmres {
  private final int size;
  private final int restart;
  private final double[][] basis;
  private final double[][] directions;
  private final double[] work;

  /** A linear map of vectors, out = map(x). */
  @FunctionalInterface
  public interface LinearMap {
    /** Writes the image of x, which it leaves alone. */
    void apply(double[] x, double[] out);
  }

  /**
   * Reserves the vectors, 2 restart + 1 of them.
   *
   * @param size length of a vector
   * @param restart iterations between two restarts, at least 1
   */
  public FlexibleGmres(int size, int restart) {
    this.size = size;
    this.restart = restart;
    basis = new double[restart][size];
    directions = new double[restart][size];
    work = new double[size];
  }

  /**
   * One cycle: finds the correction d = sum of preconditioned directions that makes |r - map(d)|
   * (Euclidean) smallest.
   *
   * @param map the linear map
   * @param preconditioner an approximate inverse of it
   * @param r right-hand side; destroyed
   * @param target stops when the residual is at most this
   * @param d receives the correction
   * @return iterations done
   */
  public int correct(
      LinearMap map, LinearMap preconditioner, double[] r, double target, double[] d) {
    java.util.Arrays.fill(d, 0);
    double[][] h = new double[restart][];
    double[] cosine = new double[restart];
    double[] sine = new double[restart];
    double[] g = new double[restart + 1];
    g[0] = norm(r);
    if (g[0] == 0) {
      return 0;
    }
    copyScaled(r, 1 / g[0], basis[0]);
    int k = 0;
    while (k < restart) {
      preconditioner.apply(basis[k], directions[k]);
      map.apply(directions[k], work);
      double[] column = new double[k + 2];
      h[k] = column;
      for (int i = 0; i <= k; i++) {
        column[i] = dot(work, basis[i]);
        addScaled(-column[i], basis[i], work);
      }
      column[k + 1] = norm(work);
      boolean full = k + 1 == restart || column[k + 1] == 0;
      if (!full) {
        copyScaled(work, 1 / column[k + 1], basis[k + 1]);
      }
      rotate(column, cosine, sine, g, k);
      k++;
      if (full || Math.abs(g[k]) <= target) {
        break;
      }
    }
    for (int i = k - 1; i >= 0; i--) {
      double y = g[i];
      for (int j = i + 1; j < k; j++) {
        y -= h[j][i] * g[j];
      }
      g[i] = y / h[i][i];
      addScaled(g[i], directions[i], d);
    }
    return k;
  }

  private static void rotate(double[] column, double[] c, double[] s, double[] g, int k) {
    for (int i = 0; i < k; i++) {
      double t = c[i] * column[i] + s[i] * column[i + 1];
      column[i + 1] = -s[i] * column[i] + c[i] * column[i + 1];
      column[i] = t;
    }
    double length = Math.hypot(column[k], column[k + 1]);
    c[k] = length == 0 ? 1 : column[k] / length;
    s[k] = length == 0 ? 0 : column[k + 1] / length;
    column[k] = length;
    g[k + 1] = -s[k] * g[k];
    g[k] *= c[k];
  }

  private double dot(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < size; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < size; i++) {
      s0 += a[i] * b[i];
    }
    return s0 + s1 + (s2 + s3);
  }

  private double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  private void addScaled(double c, double[] a, double[] to) {
    for (int i = 0; i < size; i++) {
      to[i] += c * a[i];
    }
  }

  private void copyScaled(double[] a, double c, double[] to) {
    for (int i = 0; i < size; i++) {
      to[i] = c * a[i];
    }
  }
}

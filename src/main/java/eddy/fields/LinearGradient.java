package eddy.fields;

import java.util.Arrays;

/**
 * F (x - centre): the gradient of a quadratic loss with Hessian F, or a linear field without one.
 */
final class LinearGradient implements VectorField {
  private final int d;
  private final double[] rows;
  private final double[] centre;

  /**
   * Keeps both arrays.
   *
   * @param rows F, row-major
   */
  LinearGradient(double[] rows, double[] centre) {
    this.d = centre.length;
    this.rows = rows;
    this.centre = centre;
  }

  @Override
  public void at(double[] x, double[] out) {
    atAll(1, x, out);
  }

  @Override
  public void atAll(int n, double[] x, double[] out) {
    for (int i = 0; i < d; i++) {
      multiply(rows[i * d], x, 0, centre[0], out, i * n, n);
      for (int j = 1; j < d; j++) {
        multiplyAdd(rows[i * d + j], x, j * n, centre[j], out, i * n, n);
      }
    }
  }

  @Override
  public VectorField negative() {
    return new LinearGradient(Arrays.stream(rows).map(f -> -f).toArray(), centre);
  }

  private static void multiply(
      double f, double[] x, int from, double centre, double[] out, int to, int n) {
    for (int k = 0; k < n; k++) {
      out[to + k] = f * (x[from + k] - centre);
    }
  }

  private static void multiplyAdd(
      double f, double[] x, int from, double centre, double[] out, int to, int n) {
    for (int k = 0; k < n; k++) {
      out[to + k] += f * (x[from + k] - centre);
    }
  }
}

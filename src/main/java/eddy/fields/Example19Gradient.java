package eddy.fields;

import eddy.linalg.Exponential;
import java.util.Arrays;

/** grad f of {@link Example19}, also for many points at once. */
record Example19Gradient(Example19 example) implements VectorField {
  @Override
  public void at(double[] x, double[] out) {
    example.gradF(x, out);
  }

  /** Rows are copied to arrays of their own: loops over two parts of one array stay scalar. */
  @Override
  public void atAll(int n, double[] x, double[] out) {
    double[] y = Arrays.copyOfRange(x, n, 2 * n);
    double[] e = new double[n];
    exponents(x, y, e);
    Exponential.best().apply(e, n);
    first(example.lambda(), x, y, e, out);
    second(example.lambda(), x, e, y);
    System.arraycopy(y, 0, out, n, n);
  }

  private static void exponents(double[] x, double[] y, double[] e) {
    for (int k = 0; k < e.length; k++) {
      double a = x[k] * x[k] / 2;
      double b = y[k] * y[k];
      e[k] = 0.25 - a + b * (0.5 - a - b / 4);
    }
  }

  private static void first(double lambda, double[] x, double[] y, double[] e, double[] out) {
    for (int k = 0; k < e.length; k++) {
      out[k] = x[k] * x[k] * x[k] - x[k] + lambda * e[k] * y[k];
    }
  }

  private static void second(double lambda, double[] x, double[] e, double[] y) {
    for (int k = 0; k < e.length; k++) {
      y[k] -= lambda * e[k] * x[k];
    }
  }
}

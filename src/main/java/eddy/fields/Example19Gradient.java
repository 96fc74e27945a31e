package eddy.fields;

import eddy.linalg.Exponential;

/** grad f of {@link Example19}, also for many points at once. */
record Example19Gradient(Example19 example) implements VectorField {
  @Override
  public void at(double[] x, double[] out) {
    example.gradF(x, out);
  }

  @Override
  public void atAll(int n, double[] x, double[] out) {
    double[] e = new double[n];
    exponents(n, x, e);
    Exponential.best().apply(e, n);
    first(n, example.lambda(), x, e, out);
    second(n, example.lambda(), x, e, out);
  }

  private static void exponents(int n, double[] x, double[] e) {
    for (int k = 0; k < n; k++) {
      double a = x[k] * x[k] / 2;
      double b = x[n + k] * x[n + k];
      e[k] = 0.25 - a + b * (0.5 - a - b / 4);
    }
  }

  private static void first(int n, double lambda, double[] x, double[] e, double[] out) {
    for (int k = 0; k < n; k++) {
      out[k] = x[k] * x[k] * x[k] - x[k] + lambda * e[k] * x[n + k];
    }
  }

  private static void second(int n, double lambda, double[] x, double[] e, double[] out) {
    for (int k = 0; k < n; k++) {
      out[n + k] = x[n + k] - lambda * e[k] * x[k];
    }
  }
}

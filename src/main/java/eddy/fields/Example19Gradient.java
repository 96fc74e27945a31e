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
    for (int k = 0; k < n; k++) {
      double a = x[k] * x[k];
      double b = x[n + k] * x[n + k];
      e[k] = 0.25 - a / 2 + b * (0.5 - a / 2 - b / 4);
    }
    Exponential.best().apply(e, n);
    double lambda = example.lambda();
    for (int k = 0; k < n; k++) {
      out[k] = x[k] * x[k] * x[k] - x[k] + lambda * e[k] * x[n + k];
    }
    for (int k = 0; k < n; k++) {
      out[n + k] = x[n + k] - lambda * e[k] * x[k];
    }
  }
}

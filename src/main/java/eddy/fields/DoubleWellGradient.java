package eddy.fields;

/**
 * height (x1^3 - x1), stiffness x2: for a height of 1 the gradient of a double well along x1 and a
 * parabola along x2.
 */
record DoubleWellGradient(double height, double stiffness) implements VectorField {
  @Override
  public void at(double[] x, double[] out) {
    double x1 = x[0];
    out[1] = stiffness * x[1];
    out[0] = height * (x1 * x1 * x1 - x1);
  }

  @Override
  public void atAll(int n, double[] x, double[] out) {
    for (int k = 0; k < n; k++) {
      out[k] = height * (x[k] * x[k] * x[k] - x[k]);
    }
    for (int k = n; k < 2 * n; k++) {
      out[k] = stiffness * x[k];
    }
  }

  @Override
  public VectorField negative() {
    return new DoubleWellGradient(-height, -stiffness);
  }
}

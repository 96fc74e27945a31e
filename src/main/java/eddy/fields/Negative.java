package eddy.fields;

/** The drift -grad f. */
record Negative(VectorField gradF) implements VectorField {
  @Override
  public void at(double[] x, double[] out) {
    gradF.at(x, out);
    negate(out);
  }

  @Override
  public void atAll(int n, double[] x, double[] out) {
    gradF.atAll(n, x, out);
    negate(out);
  }

  private static void negate(double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = -out[i];
    }
  }
}

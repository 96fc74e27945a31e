package eddy.fields;

/** A field with its sign changed after it was evaluated. */
record Negative(VectorField field) implements VectorField {
  @Override
  public void at(double[] x, double[] out) {
    field.at(x, out);
    negate(out);
  }

  @Override
  public void atAll(int n, double[] x, double[] out) {
    field.atAll(n, x, out);
    negate(out);
  }

  @Override
  public VectorField negative() {
    return field;
  }

  private static void negate(double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = -out[i];
    }
  }
}

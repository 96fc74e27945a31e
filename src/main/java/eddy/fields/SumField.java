package eddy.fields;

/** Two drifts under one noise. */
record SumField(Field a, Field b) implements Field {
  @Override
  public int dimension() {
    return a.dimension();
  }

  @Override
  public MatrixField diffusion() {
    return a.diffusion();
  }

  @Override
  public void drift(double[] x, double[] out) {
    double[] second = new double[out.length];
    a.drift(x, out);
    b.drift(x, second);
    for (int i = 0; i < out.length; i++) {
      out[i] += second[i];
    }
  }

  @Override
  public void drifts(int n, double[] x, double[] out) {
    double[] second = new double[out.length];
    a.drifts(n, x, out);
    b.drifts(n, x, second);
    for (int i = 0; i < out.length; i++) {
      out[i] += second[i];
    }
  }

  @Override
  public void diffusion(double[] x, double[] out) {
    a.diffusion(x, out);
  }
}

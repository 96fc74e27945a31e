package eddy.fields;

import java.util.Objects;

/** A field given by its drift. */
record DriftField(VectorField b, MatrixField diffusion) implements Field {
  DriftField {
    Objects.requireNonNull(b, "b");
    Objects.requireNonNull(diffusion, "diffusion");
  }

  @Override
  public int dimension() {
    return diffusion.dimension();
  }

  @Override
  public void drift(double[] x, double[] out) {
    b.at(x, out);
  }

  @Override
  public void drifts(int n, double[] x, double[] out) {
    b.atAll(n, x, out);
  }

  @Override
  public void diffusion(double[] x, double[] out) {
    diffusion.at(x, out);
  }
}

package eddy.fields;

import java.util.Objects;

/** D(x) given by a function; two are equal only when they hold the same function object. */
record VaryingMatrix(int dimension, VectorField rows) implements MatrixField {
  VaryingMatrix {
    if (dimension < 1) {
      throw new IllegalArgumentException(
          "A field needs at least one dimension, not " + dimension + ".");
    }
    Objects.requireNonNull(rows, "rows");
  }

  @Override
  public void at(double[] x, double[] out) {
    rows.at(x, out);
  }

  @Override
  public void atAll(int n, double[] x, double[] out) {
    rows.atAll(n, x, out);
  }
}

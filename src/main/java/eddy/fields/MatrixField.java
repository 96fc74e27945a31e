package eddy.fields;

/**
 * A field of symmetric positive semi-definite d x d matrices: the diffusion matrix D(x). It knows
 * its dimension, which is how a {@link Field} knows its own.
 */
public sealed interface MatrixField permits ConstantMatrix, VaryingMatrix {
  /** The number d of rows and of columns, at least 1. */
  int dimension();

  /**
   * Evaluates the matrix.
   *
   * @param x the point, d coordinates
   * @param out receives the d*d entries, row-major
   */
  void at(double[] x, double[] out);

  /**
   * Evaluates the matrix at n points that lie side by side; see {@link VectorField#atAll}.
   *
   * @param n number of points
   * @param x d * n coordinates
   * @param out receives d * d * n entries
   */
  default void atAll(int n, double[] x, double[] out) {
    ((VectorField) this::at).atAll(n, x, out);
  }

  /** Whether the matrix is the same at every point, so that div D = 0. */
  default boolean isConstant() {
    return this instanceof ConstantMatrix;
  }

  /**
   * The identity: isotropic noise.
   *
   * @param dimension d, at least 1
   */
  static MatrixField identity(int dimension) {
    if (dimension < 1) {
      throw new IllegalArgumentException(
          "A field needs at least one dimension, not " + dimension + ".");
    }
    double[] a = new double[dimension * dimension];
    for (int i = 0; i < dimension; i++) {
      a[i * dimension + i] = 1;
    }
    return new ConstantMatrix(dimension, a);
  }

  /**
   * The same matrix at every point. It may be singular.
   *
   * @param rows d rows of d finite numbers, copied
   * @throws IllegalArgumentException when the matrix is not square, not finite, not symmetric (to
   *     1e-12 of its largest entry) or has a negative eigenvalue
   */
  static MatrixField constant(double[]... rows) {
    int d = rows.length;
    double[] a = new double[d * d];
    for (int i = 0; i < d; i++) {
      if (rows[i].length != d) {
        throw new IllegalArgumentException(
            "A diffusion matrix is square: row "
                + i
                + " has "
                + rows[i].length
                + " entries, not "
                + d
                + ".");
      }
      System.arraycopy(rows[i], 0, a, i * d, d);
    }
    return new ConstantMatrix(d, a);
  }

  /**
   * A matrix that depends on the point.
   *
   * @param dimension d, at least 1
   * @param rows writes the d*d entries, row-major; must be symmetric positive semi-definite, which
   *     is not checked at each point
   */
  static MatrixField varying(int dimension, VectorField rows) {
    return new VaryingMatrix(dimension, rows);
  }
}

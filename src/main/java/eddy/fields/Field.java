package eddy.fields;

import java.util.Objects;

/**
 * A drift b(x) = -grad f(x) and a diffusion matrix D(x), the two functions behind the Ito equation
 *
 * <pre>  dx = b(x) dt + sqrt(2 D(x) / beta) dW.</pre>
 *
 * The inverse temperature beta belongs to the call of a solver, not to the field. The three static
 * methods are the only ways to make a field, so that the sign of the drift is always said:
 *
 * <pre>{@code
 * Field well =
 *     Field.ofGradient(
 *         (x, g) -> { g[0] = x[0] * x[0] * x[0] - x[0]; g[1] = 1.5 * x[1]; },
 *         MatrixField.constant(new double[] {1, .6}, new double[] {.6, .5}));
 * }</pre>
 *
 * <p>grad f need not be a true gradient: the papers write the drift of a non-equilibrium example as
 * "-grad f", too. Fields are immutable and safe to call from several threads when the functions
 * they were made from are.
 */
public sealed interface Field permits DriftField, SumField {
  /** The number d of coordinates. */
  int dimension();

  /**
   * The drift b(x) = -grad f(x).
   *
   * @param x the point, d coordinates
   * @param out receives d components
   */
  void drift(double[] x, double[] out);

  /**
   * The drift at n points that lie side by side, coordinate i of point k at {@code x[i * n + k]}.
   *
   * @param n number of points
   * @param x d * n coordinates
   * @param out receives d * n components, likewise
   */
  void drifts(int n, double[] x, double[] out);

  /**
   * The diffusion matrix D(x).
   *
   * @param x the point, d coordinates
   * @param out receives d*d entries, row-major
   */
  void diffusion(double[] x, double[] out);

  /** D as the object that the field was made with. */
  MatrixField diffusion();

  /**
   * The field of a loss: drift = -grad f.
   *
   * @param gradF writes grad f(x)
   * @param d the diffusion matrix, which also says the dimension
   */
  static Field ofGradient(VectorField gradF, MatrixField d) {
    Objects.requireNonNull(gradF, "gradF");
    return new DriftField(gradF.negative(), d);
  }

  /**
   * The field of a drift.
   *
   * @param b writes the drift b(x)
   * @param d the diffusion matrix, which also says the dimension
   */
  static Field ofDrift(VectorField b, MatrixField d) {
    return new DriftField(b, d);
  }

  /**
   * The field whose drift is the sum of two drifts, under one noise: D is counted once.
   *
   * @throws IllegalArgumentException when the two diffusion matrices differ; matrices that depend
   *     on x are the same only when both fields were made with the same {@link MatrixField} object
   */
  static Field sum(Field a, Field b) {
    if (a.dimension() != b.dimension()) {
      throw new IllegalArgumentException(
          "Fields of " + a.dimension() + " and " + b.dimension() + " dimensions cannot be added.");
    }
    if (!a.diffusion().equals(b.diffusion())) {
      throw new IllegalArgumentException(
          "A sum of fields has one diffusion matrix: make both fields with the same MatrixField.");
    }
    return new SumField(a, b);
  }
}

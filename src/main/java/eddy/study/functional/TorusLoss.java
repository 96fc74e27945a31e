package eddy.study.functional;

import eddy.fields.Box;
import eddy.fields.Field;
import eddy.fields.MatrixField;
import eddy.potential.Grid;
import java.util.Arrays;

/**
 * A true loss on the torus, f(x) = cos x1 + cos x2 + sin(x1 + x2)/2 with period 2 pi, under several
 * kinds of noise: where Lemma 6 of Chaudhari and Soatto (2018), "the potential is the loss if and
 * only if the noise is isotropic", is tried. There is no boundary that could matter.
 */
public final class TorusLoss {
  private TorusLoss() {}

  /** f(x). */
  public static double value(double[] x) {
    return Math.cos(x[0]) + Math.cos(x[1]) + Math.sin(x[0] + x[1]) / 2;
  }

  /** grad f(x). */
  public static void gradient(double[] x, double[] out) {
    double mixed = Math.cos(x[0] + x[1]) / 2;
    double x2 = x[1];
    out[0] = -Math.sin(x[0]) + mixed;
    out[1] = -Math.sin(x2) + mixed;
  }

  /** Isotropic noise D = c I: the potential is f/c. */
  public static Field isotropic(double c) {
    return under(new double[] {c, 0}, new double[] {0, c});
  }

  /** A constant diffusion matrix, two rows. */
  public static Field under(double[]... rows) {
    return Field.ofGradient(TorusLoss::gradient, MatrixField.constant(rows));
  }

  /**
   * D(x) = I + c exp(beta f(x)) M: anisotropic noise whose potential is f itself. Its divergence is
   * beta c exp(beta f) M grad f, so that D grad f - (1/beta) div D = grad f.
   *
   * @param c at least 0
   * @param beta the inverse temperature at which this holds
   * @param m two rows of a symmetric positive semi-definite matrix
   */
  public static Field counterExample(double c, double beta, double[]... m) {
    double[] rows = {m[0][0], m[0][1], m[1][0], m[1][1]};
    if (!(c >= 0) || MatrixField.constant(m).dimension() != 2) {
      throw new IllegalArgumentException("The counter-example needs c of at least 0, not " + c);
    }
    return Field.ofGradient(
        TorusLoss::gradient,
        MatrixField.varying(
            2,
            (x, out) -> {
              double weight = c * Math.exp(beta * value(x));
              out[0] = 1 + weight * rows[0];
              out[1] = weight * rows[1];
              out[2] = weight * rows[2];
              out[3] = 1 + weight * rows[3];
            }));
  }

  /**
   * The largest ratio of the two eigenvalues of D(x) at some points: 1 for isotropic noise.
   *
   * @param field a field in two dimensions with a positive definite D
   * @param points at least one
   */
  public static double anisotropy(Field field, double[]... points) {
    double[] d = new double[4];
    double largest = 1;
    for (double[] x : points) {
      field.diffusion(x, d);
      double middle = (d[0] + d[3]) / 2;
      double half = Math.hypot((d[0] - d[3]) / 2, d[1]);
      largest = Math.max(largest, (middle + half) / (middle - half));
    }
    return largest;
  }

  /** The n x n cell centres of the torus as points. */
  public static double[][] points(int n) {
    Grid grid = grid(n);
    double[][] points = new double[grid.size()][];
    Arrays.setAll(points, grid::point);
    return points;
  }

  /** The torus as a grid of n x n cells. */
  public static Grid grid(int n) {
    return Grid.torus(Box.of(0, 2 * Math.PI, 0, 2 * Math.PI), n, n);
  }
}

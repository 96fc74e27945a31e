package eddy.langevin;

import eddy.fields.Field;
import eddy.fields.MatrixField;
import java.util.Arrays;

/**
 * The random part of a step, sigma(x) dW with sigma sigmaᵀ = 2 D(x)/beta, sigma lower triangular
 * (Cholesky), dW = sqrt(dt) g. Arrays hold the points of a bundle, {@code [coordinate][lane]}.
 */
interface Noise {
  /**
   * Moves the points x += v dt + sigma(at) sqrt(dt) g.
   *
   * @param at where D is taken; may be x itself
   */
  void step(double[] x, double dt, double[] v, double[] at, double[] g);

  /** For one bundle; not for several threads at once. */
  static Noise of(Field field, double beta, double dt, int lanes) {
    MatrixField diffusion = field.diffusion();
    double scale = 2 * dt / beta;
    return diffusion.isConstant()
        ? new Constant(diffusion, scale, lanes)
        : new Varying(diffusion, scale, lanes);
  }

  /** D is the same everywhere. */
  final class Constant implements Noise {
    private final int d;
    private final int lanes;
    private final double[] root;
    private final boolean diagonal;
    private final Rows rows = Rows.best();

    Constant(MatrixField diffusion, double scale, int lanes) {
      this.d = diffusion.dimension();
      this.lanes = lanes;
      this.root = new double[d * d];
      diffusion.at(new double[d], root);
      for (int i = 0; i < root.length; i++) {
        root[i] *= scale;
      }
      if (!Cholesky.factor(d, root)) {
        throw new IllegalArgumentException(
            "The diffusion matrix has a negative eigenvalue: no noise has it; check its signs.");
      }
      boolean plain = true;
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < i; j++) {
          plain &= root[i * d + j] == 0;
        }
      }
      this.diagonal = plain;
    }

    @Override
    public void step(double[] x, double dt, double[] v, double[] at, double[] g) {
      for (int i = 0; i < d; i++) {
        if (diagonal || i == 0) {
          rows.step(lanes, i, x, dt, v, root[i * d + i], i, g);
        } else {
          rows.step(lanes, i, x, dt, v, root[i * d], root[i * d + 1], g);
          for (int j = 2; j <= i; j++) {
            rows.add(lanes, i, x, root[i * d + j], j, g);
          }
        }
      }
    }
  }

  /** D depends on the point. */
  final class Varying implements Noise {
    private final MatrixField diffusion;
    private final int d;
    private final int lanes;
    private final double scale;
    private final double[] matrices;
    private final double[] root;

    Varying(MatrixField diffusion, double scale, int lanes) {
      this.diffusion = diffusion;
      this.d = diffusion.dimension();
      this.lanes = lanes;
      this.scale = scale;
      this.matrices = new double[d * d * lanes];
      this.root = new double[d * d];
    }

    @Override
    public void step(double[] x, double dt, double[] v, double[] at, double[] g) {
      diffusion.atAll(lanes, at, matrices);
      for (int l = 0; l < lanes; l++) {
        for (int i = 0; i < root.length; i++) {
          root[i] = scale * matrices[i * lanes + l];
        }
        if (!Cholesky.factor(d, root)) {
          throw refusal(d, lanes, at, l);
        }
        for (int i = 0; i < d; i++) {
          double sum = Math.fma(dt, v[i * lanes + l], x[i * lanes + l]);
          for (int j = 0; j <= i; j++) {
            sum = Math.fma(root[i * d + j], g[j * lanes + l], sum);
          }
          x[i * lanes + l] = sum;
        }
      }
    }
  }

  /** What is said when D at a point of a bundle is the covariance of no noise. */
  static IllegalArgumentException refusal(int d, int lanes, double[] at, int l) {
    double[] point = new double[d];
    for (int i = 0; i < d; i++) {
      point[i] = at[i * lanes + l];
    }
    return new IllegalArgumentException(
        "The diffusion matrix at "
            + Arrays.toString(point)
            + " is not finite or has a negative eigenvalue: no noise has it; correct D(x) there,"
            + " or take a smaller dt if no path should get there.");
  }
}

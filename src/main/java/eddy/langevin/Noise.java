package eddy.langevin;

import eddy.fields.Field;
import eddy.fields.MatrixField;
import java.util.Arrays;

/**
 * The random part of a step, sigma(x) dW with sigma sigmaᵀ = 2 D(x)/beta, sigma lower triangular
 * (Cholesky), dW = sqrt(dt) g; given as a velocity sigma(x) g / sqrt(dt). Arrays hold the points of
 * a bundle, {@code [coordinate][lane]}.
 */
interface Noise {
  /**
   * Adds sigma(x) g / sqrt(dt).
   *
   * @param x where D is taken
   * @param g standard normal numbers
   * @param to what it is added to
   */
  void add(double[] x, double[] g, double[] to);

  /** For one bundle; not for several threads at once. */
  static Noise of(Field field, double beta, double dt, int lanes) {
    MatrixField diffusion = field.diffusion();
    double scale = 2 / (beta * dt);
    return diffusion.isConstant()
        ? new Constant(diffusion, scale, lanes)
        : new Varying(diffusion, scale, lanes);
  }

  /** D is the same everywhere. */
  final class Constant implements Noise {
    private final int d;
    private final int lanes;
    private final double[] root;

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
    }

    @Override
    public void add(double[] x, double[] g, double[] to) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j <= i; j++) {
          if (root[i * d + j] != 0) {
            addRow(root[i * d + j], g, j * lanes, to, i * lanes);
          }
        }
      }
    }

    private void addRow(double factor, double[] g, int from, double[] to, int at) {
      for (int l = 0; l < lanes; l++) {
        to[at + l] = Math.fma(factor, g[from + l], to[at + l]);
      }
    }
  }

  /** D depends on the point. */
  final class Varying implements Noise {
    private final MatrixField diffusion;
    private final int d;
    private final int lanes;
    private final double scale;
    private final double[] point;
    private final double[] root;

    Varying(MatrixField diffusion, double scale, int lanes) {
      this.diffusion = diffusion;
      this.d = diffusion.dimension();
      this.lanes = lanes;
      this.scale = scale;
      this.point = new double[d];
      this.root = new double[d * d];
    }

    @Override
    public void add(double[] x, double[] g, double[] to) {
      for (int l = 0; l < lanes; l++) {
        for (int i = 0; i < d; i++) {
          point[i] = x[i * lanes + l];
        }
        diffusion.at(point, root);
        for (int i = 0; i < root.length; i++) {
          root[i] *= scale;
        }
        if (!Cholesky.factor(d, root)) {
          throw new IllegalArgumentException(
              "The diffusion matrix at "
                  + Arrays.toString(point)
                  + " is not finite or has a negative eigenvalue: no noise has it; correct D(x)"
                  + " there, or take a smaller dt if no path should get there.");
        }
        for (int i = 0; i < d; i++) {
          double sum = to[i * lanes + l];
          for (int j = 0; j <= i; j++) {
            sum = Math.fma(root[i * d + j], g[j * lanes + l], sum);
          }
          to[i * lanes + l] = sum;
        }
      }
    }
  }
}

package eddy.langevin;

import eddy.fields.Field;
import eddy.fields.MatrixField;

/** The steps of {@link Scheme#MILSTEIN} under diagonal noise. */
final class MilsteinNoise implements Noise {
  private static final double PROBE = 1e-3;

  private final MatrixField diffusion;
  private final int d;
  private final int lanes;
  private final double scale;
  private final double[] matrices;
  private final double[] predicted;
  private final double[] deviation;

  /**
   * For one bundle.
   *
   * @param scale 2 dt/beta
   */
  MilsteinNoise(MatrixField diffusion, double scale, int lanes) {
    this.diffusion = diffusion;
    this.d = diffusion.dimension();
    this.lanes = lanes;
    this.scale = scale;
    this.matrices = new double[d * d * lanes];
    this.predicted = new double[d * lanes];
    this.deviation = new double[d * lanes];
  }

  /**
   * Throws unless the noise commutes as far as can be seen at these points: D diagonal and D_ii a
   * function of x_i alone.
   */
  static void requireCommuting(Field field, double[][] points) {
    int d = field.dimension();
    double[] here = new double[d * d];
    double[] there = new double[d * d];
    for (double[] point : points) {
      field.diffusion(point, here);
      requireDiagonal(d, here);
      for (int j = 0; j < d; j++) {
        double[] moved = point.clone();
        moved[j] += PROBE;
        field.diffusion(moved, there);
        for (int i = 0; i < d; i++) {
          int at = i * d + i;
          if (i != j && Math.abs(there[at] - here[at]) > 1e-9 * Math.abs(here[at])) {
            throw refusal("D" + (i + 1) + (i + 1) + " depends on x" + (j + 1));
          }
        }
      }
    }
  }

  private static void requireDiagonal(int d, double[] matrix) {
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        if (i != j && matrix[i * d + j] != 0) {
          throw refusal("D is not diagonal");
        }
      }
    }
  }

  private static IllegalArgumentException refusal(String why) {
    return new IllegalArgumentException(
        "Milstein's scheme needs noise that commutes (D diagonal, D_ii a function of x_i alone), but "
            + why
            + ": take Scheme.EULER_MARUYAMA or Scheme.HEUN.");
  }

  @Override
  public void step(double[] x, double dt, double[] v, double[] at, double[] g) {
    deviations(at, deviation);
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = at[i] + v[i] * dt + deviation[i];
      x[i] += v[i] * dt + deviation[i] * g[i] - deviation[i] * (g[i] * g[i] - 1) / 2;
    }
    deviations(predicted, deviation);
    for (int i = 0; i < predicted.length; i++) {
      x[i] += deviation[i] * (g[i] * g[i] - 1) / 2;
    }
  }

  /** sqrt(2 D_ii dt/beta) at each point. */
  private void deviations(double[] at, double[] out) {
    diffusion.atAll(lanes, at, matrices);
    for (int i = 0; i < d; i++) {
      for (int l = 0; l < lanes; l++) {
        double variance = scale * matrices[(i * d + i) * lanes + l];
        if (!(variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
          throw Noise.refusal(d, lanes, at, l);
        }
        out[i * lanes + l] = Math.sqrt(variance);
      }
    }
  }
}

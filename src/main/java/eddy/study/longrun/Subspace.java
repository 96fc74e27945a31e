package eddy.study.longrun;

import eddy.linalg.Blas;
import eddy.linalg.DoubleMatrix;
import eddy.run.Interrupts;
import eddy.run.Progress;
import eddy.spectral.Series;

/**
 * A trajectory of which only the motion along some directions is left: x(0) + VᵀV (x(t) − x(0)),
 * still one series a weight, so that statistics of single weights can be taken without the
 * directions that are left out.
 */
public final class Subspace {
  private static final int BLOCK = 512;

  private Subspace() {}

  /**
   * The motion, in memory in float32.
   *
   * @param weights the trajectory, d series
   * @param directions k orthogonal unit vectors, k x d, row-major
   * @throws IllegalArgumentException if the sizes do not fit
   * @throws eddy.run.ComputationInterrupted on interrupt
   */
  public static Series of(Series weights, double[] directions, Progress progress) {
    int d = weights.count();
    int n = weights.length();
    int k = directions.length / d;
    if (k == 0 || k * d != directions.length) {
      throw new IllegalArgumentException(
          "Directions in a space of " + d + " weights come as rows of that length.");
    }
    float[] out = new float[Math.multiplyExact(n, d)];
    double[] origin = new double[d];
    weights.snapshot(0, origin);
    double[] row = new double[d];
    try (DoubleMatrix v = new DoubleMatrix(k, d);
        DoubleMatrix moved = new DoubleMatrix(BLOCK, d);
        DoubleMatrix along = new DoubleMatrix(BLOCK, k)) {
      v.write(0, directions, 0, k * d);
      for (int first = 0; first < n; first += BLOCK) {
        Interrupts.check("");
        int count = Math.min(BLOCK, n - first);
        for (int t = 0; t < count; t++) {
          weights.snapshot(first + t, row);
          for (int i = 0; i < d; i++) {
            row[i] -= origin[i];
          }
          moved.setRow(t, row);
        }
        Blas.dgemm(false, true, 1, moved, v, 0, along);
        Blas.dgemm(false, false, 1, along, v, 0, moved);
        for (int t = 0; t < count; t++) {
          moved.row(t, row);
          for (int i = 0; i < d; i++) {
            out[(first + t) * d + i] = (float) (origin[i] + row[i]);
          }
        }
        progress.report("motion along the modes", first + count, n, "");
      }
    }
    return Series.ofRows(out, d);
  }
}

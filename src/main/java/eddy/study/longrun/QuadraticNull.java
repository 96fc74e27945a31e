package eddy.study.longrun;

import eddy.linalg.Blas;
import eddy.linalg.DoubleMatrix;
import eddy.linalg.Eigenpairs;
import eddy.linalg.SymmetricEigen;
import eddy.run.Progress;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import eddy.spectral.Series;

/**
 * The null model that knows most: SGD with momentum on the quadratic model, all d weights, with the
 * measured noise, or with the noise made diagonal in the eigenbasis of the Hessian, so that Q = 0
 * and it is reversible. Downhill curvature is set to 0. It starts at the minimum.
 */
public final class QuadraticNull {
  private QuadraticNull() {}

  /**
   * A trajectory in memory.
   *
   * @param model F and C
   * @param rate η
   * @param momentum μ
   * @param steps steps from snapshot to snapshot
   * @param circulating false for Q = 0
   * @param snapshots its length
   * @param seed of the stream "noise"
   * @throws eddy.run.ComputationInterrupted on interrupt
   */
  public static Series of(
      QuadraticModel model,
      double rate,
      double momentum,
      int steps,
      boolean circulating,
      int snapshots,
      long seed,
      Progress progress) {
    int d = model.dimension();
    float[] out = new float[Math.multiplyExact(d, snapshots)];
    try (DoubleMatrix f = new DoubleMatrix(d, d);
        DoubleMatrix c = new DoubleMatrix(d, d);
        DoubleMatrix half = new DoubleMatrix(d, d)) {
      f.write(0, model.hessian(), 0, d * d);
      c.write(0, model.noise(), 0, d * d);
      try (Eigenpairs pairs = SymmetricEigen.leading(f, d)) {
        DoubleMatrix v = pairs.vectors();
        Blas.dgemm(false, false, 1, v, c, 0, half);
        Blas.dgemm(false, true, 1, half, v, 0, c);
        double[] noise = new double[d * d];
        c.read(0, noise, 0, d * d);
        double[] curvatures = new double[d];
        for (int i = 0; i < d; i++) {
          curvatures[i] = Math.max(0, pairs.values()[i]);
          for (int j = 0; j < d && !circulating; j++) {
            noise[i * d + j] = i == j ? noise[i * d + j] : 0;
          }
        }
        new QuadraticSgd(curvatures, noise, rate, momentum, steps)
            .run(
                snapshots,
                new RandomStream(seed, StreamName.NOISE),
                (first, rows, count) -> {
                  rotate(rows, v, first, count, out);
                  progress.report("SGD on the quadratic model", first + count, snapshots, "");
                });
      }
    }
    return Series.ofRows(out, d);
  }

  private static void rotate(DoubleMatrix rows, DoubleMatrix v, int first, int count, float[] out) {
    int d = v.columns();
    double[] row = new double[d];
    try (DoubleMatrix weights = new DoubleMatrix(rows.rows(), d)) {
      Blas.dgemm(false, false, 1, rows, v, 0, weights);
      for (int t = 0; t < count; t++) {
        weights.row(t, row);
        for (int i = 0; i < d; i++) {
          out[(first + t) * d + i] = (float) row[i];
        }
      }
    }
  }
}

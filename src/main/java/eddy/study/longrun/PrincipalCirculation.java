package eddy.study.longrun;

import eddy.linalg.Blas;
import eddy.linalg.DoubleMatrix;
import eddy.run.Progress;
import eddy.spectral.PrincipalComponents;

/**
 * Measured and predicted area rates in the directions in which the detrended trajectory varies
 * most.
 *
 * @param components of the detrended trajectory
 * @param measured area rates per snapshot with errors by blocks
 * @param predicted those of the quadratic model in the same directions after the same detrending, k
 *     x k
 * @param share of each direction that lies in the modes of the model
 */
public record PrincipalCirculation(
    PrincipalComponents components, ModeAreas measured, double[] predicted, double[] share) {

  /**
   * Measures and predicts.
   *
   * @param chain the trajectory
   * @param modes the modes of the quadratic model around it, as many as there are
   * @param count k, how many directions
   * @param half snapshots on each side of the moving average
   * @param block snapshots in a block, for the errors
   * @throws eddy.run.ComputationInterrupted on interrupt
   */
  public static PrincipalCirculation of(
      LongChain chain, HeavyBallModes modes, int count, int half, int block, Progress progress) {
    PrincipalComponents pcs = PrincipalComponents.of(chain.weights(), count, half, progress);
    double[] area = modes.areaRates(Projection.filter(half));
    int m = modes.count();
    int d = modes.dimension();
    double[] predicted = new double[count * count];
    double[] share = new double[count];
    try (DoubleMatrix v = new DoubleMatrix(m, d);
        DoubleMatrix p = new DoubleMatrix(count, d);
        DoubleMatrix overlap = new DoubleMatrix(count, m);
        DoubleMatrix a = new DoubleMatrix(m, m);
        DoubleMatrix turned = new DoubleMatrix(count, m);
        DoubleMatrix out = new DoubleMatrix(count, count)) {
      v.write(0, modes.directions(), 0, m * d);
      for (int i = 0; i < count; i++) {
        p.setRow(i, pcs.directions()[i]);
      }
      Blas.dgemm(false, true, 1, p, v, 0, overlap);
      a.write(0, area, 0, m * m);
      Blas.dgemm(false, false, 1, overlap, a, 0, turned);
      Blas.dgemm(false, true, 1, turned, overlap, 0, out);
      out.read(0, predicted, 0, count * count);
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < m; j++) {
          share[i] += overlap.get(i, j) * overlap.get(i, j);
        }
      }
    }
    return new PrincipalCirculation(pcs, ModeAreas.of(pcs.scores(), block), predicted, share);
  }
}

package eddy.spectral;

import eddy.run.RandomStream;

/**
 * Areas of whitened series in blocks. Reversing a block in time turns the sign of its areas, so a
 * reversible twin has the same areas with random signs.
 */
final class BlockSums implements Surrogates {
  private final int size;
  private final int covered;
  private final double[][] areas;

  BlockSums(double[][] x, LaggedCovariance covariance, int blockLength) {
    this.size = x.length;
    this.areas = BlockAreas.of(x, covariance.lag(), blockLength);
    this.covered = areas.length * blockLength;
    double[] w = covariance.whitening();
    for (int b = 0; b < areas.length; b++) {
      areas[b] = LaggedCovariance.congruence(w, areas[b], size);
    }
  }

  @Override
  public double draw(RandomStream stream) {
    double[] total = total(stream);
    return LaggedCovariance.antisymmetric(total, size);
  }

  /** The mean area per step of all blocks, with a random sign each. */
  double[] total(RandomStream stream) {
    double[] total = new double[size * size];
    for (double[] area : areas) {
      double sign = (stream.nextInt() & 1) == 0 ? 1 : -1;
      for (int i = 0; i < total.length; i++) {
        total[i] += sign * area[i] / covered;
      }
    }
    return total;
  }
}

package eddy.spectral;

import eddy.run.RandomStream;
import eddy.run.StreamName;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * How irreversible some series are, in nats per snapshot; both numbers are lower bounds of the
 * entropy production of a process that is seen only at snapshots and in some of its coordinates.
 *
 * @param fitted Kullback-Leibler divergence per step of the fitted {@link VectorAutoregression}
 *     from its reverse
 * @param bias its mean where the areas of blocks have random signs: what a reversible series of
 *     this length shows by chance; subtract it
 * @param currentBound the thermodynamic uncertainty relation 2 mean^2/(L variance) of an area
 *     current over blocks of L snapshots (A. C. Barato and U. Seifert, Phys. Rev. Lett. 114, 2015).
 *     The current, a combination of the areas of all pairs, is chosen on every second block and
 *     evaluated without bias on the others, so that it may be negative by chance
 * @param currentError standard error of {@code currentBound}
 */
public record EntropyProduction(
    double fitted, double bias, double currentBound, double currentError) {
  private static final int PATTERNS = 100;

  /**
   * Estimates it.
   *
   * @param x {@code x[i][t]}: at least two stationary series of one length
   * @param blockLength snapshots of a block, far longer than the correlation time
   * @param seed of the random signs
   * @throws IllegalArgumentException if there are too few blocks for the pairs of series
   */
  public static EntropyProduction of(double[][] x, int blockLength, long seed) {
    int k = x.length;
    LaggedCovariance c = LaggedCovariance.of(x, 1);
    double fitted = VectorAutoregression.divergence(k, c.covariance(), c.lagged());
    double[] symmetric = new double[k * k];
    for (int i = 0; i < k * k; i++) {
      symmetric[i] = (c.lagged()[i] + c.lagged()[i % k * k + i / k]) / 2;
    }
    BlockSums blocks = new BlockSums(x, c, blockLength);
    double[] white = LaggedCovariance.congruence(c.whitening(), symmetric, k);
    double[] identity = new double[k * k];
    for (int i = 0; i < k; i++) {
      identity[i * k + i] = 1;
    }
    double bias = 0;
    for (int p = 0; p < PATTERNS; p++) {
      double[] lagged = blocks.total(new RandomStream(seed, StreamName.SURROGATE, p));
      for (int i = 0; i < k * k; i++) {
        lagged[i] += white[i];
      }
      bias += VectorAutoregression.divergence(k, identity, lagged) / PATTERNS;
    }
    double[] bound = currentBound(BlockAreas.of(x, 1, blockLength), k, blockLength);
    return new EntropyProduction(fitted, bias, bound[0], bound[1]);
  }

  /** The bound and its error. */
  private static double[] currentBound(double[][] areas, int k, int blockLength) {
    int pairs = k * (k - 1) / 2;
    if (areas.length < 4 * pairs + 4) {
      throw new IllegalArgumentException(
          areas.length
              + " blocks are too few to choose among "
              + pairs
              + " pairs: take fewer series, shorter blocks or a longer trajectory.");
    }
    double[] weights = bestCurrent(areas, k, pairs);
    int count = areas.length / 2;
    double mean = 0;
    double square = 0;
    for (int b = 0; b < count; b++) {
      double current = current(areas[2 * b + 1], weights, k);
      mean += current / count;
      square += current * current;
    }
    double variance = (square - count * mean * mean) / (count - 1);
    double bound = 2 * (mean * mean - variance / count) / (blockLength * variance);
    double ratio = mean * mean / variance;
    double error = 4 * Math.sqrt(ratio + ratio * ratio / 2) / Math.sqrt(count) / blockLength;
    return new double[] {bound, error};
  }

  private static double current(double[] area, double[] weights, int k) {
    double sum = 0;
    int p = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        sum += weights[p++] * area[i * k + j];
      }
    }
    return sum;
  }

  /** V^-1 m of the areas of all pairs over the even blocks: the current of the largest bound. */
  private static double[] bestCurrent(double[][] areas, int k, int pairs) {
    int count = (areas.length + 1) / 2;
    double[][] unit = new double[pairs][pairs];
    double[] mean = new double[pairs];
    double[][] value = new double[count][pairs];
    for (int p = 0; p < pairs; p++) {
      unit[p][p] = 1;
      for (int b = 0; b < count; b++) {
        value[b][p] = current(areas[2 * b], unit[p], k);
        mean[p] += value[b][p] / count;
      }
    }
    double[][] covariance = new double[pairs][pairs];
    for (double[] v : value) {
      for (int p = 0; p < pairs; p++) {
        for (int q = 0; q < pairs; q++) {
          covariance[p][q] += (v[p] - mean[p]) * (v[q] - mean[q]) / (count - 1);
        }
      }
    }
    return new LUDecomposition(new Array2DRowRealMatrix(covariance, false))
        .getSolver()
        .solve(new ArrayRealVector(mean, false))
        .toArray();
  }
}

package eddy.diffusion;

import eddy.run.RandomStream;
import java.util.Arrays;

/**
 * The covariance of a mini-batch gradient by going through all mini-batches there are, or through
 * random ones. Needs no formula, so it checks those of {@link MinibatchCovariance}.
 *
 * <p>Gradients are given as g[k][i], example k, weight i; covariances come back as [i][j].
 */
public final class BatchEnumeration {
  private static final int MOST_BATCHES = 2_000_000;

  private BatchEnumeration() {}

  /**
   * The covariance of the batch gradient over all N^b ordered batches.
   *
   * @throws IllegalArgumentException if there are more than two million
   */
  public static double[][] withReplacement(double[][] gradients, int batch) {
    int n = gradients.length;
    MinibatchCovariance.checkBatch(n, batch);
    checkCount(Math.pow(n, batch));
    int[] chosen = new int[batch];
    Accumulator all = new Accumulator(gradients);
    do {
      all.add(chosen);
    } while (nextTuple(chosen, n));
    return all.covariance();
  }

  /**
   * The covariance of the batch gradient over all N! / (b! (N − b)!) subsets.
   *
   * @throws IllegalArgumentException if there are more than two million
   */
  public static double[][] withoutReplacement(double[][] gradients, int batch) {
    int n = gradients.length;
    MinibatchCovariance.checkSubset(n, batch);
    double count = 1;
    for (int i = 1; i <= batch; i++) {
      count *= (n - batch + i) / (double) i;
    }
    checkCount(count);
    int[] chosen = new int[batch];
    Arrays.setAll(chosen, i -> i);
    Accumulator all = new Accumulator(gradients);
    do {
      all.add(chosen);
    } while (nextSubset(chosen, n));
    return all.covariance();
  }

  /**
   * The covariance of the batch gradient over random batches, about its known mean g.
   *
   * @param replacement whether one example may appear more than once in a batch
   * @param samples number of batches
   * @param random draws the batches
   */
  public static double[][] monteCarlo(
      double[][] gradients, int batch, boolean replacement, int samples, RandomStream random) {
    int n = gradients.length;
    if (replacement) {
      MinibatchCovariance.checkBatch(n, batch);
    } else {
      MinibatchCovariance.checkSubset(n, batch);
    }
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    int[] chosen = new int[batch];
    Accumulator all = new Accumulator(gradients);
    for (int s = 0; s < samples; s++) {
      for (int i = 0; i < batch; i++) {
        if (replacement) {
          chosen[i] = random.nextInt(n);
        } else {
          int j = i + random.nextInt(n - i);
          chosen[i] = order[j];
          order[j] = order[i];
          order[i] = chosen[i];
        }
      }
      all.add(chosen);
    }
    return all.covariance();
  }

  private static boolean nextTuple(int[] chosen, int n) {
    for (int i = 0; i < chosen.length; i++) {
      if (++chosen[i] < n) {
        return true;
      }
      chosen[i] = 0;
    }
    return false;
  }

  private static boolean nextSubset(int[] chosen, int n) {
    int b = chosen.length;
    int i = b - 1;
    while (i >= 0 && chosen[i] == n - b + i) {
      i--;
    }
    if (i < 0) {
      return false;
    }
    chosen[i]++;
    for (int j = i + 1; j < b; j++) {
      chosen[j] = chosen[j - 1] + 1;
    }
    return true;
  }

  private static void checkCount(double batches) {
    if (batches > MOST_BATCHES) {
      throw new IllegalArgumentException(
          String.format(
              "There are %.3g batches to enumerate, more than two million: use monteCarlo instead.",
              batches));
    }
  }

  /** Sums (g_b − g)(g_b − g)ᵀ over batches. */
  private static final class Accumulator {
    private final double[][] gradients;
    private final double[] mean;
    private final double[] batchGradient;
    private final double[][] sum;
    private long count;

    Accumulator(double[][] gradients) {
      this.gradients = gradients;
      mean = MinibatchCovariance.mean(gradients);
      batchGradient = new double[mean.length];
      sum = new double[mean.length][mean.length];
    }

    void add(int[] chosen) {
      Arrays.fill(batchGradient, 0);
      for (int k : chosen) {
        for (int i = 0; i < batchGradient.length; i++) {
          batchGradient[i] += gradients[k][i] / chosen.length;
        }
      }
      MinibatchCovariance.addOuter(sum, batchGradient, mean, 1);
      count++;
    }

    double[][] covariance() {
      return MinibatchCovariance.scaled(sum, 1.0 / count);
    }
  }
}

package eddy.trajectory;

import java.util.Arrays;

/**
 * Adds up softmax cross-entropies l = (z_max − z_y) + log s, s = Σ_c exp(z_c − z_max), with one
 * logarithm for many examples: the s are multiplied lane by lane and Σ log s = log Π s. As 1 ≤ s ≤
 * classes, it is known how many factors fit.
 */
final class SoftmaxLoss {
  private static final int LANES = FusedLayout.LANES;
  private static final double MOST_FLOAT = 38;
  private static final double MOST_DOUBLE = 300;

  private SoftmaxLoss() {}

  /** Length of the array of sums and products. */
  static int scratch() {
    return 2 * LANES;
  }

  /** Empties sums (first half) and products (second half). */
  static void clear(float[] lanes) {
    Arrays.fill(lanes, 0, LANES, 0);
    Arrays.fill(lanes, LANES, 2 * LANES, 1);
  }

  /** After how many groups of {@link FusedLayout#LANES} examples {@link #take} is due. */
  static int groups(int classes) {
    double digits = Math.log10(Math.max(2, classes));
    return (int) Math.max(1, Math.min(MOST_FLOAT, MOST_DOUBLE / LANES) / digits);
  }

  /** The losses of the groups since {@link #clear}; clears. */
  static double take(float[] lanes) {
    double sum = 0;
    double product = 1;
    for (int l = 0; l < LANES; l++) {
      sum += lanes[l];
      product *= lanes[LANES + l];
    }
    clear(lanes);
    return sum + Math.log(product);
  }
}

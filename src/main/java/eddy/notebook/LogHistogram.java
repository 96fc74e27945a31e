package eddy.notebook;

import java.util.Arrays;

/**
 * How many numbers fall into bins of equal width on a logarithmic scale.
 *
 * @param edges edges of the bins, ascending and positive; one more than there are bins
 * @param counts numbers in each bin; a bin holds its lower edge, the last one both
 * @param below positive numbers below the first edge, and numbers that are not positive
 * @param above numbers above the last edge
 */
public record LogHistogram(double[] edges, int[] counts, int below, int above) {

  /**
   * Counts.
   *
   * @param values the numbers, in any order
   * @param lowExponent the first edge is 10 to this power
   * @param highExponent the last edge is 10 to this power
   * @param bins how many bins, at least one
   */
  public static LogHistogram of(
      double[] values, double lowExponent, double highExponent, int bins) {
    double[] edges = new double[bins + 1];
    for (int k = 0; k <= bins; k++) {
      edges[k] = Math.pow(10, lowExponent + (highExponent - lowExponent) * k / bins);
    }
    int[] counts = new int[bins];
    int below = 0;
    int above = 0;
    for (double value : values) {
      if (!(value >= edges[0])) {
        below++;
      } else if (value > edges[bins]) {
        above++;
      } else {
        int found = Arrays.binarySearch(edges, value);
        counts[Math.min(bins - 1, found >= 0 ? found : -found - 2)]++;
      }
    }
    return new LogHistogram(edges, counts, below, above);
  }

  /** How many numbers were counted, in the bins and outside. */
  public int total() {
    return Arrays.stream(counts).sum() + below + above;
  }
}

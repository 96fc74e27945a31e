package eddy.spectral;

import java.util.Arrays;

/**
 * The exponentially weighted mean that the authors draw the gradient norm with (Figure 3c of
 * Chaudhari and Soatto 2018): y_t = sum_{i=0}^t q^i x_{t-i}/sum_{i=0}^t q^i with q = com/(1 + com),
 * which is {@code ewm(com=..., adjust=True)} of pandas; they have com = 100.
 */
public final class Ewma {
  private Ewma() {}

  /**
   * The mean at each time.
   *
   * @param x the series, without gaps
   * @param com centre of mass of the weights in snapshots, not negative
   * @throws IllegalArgumentException if it is negative
   */
  public static double[] adjusted(double[] x, double com) {
    if (!(com >= 0)) {
      throw new IllegalArgumentException(
          "The centre of mass must be at least 0, but " + com + " was given.");
    }
    double q = com / (1 + com);
    double[] y = new double[x.length];
    double sum = 0;
    double weight = 0;
    for (int t = 0; t < x.length; t++) {
      sum = q * sum + x[t];
      weight = q * weight + 1;
      y[t] = sum / weight;
    }
    return y;
  }

  /**
   * Indices 0 .. n - 1 that are evenly spaced on a logarithmic axis of index + 1, rounded down,
   * without repetitions; the authors take 1,000.
   *
   * @param n at least 1
   * @param count at least 2
   */
  public static int[] logarithmicIndices(int n, int count) {
    int[] indices = new int[count];
    Arrays.setAll(
        indices, k -> (int) Math.min(n - 1, Math.floor(Math.pow(n, k / (count - 1.0)) + 1e-9) - 1));
    return Arrays.stream(indices).distinct().toArray();
  }
}

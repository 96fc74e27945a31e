package eddy.diffusion;

import java.util.Arrays;

/**
 * All eigenvalues of a diffusion matrix D, and what Chaudhari and Soatto (arXiv 1710.11029, Sec.
 * 4.1) read off them.
 *
 * <p>The rank at a precision's epsilon is the number of eigenvalues above the threshold λmax · d ·
 * epsilon. It depends on the number of examples N (rank D ≤ N − 1) and on the chosen epsilon, so
 * {@link #participationRatio} and {@link #stableRank}, which need no threshold, belong beside it.
 *
 * @param values the d eigenvalues, largest first; round-off can make the last ones negative
 * @param examples the number N of examples that D averages over
 * @param precision the arithmetic in which D was accumulated
 */
public record Spectrum(double[] values, int examples, Precision precision) {

  /**
   * Takes the values as they are.
   *
   * @throws IllegalArgumentException if there are none, they are not in descending order, one is
   *     not finite, or the largest is not positive
   */
  public Spectrum {
    if (values.length == 0 || examples < 1) {
      throw new IllegalArgumentException(
          "A spectrum needs at least one eigenvalue and one example, but there are "
              + values.length
              + " and "
              + examples
              + ".");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i]) || i > 0 && values[i] > values[i - 1]) {
        throw new IllegalArgumentException(
            "Eigenvalues must be finite and in descending order, but number "
                + i
                + " is "
                + values[i]
                + ".");
      }
    }
    if (values[0] <= 0) {
      throw new IllegalArgumentException(
          "All eigenvalues are 0: every example has the same gradient here.");
    }
    values = values.clone();
  }

  /** The eigenvalues, largest first (a copy). */
  @Override
  public double[] values() {
    return values.clone();
  }

  /** The number d of eigenvalues, that is, of weights. */
  public int dimension() {
    return values.length;
  }

  /** λmax. */
  public double largest() {
    return values[0];
  }

  /** The smallest eigenvalue; 0 up to round-off when d ≥ N. */
  public double smallest() {
    return values[values.length - 1];
  }

  /** tr D = Σ λ. */
  public double trace() {
    double sum = 0;
    for (int i = values.length - 1; i >= 0; i--) {
      sum += values[i];
    }
    return sum;
  }

  /**
   * The paper's threshold λmax · d · epsilon.
   *
   * @param epsilon whose machine epsilon
   * @throws IllegalStateException if that lies below what the arithmetic of this D resolves
   */
  public double threshold(Precision epsilon) {
    double share = dimension() * epsilon.epsilon();
    if (share < precision.noiseFloor()) {
      throw new IllegalStateException(
          String.format(
              "The threshold %.1e lambda_max lies below the round-off of a diffusion matrix"
                  + " accumulated in %s (%.0e lambda_max): compute D in FLOAT64 for this.",
              share, precision, precision.noiseFloor()));
    }
    return largest() * share;
  }

  /**
   * The number of eigenvalues above {@link #threshold}.
   *
   * @param epsilon whose machine epsilon
   * @throws IllegalStateException as {@link #threshold}
   */
  public int rank(Precision epsilon) {
    double threshold = threshold(epsilon);
    int rank = 0;
    while (rank < values.length && values[rank] > threshold) {
      rank++;
    }
    return rank;
  }

  /** Mean and standard deviation over all d eigenvalues as they are; the mean is tr D / d. */
  public Moments raw() {
    return Moments.of(values);
  }

  /**
   * Mean and standard deviation over all d eigenvalues after raising those below the threshold to
   * it, as the paper's code prints them.
   *
   * @param epsilon whose machine epsilon
   * @throws IllegalStateException as {@link #threshold}
   */
  public Clipped clipped(Precision epsilon) {
    double threshold = threshold(epsilon);
    Moments moments =
        Moments.of(Arrays.stream(values).map(value -> Math.max(value, threshold)).toArray());
    double floor = (dimension() - rank(epsilon)) * threshold;
    return new Clipped(moments, threshold, floor / (dimension() * moments.mean()));
  }

  /** (tr D)² / tr D²: d when all eigenvalues are equal, 1 when one dominates. */
  public double participationRatio() {
    double squares = 0;
    for (int i = values.length - 1; i >= 0; i--) {
      squares += values[i] * values[i];
    }
    double trace = trace();
    return trace * trace / squares;
  }

  /** tr D / λmax. */
  public double stableRank() {
    return trace() / largest();
  }

  /**
   * The Kolmogorov distance between the distributions of log λ of two spectra: the largest
   * difference of the two shares of eigenvalues not above a value, over all values, where each
   * spectrum counts only what is above its own threshold. In 0 .. 1; logarithms of any base give
   * the same.
   *
   * @param other another spectrum; its d may differ
   * @param epsilon whose machine epsilon sets the thresholds
   * @throws IllegalStateException as {@link #threshold}
   */
  public double kolmogorovDistance(Spectrum other, Precision epsilon) {
    int n = rank(epsilon);
    int m = other.rank(epsilon);
    int i = 0;
    int j = 0;
    double distance = 0;
    while (i < n && j < m) {
      double value = Math.max(values[i], other.values[j]);
      while (i < n && values[i] == value) {
        i++;
      }
      while (j < m && other.values[j] == value) {
        j++;
      }
      distance = Math.max(distance, Math.abs((double) i / n - (double) j / m));
    }
    return distance;
  }

  /**
   * How many eigenvalues fall into each bin [edge_i, edge_{i+1}); the last bin includes its upper
   * edge, as NumPy's histogram does.
   *
   * @param edges ascending, at least two
   */
  public int[] histogram(double[] edges) {
    int[] counts = new int[edges.length - 1];
    for (double value : values) {
      if (value < edges[0] || value > edges[edges.length - 1]) {
        continue;
      }
      int found = Arrays.binarySearch(edges, value);
      int bin = found >= 0 ? found : -found - 2;
      counts[Math.min(bin, counts.length - 1)]++;
    }
    return counts;
  }

  /**
   * Mean and standard deviation over eigenvalues.
   *
   * @param mean the mean
   * @param std the standard deviation with divisor d − 1
   */
  public record Moments(double mean, double std) {
    static Moments of(double[] values) {
      double mean = Arrays.stream(values).average().orElseThrow();
      double squares = 0;
      for (double value : values) {
        squares += (value - mean) * (value - mean);
      }
      return new Moments(mean, values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1)));
    }
  }

  /**
   * Moments after clipping from below.
   *
   * @param moments mean and standard deviation over all d values
   * @param threshold what smaller values were raised to
   * @param floorShare the part of the sum (and so of the mean) that the raised values make; near 1
   *     the printed mean says nothing about D
   */
  public record Clipped(Moments moments, double threshold, double floorShare) {
    /** The clipped mean. */
    public double mean() {
      return moments.mean();
    }

    /** The clipped standard deviation, divisor d − 1. */
    public double std() {
      return moments.std();
    }
  }
}

package eddy.diffusion;

/**
 * What a printed "mean ± standard deviation, rank" of a clipped spectrum says about the spectrum
 * behind it (Chaudhari and Soatto, arXiv 1710.11029, Figs 1 and 2).
 *
 * <p>All d values v_i lie in [f L, L], where L = λmax, f = d · 2⁻²³ is the clipping share, one v_i
 * is L and d − r of them are f L. So
 *
 * <ul>
 *   <li>d · mean ≥ L (1 + (d − 1) f) bounds L from above;
 *   <li>(d − 1) std² ≤ r (L − mean)² + (d − r) mean² bounds L from below;
 *   <li>(d − 1)/d · std² ≤ (L − mean)(mean − f L), the inequality of Bhatia and Davis (Amer. Math.
 *       Monthly 107, 2000), bounds L from below and from above.
 * </ul>
 *
 * <p>The part f L / mean of the printed mean would be there whatever the spectrum is.
 *
 * @param dimension number d of eigenvalues
 * @param mean printed mean of the clipped eigenvalues
 * @param std printed standard deviation, divisor d − 1
 * @param rankFraction printed rank r / d, in (0, 1]
 */
public record PrintedSpectrum(int dimension, double mean, double std, double rankFraction) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is out of its range, or the numbers contradict each
   *     other
   */
  public PrintedSpectrum {
    if (dimension < 2 || !(mean > 0) || !(std > 0) || !(rankFraction > 0 && rankFraction <= 1)) {
      throw new IllegalArgumentException(
          "A printed spectrum needs d >= 2, a positive mean and standard deviation and a rank"
              + " fraction in (0, 1].");
    }
    double share = dimension * Precision.FLOAT32.epsilon();
    if (!(discriminant(dimension, mean, std, share) >= 0)) {
      throw new IllegalArgumentException(
          "No spectrum clipped at " + share + " lambda_max has this mean and standard deviation.");
    }
  }

  private static double discriminant(int d, double mean, double std, double share) {
    double variance = std * std * (d - 1) / d;
    return Math.pow(mean * (1 + share), 2) - 4 * share * (mean * mean + variance);
  }

  /** The clipping threshold as a share of λmax: f = d · 2⁻²³. */
  public double clippingShare() {
    return dimension * Precision.FLOAT32.epsilon();
  }

  /** The least λmax that fits the printed numbers. */
  public double lambdaMaxLower() {
    return Math.max(lowerFromRank(), bhatiaDavis(-1));
  }

  /** The largest λmax that fits the printed numbers. */
  public double lambdaMaxUpper() {
    return Math.min(upperFromMean(), bhatiaDavis(1));
  }

  /** The least part of the printed mean that is the clipping threshold. */
  public double floorShareLower() {
    return clippingShare() * lambdaMaxLower() / mean;
  }

  /** The largest part of the printed mean that is the clipping threshold. */
  public double floorShareUpper() {
    return clippingShare() * lambdaMaxUpper() / mean;
  }

  double upperFromMean() {
    return dimension * mean / (1 + (dimension - 1) * clippingShare());
  }

  double lowerFromRank() {
    double rank = rankFraction * dimension;
    double excess = (dimension - 1) * std * std - (dimension - rank) * mean * mean;
    return excess <= 0 ? mean : mean + Math.sqrt(excess / rank);
  }

  private double bhatiaDavis(int sign) {
    double share = clippingShare();
    double root = Math.sqrt(discriminant(dimension, mean, std, share));
    return (mean * (1 + share) + sign * root) / (2 * share);
  }
}

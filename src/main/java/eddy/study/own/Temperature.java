package eddy.study.own;

import eddy.diffusion.MinibatchCovariance;
import eddy.trajectory.Sampling;

/**
 * The temperature of SGD's noise, β⁻¹ = η/(2b) (Chaudhari and Soatto, arXiv 1710.11029, Lemma 2),
 * for the run that a user has: times (N − b)/(N − 1) for batches without replacement, which is what
 * Remark 12 should read in place of 1 − b/N, and divided by 1 − μ for heavy ball with momentum μ,
 * which holds as long as η k is far below (1 − μ)² for every curvature k.
 *
 * @param rate learning rate η, positive
 * @param batch batch size b, 1 .. N
 * @param momentum μ of heavy ball or Nesterov, 0 for none, in [0, 1)
 * @param examples N
 * @param sampling how batches are drawn
 */
public record Temperature(
    double rate, int batch, double momentum, int examples, Sampling sampling) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException with one sentence, if one is out of its range
   */
  public Temperature {
    if (!(rate > 0 && Double.isFinite(rate))) {
      throw new IllegalArgumentException("A learning rate is positive, not " + rate + ".");
    }
    if (batch < 1 || batch > examples) {
      throw new IllegalArgumentException(
          "A batch holds between 1 example and all %d, not %d.".formatted(examples, batch));
    }
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException(
          "Momentum is at least 0 and below 1, not " + momentum + ".");
    }
  }

  /** (N − b)/(N − 1) for batches without replacement or reshuffled ones, 1 with replacement. */
  public double finitePopulationFactor() {
    return batch * noiseOfBatch(batch);
  }

  /** β⁻¹ with both factors. */
  public double value() {
    return rate * noiseOfBatch(batch) / (2 * (1 - momentum));
  }

  /** η/(2b), as the paper has it. */
  public double printed() {
    return rate / (2 * batch);
  }

  /** What Cov g_b is in units of D, for a batch of another size drawn in the same way. */
  double noiseOfBatch(int size) {
    return sampling == Sampling.WITH_REPLACEMENT
        ? MinibatchCovariance.withReplacementFactor(size)
        : MinibatchCovariance.withoutReplacementFactor(examples, size);
  }

  /** What this number does not tell, in a sentence; empty for batches with replacement. */
  public String caveat() {
    return switch (sampling) {
      case WITH_REPLACEMENT -> "";
      case WITHOUT_REPLACEMENT ->
          "Each batch is a subset of its own, so the noise is (N - b)/(N - 1) of that with"
              + " replacement.";
      case RESHUFFLED ->
          "The noises of an epoch's batches sum to zero at fixed weights, so over times longer than"
              + " an epoch the noise is much weaker than this temperature says.";
    };
  }
}

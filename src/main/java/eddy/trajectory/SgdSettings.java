package eddy.trajectory;

/**
 * What defines a run of SGD besides the problem and its starting point. The inverse temperature of
 * the noise is β⁻¹ = η/(2b).
 *
 * @param learningRate η by epoch
 * @param momentum plain, heavy ball or Nesterov
 * @param batchSize b, at least 1
 * @param sampling how batches are drawn
 * @param l2 coefficient of ½ l2 |x|² in the loss, on all weights, not negative
 * @param seed of sampling and dropout
 * @param epochs how long, not negative
 */
public record SgdSettings(
    LearningRate learningRate,
    Momentum momentum,
    int batchSize,
    Sampling sampling,
    double l2,
    long seed,
    int epochs) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public SgdSettings {
    if (batchSize < 1) {
      throw new IllegalArgumentException(
          "A batch holds at least one example, but b = " + batchSize + " was asked for.");
    }
    if (!(l2 >= 0 && Double.isFinite(l2))) {
      throw new IllegalArgumentException("The L2 coefficient cannot be " + l2 + ".");
    }
    if (epochs < 0) {
      throw new IllegalArgumentException("A run cannot last " + epochs + " epochs.");
    }
  }

  /** These settings with another learning rate. */
  public SgdSettings withLearningRate(LearningRate other) {
    return new SgdSettings(other, momentum, batchSize, sampling, l2, seed, epochs);
  }

  /** These settings with another momentum. */
  public SgdSettings withMomentum(Momentum other) {
    return new SgdSettings(learningRate, other, batchSize, sampling, l2, seed, epochs);
  }

  /** These settings with another batch size. */
  public SgdSettings withBatchSize(int other) {
    return new SgdSettings(learningRate, momentum, other, sampling, l2, seed, epochs);
  }

  /** These settings with another sampling. */
  public SgdSettings withSampling(Sampling other) {
    return new SgdSettings(learningRate, momentum, batchSize, other, l2, seed, epochs);
  }

  /** These settings with another L2 coefficient. */
  public SgdSettings withL2(double other) {
    return new SgdSettings(learningRate, momentum, batchSize, sampling, other, seed, epochs);
  }

  /** These settings with another seed. */
  public SgdSettings withSeed(long other) {
    return new SgdSettings(learningRate, momentum, batchSize, sampling, l2, other, epochs);
  }

  /** These settings with another length; a shorter run is the beginning of a longer one. */
  public SgdSettings withEpochs(int other) {
    return new SgdSettings(learningRate, momentum, batchSize, sampling, l2, seed, other);
  }

  /** All but the length, in one line: runs with the same line share their path. */
  public String describe() {
    return "learningRate="
        + learningRate
        + ", momentum="
        + momentum
        + ", batchSize="
        + batchSize
        + ", sampling="
        + sampling
        + ", l2="
        + l2
        + ", seed="
        + seed;
  }
}

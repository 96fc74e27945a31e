package eddy.trajectory;

/**
 * How mini-batches are drawn from N examples. An epoch is ceil(N / b) steps under each of them. The
 * covariance of the batch gradient at fixed weights is given with the diffusion matrix D.
 */
public enum Sampling {
  /** Each example of a batch is drawn from all N, independently: covariance D / b. */
  WITH_REPLACEMENT,
  /**
   * Each batch is a uniformly random subset, independent of the other batches: covariance (N −
   * b)/(N − 1) · D / b.
   */
  WITHOUT_REPLACEMENT,
  /**
   * Each epoch walks through a new random order of all examples; the last batch is shorter when b
   * does not divide N. One batch has the covariance of {@link #WITHOUT_REPLACEMENT}, but those of
   * an epoch sum to the full gradient, so their noises are anti-correlated.
   */
  RESHUFFLED
}

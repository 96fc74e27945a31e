package eddy.spectral;

/**
 * How circulation is tested.
 *
 * @param nullModel where the p-value comes from
 * @param lag of the lagged covariance, in snapshots, at least 1
 * @param surrogates how many surrogates or sign patterns are drawn, at least 19; the smallest
 *     p-value is 1/(surrogates + 1)
 * @param blockLength snapshots of a block; 0: 20 decorrelation lags, at least 100, but at most a
 *     tenth of the series
 * @param smoothing how many frequencies to each side the cross-spectral matrix is averaged over, at
 *     least 2
 * @param seed of the surrogates
 */
public record CirculationSettings(
    ReversibleNull nullModel, int lag, int surrogates, int blockLength, int smoothing, long seed) {
  /** Refuses what is out of range. */
  public CirculationSettings {
    if (lag < 1 || surrogates < 19 || blockLength < 0 || smoothing < 2) {
      throw new IllegalArgumentException(
          "A circulation test needs a lag of at least 1, 19 surrogates or more, a block length of"
              + " at least 0 and a smoothing of at least 2, not "
              + lag
              + ", "
              + surrogates
              + ", "
              + blockLength
              + " and "
              + smoothing
              + ".");
    }
  }

  /**
   * Lag 1, 999 surrogates, blocks of 20 decorrelation lags, smoothing over 2 x 7 + 1 frequencies.
   */
  public static CirculationSettings of(ReversibleNull nullModel) {
    return new CirculationSettings(nullModel, 1, 999, 0, 7, 1);
  }

  /** The same with another lag. */
  public CirculationSettings withLag(int snapshots) {
    return new CirculationSettings(nullModel, snapshots, surrogates, blockLength, smoothing, seed);
  }

  /** The same with another number of surrogates. */
  public CirculationSettings withSurrogates(int count) {
    return new CirculationSettings(nullModel, lag, count, blockLength, smoothing, seed);
  }

  /** The same with other blocks. */
  public CirculationSettings withBlockLength(int snapshots) {
    return new CirculationSettings(nullModel, lag, surrogates, snapshots, smoothing, seed);
  }

  /** The same with another smoothing. */
  public CirculationSettings withSmoothing(int frequencies) {
    return new CirculationSettings(nullModel, lag, surrogates, blockLength, frequencies, seed);
  }

  /** The same with another seed. */
  public CirculationSettings withSeed(long other) {
    return new CirculationSettings(nullModel, lag, surrogates, blockLength, smoothing, other);
  }
}

package eddy.study.longrun;

import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * How often a test rejected in simulated runs: its power where the hypothesis is false, its size
 * where it is true.
 *
 * @param rejected in how many runs
 * @param runs how many were simulated, at least 1
 */
public record Rejections(int rejected, int runs) {
  private static final double TAIL = 0.025;

  /**
   * @throws IllegalArgumentException if there are no runs, or more rejections than runs
   */
  public Rejections {
    if (runs < 1 || rejected < 0 || rejected > runs) {
      throw new IllegalArgumentException(
          "A test cannot reject " + rejected + " of " + runs + " runs.");
    }
  }

  /** The part of the runs. */
  public double rate() {
    return (double) rejected / runs;
  }

  /**
   * Lower end of the exact 95 % interval of the rate (Clopper and Pearson, Biometrika 26, 1934).
   */
  public double low() {
    return rejected == 0
        ? 0
        : new BetaDistribution(null, rejected, runs - rejected + 1)
            .inverseCumulativeProbability(TAIL);
  }

  /** Upper end of the same interval. */
  public double high() {
    return rejected == runs
        ? 1
        : new BetaDistribution(null, rejected + 1, runs - rejected)
            .inverseCumulativeProbability(1 - TAIL);
  }
}

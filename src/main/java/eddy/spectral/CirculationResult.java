package eddy.spectral;

import java.util.List;

/**
 * What a circulation test found.
 *
 * @param statistic T = |(K - K^T)/2|_F of the series
 * @param pValue (1 + surrogates with a T at least as large)/(1 + surrogates)
 * @param surrogates T of each surrogate
 * @param decorrelationLag the largest over the modes, in snapshots; the length of the series if a
 *     mode never decorrelates
 * @param blockLength snapshots of a block, where blocks were used
 * @param warnings one sentence for each condition of the test that the series do not meet; with a
 *     warning the p-value may be wrong
 */
public record CirculationResult(
    double statistic,
    double pValue,
    double[] surrogates,
    int decorrelationLag,
    int blockLength,
    List<String> warnings) {

  /** Whether the p-value is at most the level. */
  public boolean rejects(double level) {
    return pValue <= level;
  }

  /** T divided by the mean T of the surrogates: how far the statistic stands out. */
  public double excess() {
    double sum = 0;
    for (double s : surrogates) {
      sum += s / surrogates.length;
    }
    return statistic / sum;
  }
}

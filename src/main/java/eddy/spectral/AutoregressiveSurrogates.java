package eddy.spectral;

import eddy.run.RandomStream;
import java.util.SplittableRandom;

/** Independent autoregressions in the eigenbasis of the symmetrised K(1). */
final class AutoregressiveSurrogates implements Surrogates {
  private final double[] correlations;
  private final int length;
  private final int lag;

  AutoregressiveSurrogates(LaggedCovariance.Modes modes, int length, int lag) {
    this.correlations = modes.correlations();
    this.length = length;
    this.lag = lag;
  }

  /** T does not depend on the basis, so the modes need not be turned back. */
  @Override
  public double draw(RandomStream stream) {
    SplittableRandom noise = new SplittableRandom(stream.nextLong());
    double[][] z = new double[correlations.length][length];
    for (int i = 0; i < z.length; i++) {
      double a = Math.max(-1, Math.min(1, correlations[i]));
      double deviation = Math.sqrt(1 - a * a);
      double[] x = z[i];
      x[0] = noise.nextGaussian();
      for (int t = 1; t < length; t++) {
        x[t] = a * x[t - 1] + deviation * noise.nextGaussian();
      }
    }
    return LaggedCovariance.of(z, lag).statistic();
  }
}

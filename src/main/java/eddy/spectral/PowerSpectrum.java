package eddy.spectral;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * A one-sided power spectrum: the integral of the density over the frequencies from 0 to the
 * Nyquist frequency is the variance. The two-sided density S(omega), whose integral over domega/(2
 * pi) from -pi/dt to pi/dt is the variance, is half of it at omega = 2 pi f.
 *
 * @param frequency cycles per unit of time, ascending from 0
 * @param density squared unit of the series, per unit of frequency
 * @param segments how many segments were averaged
 * @param degreesOfFreedom of the chi-squared law that density/true density times this number
 *     follows, where the spectrum is flat over the width of the window
 */
public record PowerSpectrum(
    double[] frequency, double[] density, int segments, double degreesOfFreedom) {

  /** The sum of density times bin width: the variance that the spectrum accounts for. */
  public double variance() {
    double sum = 0;
    for (double d : density) {
      sum += d;
    }
    return sum * frequency[1];
  }

  /**
   * The factors between which the true density lies, as parts of the estimate: true density in
   * [density * f[0], density * f[1]] at the given level, frequency by frequency.
   *
   * @param level between 0 and 1, for instance 0.95
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public double[] interval(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "A confidence level lies between 0 and 1, not " + level + ".");
    }
    ChiSquaredDistribution law = new ChiSquaredDistribution(degreesOfFreedom);
    return new double[] {
      degreesOfFreedom / law.inverseCumulativeProbability((1 + level) / 2),
      degreesOfFreedom / law.inverseCumulativeProbability((1 - level) / 2)
    };
  }
}

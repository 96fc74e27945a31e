package eddy.spectral;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How far a sample autocorrelation of n values may lie from the true one. The authors' bands
 * ({@link #white}) are for independent values: drawn around a strongly correlated series they say
 * nothing. The others are Bartlett's (M. S. Bartlett, J. Roy. Statist. Soc. Suppl. 8, 1946).
 */
public final class AutocorrelationBand {
  private AutocorrelationBand() {}

  /**
   * z/sqrt(n), with the two-sided normal quantile z: 1.96 at level 0.95, 2.58 at 0.99. For
   * independent values only.
   *
   * @param n number of values
   * @param level between 0 and 1
   */
  public static double white(int n, double level) {
    return quantile(level) / Math.sqrt(n);
  }

  /**
   * z sqrt((1 + 2 sum_{k=1}^{h-1} r_k^2)/n) at each lag h: the band of a series whose
   * autocorrelation ends before lag h, so the hypothesis tested at h is "no correlation from h on".
   *
   * @param r autocorrelation from lag 0 on
   * @param n number of values
   * @param level between 0 and 1
   * @return half width at each lag; 0 at lag 0
   */
  public static double[] endsBefore(double[] r, int n, double level) {
    double z = quantile(level);
    double[] width = new double[r.length];
    double sum = 1;
    for (int h = 1; h < r.length; h++) {
      width[h] = z * Math.sqrt(sum / n);
      sum += 2 * r[h] * r[h];
    }
    return width;
  }

  /**
   * z sqrt(var r_h) around a model's autocorrelation, with var r_h = (1/n) sum_{k >= 1} (rho_{k+h}
   * + rho_{k-h} - 2 rho_h rho_k)^2: the band of a linear process with just this autocorrelation.
   *
   * @param rho the model's autocorrelation from lag 0 on, taken as 0 after its end; an estimate
   *     must be cut where it becomes noise
   * @param h lag, not negative
   * @param n number of values
   * @param level between 0 and 1
   */
  public static double linearProcess(double[] rho, int h, int n, double level) {
    double sum = 0;
    for (int k = 1; k < rho.length + h; k++) {
      double term = at(rho, k + h) + at(rho, Math.abs(k - h)) - 2 * at(rho, h) * at(rho, k);
      sum += term * term;
    }
    return quantile(level) * Math.sqrt(sum / n);
  }

  private static double at(double[] rho, int k) {
    return k < rho.length ? rho[k] : 0;
  }

  private static double quantile(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "A confidence level lies between 0 and 1, not " + level + ".");
    }
    return new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
  }
}

package eddy.spectral;

/**
 * The integrated correlation time tau = 1 + 2 sum_{h >= 1} rho_h of a series: its mean over n
 * values has the variance of n/tau independent ones. The sum must stop before it collects only
 * noise.
 *
 * @param time tau in snapshots; 1 for independent values, (1 + a)/(1 - a) for x' = a x + noise
 * @param window the last lag that is summed
 * @param error standard error time sqrt(2 (2 window + 1)/n) (N. Madras and A. D. Sokal, J. Statist.
 *     Phys. 50, 1988)
 */
public record CorrelationTime(double time, int window, double error) {

  /**
   * Sums to the smallest window M with M >= c tau(M) (A. D. Sokal, "Monte Carlo methods in
   * statistical mechanics", 1997; his tau is half of this one, so his c is twice this one).
   *
   * @param r sample autocorrelation from lag 0 on ({@link Autocorrelation#of}), all n lags
   * @param c 5 is usual
   */
  public static CorrelationTime sokal(double[] r, double c) {
    double tau = 1;
    int m = 0;
    while (m + 1 < r.length && m < c * tau) {
      m++;
      tau += 2 * r[m];
    }
    return of(tau, m, r.length);
  }

  /**
   * Sums pairs r_{2m} + r_{2m+1} as long as they are positive, none taken larger than the one
   * before: the initial monotone sequence of reversible chains (C. J. Geyer, Statist. Sci. 7,
   * 1992).
   *
   * @param r sample autocorrelation from lag 0 on, all n lags
   */
  public static CorrelationTime geyer(double[] r) {
    double tau = -1;
    double before = Double.POSITIVE_INFINITY;
    int m = 0;
    while (m + 1 < r.length && r[m] + r[m + 1] > 0) {
      before = Math.min(before, r[m] + r[m + 1]);
      tau += 2 * before;
      m += 2;
    }
    return of(tau, Math.max(0, m - 1), r.length);
  }

  private static CorrelationTime of(double tau, int window, int n) {
    return new CorrelationTime(tau, window, Math.abs(tau) * Math.sqrt(2.0 * (2 * window + 1) / n));
  }

  /**
   * The decorrelation lag: the first lag at which the autocorrelation is below 1/e; -1 if none is.
   * Unlike the integrated time it cannot vanish for a series whose correlations cancel, such as one
   * from which a moving average was subtracted.
   *
   * @param r autocorrelation from lag 0 on
   */
  public static int decorrelationLag(double[] r) {
    for (int h = 1; h < r.length; h++) {
      if (r[h] < Math.exp(-1)) {
        return h;
      }
    }
    return -1;
  }
}

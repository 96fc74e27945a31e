package eddy.spectral;

import eddy.run.RandomStream;

/**
 * The stationary autoregression x' = a x + e of order one: what an Ornstein-Uhlenbeck process of
 * relaxation rate k is when seen at steps dt (a = e^(-k dt)), and time-reversible as every
 * stationary Gaussian series of one dimension. Spectra are two-sided: their integral over domega/(2
 * pi) from -pi to pi is the variance.
 *
 * @param a between -1 and 1
 * @param innovation variance s^2 of e, not negative
 */
public record Ar1(double a, double innovation) {
  /** Refuses a series that would not be stationary. */
  public Ar1 {
    if (!(Math.abs(a) < 1) || !(innovation >= 0 && innovation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "A stationary autoregression needs |a| < 1 and a variance of at least 0, not "
              + a
              + " and "
              + innovation
              + ".");
    }
  }

  /**
   * The one with given lag-1 correlation and variance.
   *
   * @param a between -1 and 1
   * @param variance of x
   */
  public static Ar1 ofVariance(double a, double variance) {
    return new Ar1(a, variance * (1 - a * a));
  }

  /**
   * The one with variance and biased lag-1 autocorrelation of a series.
   *
   * @param x at least 2 values, not all equal
   * @throws IllegalArgumentException if they are all equal
   */
  public static Ar1 fit(double[] x) {
    double mean = 0;
    for (double v : x) {
      mean += v / x.length;
    }
    double square = 0;
    double product = 0;
    for (int t = 0; t < x.length; t++) {
      square += (x[t] - mean) * (x[t] - mean);
      product += t == 0 ? 0 : (x[t] - mean) * (x[t - 1] - mean);
    }
    if (!(square > 0)) {
      throw new IllegalArgumentException("A constant series has no autoregression: leave it out.");
    }
    return ofVariance(product / square, square / x.length);
  }

  /** Variance s^2/(1 - a^2) of x. */
  public double variance() {
    return innovation / (1 - a * a);
  }

  /** Correlation -(1 - a)/2 of neighbouring increments. */
  public double incrementCorrelation() {
    return -(1 - a) / 2;
  }

  /**
   * The spectrum s^2/|e^(i omega) - a|^2.
   *
   * @param omega radians per step
   */
  public double density(double omega) {
    return innovation / (1 - 2 * a * Math.cos(omega) + a * a);
  }

  /**
   * The spectrum s^2 |e^(i omega) - 1|^2/|e^(i omega) - a|^2 of the increments: it rises as omega^2
   * up to the relaxation rate and is flat above, so a reversible series has "coloured" increments.
   *
   * @param omega radians per step
   */
  public double incrementDensity(double omega) {
    double half = Math.sin(omega / 2);
    return density(omega) * 4 * half * half;
  }

  /**
   * A stationary path.
   *
   * @param n number of values
   * @param noise where the innovations come from
   */
  public double[] path(int n, RandomStream noise) {
    double[] x = new double[n];
    double deviation = Math.sqrt(innovation);
    for (int t = 0; t < n; t++) {
      x[t] =
          t == 0
              ? Math.sqrt(variance()) * noise.nextGaussian()
              : a * x[t - 1] + deviation * noise.nextGaussian();
    }
    return x;
  }
}

package eddy.spectral;

/**
 * A window of n weights, in its periodic form (the next value would repeat the first), which is
 * what spectra want; the same as {@code scipy.signal.get_window}.
 */
public enum Window {
  /** 1: the best resolution, and leakage that falls only as 1/distance^2. */
  RECTANGULAR(1, 0, 0),
  /** 1/2 - cos(2 pi t/n)/2. */
  HANN(0.5, 0.5, 0),
  /** 0.54 - 0.46 cos(2 pi t/n). */
  HAMMING(0.54, 0.46, 0),
  /** 0.42 - cos(2 pi t/n)/2 + 0.08 cos(4 pi t/n): for spectra that span many decades. */
  BLACKMAN(0.42, 0.5, 0.08);

  private final double a0;
  private final double a1;
  private final double a2;

  Window(double a0, double a1, double a2) {
    this.a0 = a0;
    this.a1 = a1;
    this.a2 = a2;
  }

  /**
   * The weights.
   *
   * @param n at least 1
   */
  public double[] values(int n) {
    double[] w = new double[n];
    for (int t = 0; t < n; t++) {
      double angle = 2 * Math.PI * t / n;
      w[t] = n == 1 ? 1 : a0 - a1 * Math.cos(angle) + a2 * Math.cos(2 * angle);
    }
    return w;
  }
}

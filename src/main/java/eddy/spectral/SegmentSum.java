package eddy.spectral;

/** The mean over the segments of Welch's method. One object serves one thread. */
final class SegmentSum {
  private final Welch settings;
  private final RealFft fft;
  private final double[] window;
  private final double scale;
  private final double[] first;
  private final double[] second;

  SegmentSum(Welch settings) {
    this.settings = settings;
    this.fft = new RealFft(settings.segment());
    this.window = settings.window().values(settings.segment());
    double norm = 0;
    for (double w : window) {
      norm += w * w;
    }
    this.scale = settings.dt() / norm;
    this.first = new double[settings.segment()];
    this.second = new double[settings.segment()];
  }

  /** The one-sided density of a series. */
  double[] density(double[] x) {
    int count = settings.segments(x.length);
    double[] sum = new double[fft.frequencies()];
    for (int s = 0; s < count; s++) {
      transform(x, s, first);
      for (int k = 0; k < sum.length; k++) {
        sum[k] += fft.power(first, k);
      }
    }
    return scaled(sum, count);
  }

  /** Real and imaginary part of the one-sided mean of conj(X) Y. */
  double[][] cross(double[] x, double[] y) {
    int count = settings.segments(x.length);
    double[][] sum = new double[2][fft.frequencies()];
    for (int s = 0; s < count; s++) {
      transform(x, s, first);
      transform(y, s, second);
      for (int k = 0; k < fft.frequencies(); k++) {
        double a = fft.real(first, k);
        double b = fft.imaginary(first, k);
        double c = fft.real(second, k);
        double d = fft.imaginary(second, k);
        sum[0][k] += a * c + b * d;
        sum[1][k] += a * d - b * c;
      }
    }
    return new double[][] {scaled(sum[0], count), scaled(sum[1], count)};
  }

  private void transform(double[] x, int s, double[] out) {
    int n = settings.segment();
    System.arraycopy(x, s * (n - settings.overlap()), out, 0, n);
    settings.trend().subtract(out, n);
    for (int t = 0; t < n; t++) {
      out[t] *= window[t];
    }
    fft.forward(out);
  }

  private double[] scaled(double[] sum, int count) {
    for (int k = 0; k < sum.length; k++) {
      boolean twice = k != 0 && 2 * k != settings.segment();
      sum[k] *= (twice ? 2 : 1) * scale / count;
    }
    return sum;
  }
}

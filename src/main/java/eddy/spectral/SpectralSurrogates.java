package eddy.spectral;

import eddy.run.RandomStream;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Gaussian series whose cross-spectral matrix at each frequency is the real part of the data's,
 * averaged over neighbouring frequencies. T needs only sums over frequencies, so the twins stay in
 * Fourier space: S = (2/n^2) sum Re X X*, and the antisymmetric part of C is -(2/n^2) sum sin(omega
 * lag) Im X X*.
 *
 * <p>The mean over N/2 complex values has N real degrees of freedom, and its 2 x 2 minors, which
 * give T, are too small by the factor 1 - 1/N on average; T is divided by the root of it.
 */
final class SpectralSurrogates implements Surrogates {
  private final int size;
  private final int length;
  private final int lag;
  private final double[][] roots;
  private final double[] sines;
  private final double correction;

  SpectralSurrogates(double[][] x, LaggedCovariance covariance, int smoothing) {
    this.size = x.length;
    this.length = x[0].length;
    this.lag = covariance.lag();
    this.correction = 1 / Math.sqrt(1 - 1.0 / (2 * (2 * smoothing + 1)));
    double[][] y = MovingAverage.subtract(x, 0);
    RealFft fft = new RealFft(length);
    for (double[] series : y) {
      fft.forward(series);
    }
    double[] scale = new double[size];
    Arrays.setAll(scale, i -> 1 / (length * Math.sqrt(covariance.covariance()[i * size + i])));
    double[][] products = new double[fft.frequencies()][size * size];
    for (int f = 1; f < products.length; f++) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          products[f][i * size + j] =
              scale[i]
                  * scale[j]
                  * (fft.real(y[i], f) * fft.real(y[j], f)
                      + fft.imaginary(y[i], f) * fft.imaginary(y[j], f));
        }
      }
    }
    this.roots = smoothedRoots(products, (length - 1) / 2, smoothing);
    this.sines = new double[roots.length];
    Arrays.setAll(sines, f -> Math.sin(2 * Math.PI * ((long) f * lag % length) / length));
  }

  /** Cholesky factors of the running means over 2 m + 1 frequencies of 1 .. last, mirrored. */
  private double[][] smoothedRoots(double[][] products, int last, int m) {
    double[][] result = new double[last + 1][];
    for (int f = 1; f <= last; f++) {
      double[] mean = new double[size * size];
      for (int g = f - m; g <= f + m; g++) {
        int inside = Math.max(1, Math.min(last, g < 1 ? 1 - g : g > last ? 2 * last + 1 - g : g));
        for (int i = 0; i < mean.length; i++) {
          mean[i] += products[inside][i] / (2 * m + 1);
        }
      }
      result[f] = root(mean);
    }
    return result;
  }

  /** The lower Cholesky factor; a direction without power stays without. */
  private double[] root(double[] c) {
    double[] l = new double[size * size];
    for (int j = 0; j < size; j++) {
      double pivot = c[j * size + j];
      for (int m = 0; m < j; m++) {
        pivot -= l[j * size + m] * l[j * size + m];
      }
      double diagonal = pivot > 1e-14 * c[j * size + j] ? Math.sqrt(pivot) : 0;
      l[j * size + j] = diagonal;
      for (int i = j + 1; i < size; i++) {
        double sum = c[i * size + j];
        for (int m = 0; m < j; m++) {
          sum -= l[i * size + m] * l[j * size + m];
        }
        l[i * size + j] = diagonal == 0 ? 0 : sum / diagonal;
      }
    }
    return l;
  }

  @Override
  public double draw(RandomStream stream) {
    SplittableRandom noise = new SplittableRandom(stream.nextLong());
    double[] s = new double[size * size];
    double[] c = new double[size * size];
    double[] g = new double[2 * size];
    double[] re = new double[size];
    double[] im = new double[size];
    for (int f = 1; f < roots.length; f++) {
      double[] l = roots[f];
      for (int i = 0; i < g.length; i++) {
        g[i] = noise.nextGaussian();
      }
      double sine = sines[f];
      for (int i = 0; i < size; i++) {
        re[i] = 0;
        im[i] = 0;
        for (int m = 0; m <= i; m++) {
          re[i] += l[i * size + m] * g[m];
          im[i] += l[i * size + m] * g[size + m];
        }
        for (int j = 0; j <= i; j++) {
          s[i * size + j] += re[i] * re[j] + im[i] * im[j];
          c[i * size + j] += sine * (im[i] * re[j] - re[i] * im[j]);
        }
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        s[j * size + i] = s[i * size + j];
        c[j * size + i] = -c[i * size + j];
      }
    }
    return correction * new LaggedCovariance(size, lag, s, c).statistic();
  }
}

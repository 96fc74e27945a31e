package eddy.spectral;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Covariance S and lagged covariance C of some series, C = (1/n) sum_t x_{t+lag} x_t^T about the
 * means, and the statistic of broken time reversal
 *
 * <pre>  T = | (K - K^T)/2 |_F,   K = S^-1/2 C S^-1/2,</pre>
 *
 * <p>which vanishes for infinitely long reversible series and is the same for every invertible
 * linear change of the series. n - lag products are summed and divided by n.
 *
 * @param size number k of series
 * @param lag in snapshots
 * @param covariance S, k x k, row-major
 * @param lagged C, k x k, row-major; row: the later one
 */
record LaggedCovariance(int size, int lag, double[] covariance, double[] lagged) {

  static LaggedCovariance of(double[][] x, int lag) {
    int k = x.length;
    int n = x[0].length;
    double[][] y = MovingAverage.subtract(x, 0);
    double[] s = new double[k * k];
    double[] c = new double[k * k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double sum = 0;
        for (int t = 0; t + lag < n; t++) {
          sum += y[i][t + lag] * y[j][t];
        }
        c[i * k + j] = sum / n;
        s[i * k + j] = j < i ? s[j * k + i] : product(y[i], y[j]) / n;
      }
    }
    return new LaggedCovariance(k, lag, s, c);
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += a[t] * b[t];
    }
    return sum;
  }

  /**
   * W with W S W^T = I: the inverse of the Cholesky factor of S.
   *
   * @throws IllegalArgumentException if the series are linearly dependent
   */
  double[] whitening() {
    int k = size;
    double[] l = new double[k * k];
    double[] w = new double[k * k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = covariance[i * k + j];
        for (int m = 0; m < j; m++) {
          sum -= l[i * k + m] * l[j * k + m];
        }
        if (i == j && !(sum > 1e-12 * covariance[i * k + i])) {
          throw new IllegalArgumentException(
              "Series "
                  + i
                  + " is constant, not a number, or a combination of those before it:"
                  + " leave it out.");
        }
        l[i * k + j] = i == j ? Math.sqrt(sum) : sum / l[j * k + j];
      }
    }
    for (int j = 0; j < k; j++) {
      for (int i = j; i < k; i++) {
        double sum = i == j ? 1 : 0;
        for (int m = j; m < i; m++) {
          sum -= l[i * k + m] * w[m * k + j];
        }
        w[i * k + j] = sum / l[i * k + i];
      }
    }
    return w;
  }

  /** K = W C W^T with the {@link #whitening} W. */
  double[] correlation() {
    return congruence(whitening(), lagged, size);
  }

  /** T. */
  double statistic() {
    return antisymmetric(correlation(), size);
  }

  /** |(M - M^T)/2|_F. */
  static double antisymmetric(double[] m, int k) {
    double sum = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        double half = (m[i * k + j] - m[j * k + i]) / 2;
        sum += 2 * half * half;
      }
    }
    return Math.sqrt(sum);
  }

  /** W M W^T. */
  static double[] congruence(double[] w, double[] m, int k) {
    double[] half = new double[k * k];
    double[] result = new double[k * k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        for (int a = 0; a < k; a++) {
          half[i * k + j] += w[i * k + a] * m[a * k + j];
        }
      }
    }
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        for (int a = 0; a < k; a++) {
          result[i * k + j] += half[i * k + a] * w[j * k + a];
        }
      }
    }
    return result;
  }

  /** The eigenvalues of the symmetric part of K, and the map from the series to its eigenbasis. */
  Modes modes() {
    int k = size;
    double[] m = correlation();
    double[][] symmetric = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        symmetric[i][j] = (m[i * k + j] + m[j * k + i]) / 2;
      }
    }
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(symmetric, false));
    double[] w = whitening();
    double[][] map = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        for (int a = 0; a < k; a++) {
          map[i][j] += eigen.getEigenvector(i).getEntry(a) * w[a * k + j];
        }
      }
    }
    return new Modes(eigen.getRealEigenvalues(), map);
  }

  /**
   * Uncorrelated modes of unit variance.
   *
   * @param correlations lag-1 (or lag-h) correlation of each
   * @param map row i gives mode i from the series
   */
  record Modes(double[] correlations, double[][] map) {
    double[][] of(double[][] x) {
      double[][] modes = new double[map.length][x[0].length];
      for (int i = 0; i < map.length; i++) {
        for (int j = 0; j < x.length; j++) {
          for (int t = 0; t < modes[i].length; t++) {
            modes[i][t] += map[i][j] * x[j][t];
          }
        }
      }
      return modes;
    }
  }
}

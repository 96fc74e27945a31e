package eddy.spectral;

import eddy.linalg.Lyapunov;
import eddy.run.RandomStream;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The stationary process x' = M x + e with Gaussian e of covariance R: SGD without momentum on a
 * quadratic loss, or an Ornstein-Uhlenbeck process at steps. It is reversible if and only if M S =
 * S M^T with the stationary covariance S.
 *
 * @param size number k of series
 * @param m M, k x k, row-major, all eigenvalues inside the unit circle
 * @param noise R, k x k, row-major, positive definite
 */
public record VectorAutoregression(int size, double[] m, double[] noise) {

  /**
   * SGD x' = x - eta (F x + xi) with Cov(xi) = C: M = I - eta F, R = eta^2 C.
   *
   * @param size k
   * @param hessian F, k x k, row-major
   * @param gradientNoise C = D/b, k x k, row-major
   * @param eta learning rate
   */
  public static VectorAutoregression sgd(
      int size, double[] hessian, double[] gradientNoise, double eta) {
    double[] m = new double[size * size];
    double[] r = new double[size * size];
    for (int i = 0; i < m.length; i++) {
      m[i] = (i % (size + 1) == 0 ? 1 : 0) - eta * hessian[i];
      r[i] = eta * eta * gradientNoise[i];
    }
    return new VectorAutoregression(size, m, r);
  }

  /**
   * The reversible process with the same stationary covariance S and nearly the same noise: Eq. (7)
   * of Chaudhari and Soatto (2018) for a quadratic potential, dx = -D S^-1 x dt + sqrt(2 D) dW,
   * exactly at unit steps, with D = R/2.
   */
  public VectorAutoregression reversibleTwin() {
    RealMatrix s = matrix(stationaryCovariance());
    RealMatrix l = new CholeskyDecomposition(s, 1e-10, 0).getL();
    RealMatrix w = inverse(l);
    RealMatrix half = w.multiply(matrix(noise)).multiply(w.transpose()).scalarMultiply(0.5);
    EigenDecomposition modes =
        new EigenDecomposition(half.add(half.transpose()).scalarMultiply(.5));
    RealMatrix decay = modes.getD().copy();
    for (int i = 0; i < size; i++) {
      decay.setEntry(i, i, Math.exp(-decay.getEntry(i, i)));
    }
    RealMatrix k = modes.getV().multiply(decay).multiply(modes.getVT());
    RealMatrix twin = l.multiply(k).multiply(w);
    RealMatrix r = s.subtract(twin.multiply(s).multiply(twin.transpose()));
    return new VectorAutoregression(
        size, flat(twin), flat(r.add(r.transpose()).scalarMultiply(.5)));
  }

  /**
   * The least-squares fit M = C(1) S^-1, R = S - M S M^T of some series; its lag-1 covariance is
   * theirs.
   *
   * @param x {@code x[i][t]}, one length
   * @throws IllegalArgumentException if they are linearly dependent
   */
  public static VectorAutoregression fit(double[][] x) {
    LaggedCovariance c = LaggedCovariance.of(x, 1);
    int k = x.length;
    c.whitening();
    RealMatrix s = matrix(c.covariance());
    RealMatrix m = matrix(c.lagged()).multiply(inverse(s));
    RealMatrix r = s.subtract(m.multiply(s).multiply(m.transpose()));
    return new VectorAutoregression(k, flat(m), flat(r.add(r.transpose()).scalarMultiply(.5)));
  }

  /**
   * S = M S M^T + R.
   *
   * @return k x k, row-major
   */
  public double[] stationaryCovariance() {
    return Lyapunov.discrete(size, m, noise);
  }

  /**
   * The area that the stationary process sweeps per step, (S M^T - M S)/2; positive (i, j) is a
   * turn from axis i to axis j.
   *
   * @return antisymmetric, k x k, row-major
   */
  public double[] areaPerStep() {
    RealMatrix ms = matrix(m).multiply(matrix(stationaryCovariance()));
    return flat(ms.transpose().subtract(ms).scalarMultiply(0.5));
  }

  /**
   * Entropy production per step, the Kullback-Leibler divergence of (x_t, x_{t+1}) from (x_{t+1},
   * x_t): tr(J_back^-1 J)/2 - k with J = [[S, S M^T], [M S, S]] and J_back = [[S, M S], [S M^T,
   * S]]. For an Ornstein-Uhlenbeck process at small steps dt this is dt tr(Q^T D^-1 Q U); at longer
   * steps it is less.
   */
  public double entropyProduction() {
    double[] s = stationaryCovariance();
    return divergence(size, s, flat(matrix(m).multiply(matrix(s))));
  }

  /** tr(J_back^-1 J)/2 - k of covariance S and lagged covariance C. */
  static double divergence(int k, double[] s, double[] c) {
    int two = 2 * k;
    double[] forward = new double[two * two];
    double[] backward = new double[two * two];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        forward[i * two + j] = s[i * k + j];
        forward[(i + k) * two + j + k] = s[i * k + j];
        forward[(i + k) * two + j] = c[i * k + j];
        forward[j * two + i + k] = c[i * k + j];
        backward[i * two + j] = s[i * k + j];
        backward[(i + k) * two + j + k] = s[i * k + j];
        backward[i * two + j + k] = c[i * k + j];
        backward[(j + k) * two + i] = c[i * k + j];
      }
    }
    RealMatrix ratio = new LUDecomposition(matrix(backward)).getSolver().solve(matrix(forward));
    return ratio.getTrace() / 2 - k;
  }

  /**
   * A path that starts from the stationary law.
   *
   * @param n number of steps
   * @param stream seeds the noise
   * @return {@code x[i][t]}
   */
  public double[][] path(int n, RandomStream stream) {
    SplittableRandom random = new SplittableRandom(stream.nextLong());
    double[][] start = root(stationaryCovariance());
    double[][] kick = root(noise);
    double[][] x = new double[size][n];
    double[] now = draw(start, random);
    for (int t = 0; t < n; t++) {
      double[] e = draw(kick, random);
      for (int i = 0; i < size; i++) {
        x[i][t] = now[i];
        for (int j = 0; j < size; j++) {
          e[i] += m[i * size + j] * now[j];
        }
      }
      now = e;
    }
    return x;
  }

  private double[][] root(double[] covariance) {
    return new CholeskyDecomposition(matrix(covariance), 1e-9, 0).getL().getData();
  }

  private static double[] draw(double[][] root, SplittableRandom random) {
    double[] z = new double[root.length];
    double[] g = new double[root.length];
    for (int i = 0; i < z.length; i++) {
      g[i] = random.nextGaussian();
      for (int j = 0; j <= i; j++) {
        z[i] += root[i][j] * g[j];
      }
    }
    return z;
  }

  private static RealMatrix matrix(double[] a) {
    int k = (int) Math.round(Math.sqrt(a.length));
    RealMatrix result = new Array2DRowRealMatrix(k, k);
    for (int i = 0; i < a.length; i++) {
      result.setEntry(i / k, i % k, a[i]);
    }
    return result;
  }

  private static RealMatrix inverse(RealMatrix a) {
    return new LUDecomposition(a).getSolver().getInverse();
  }

  private static double[] flat(RealMatrix a) {
    int k = a.getRowDimension();
    double[] result = new double[k * k];
    for (int i = 0; i < result.length; i++) {
      result[i] = a.getEntry(i / k, i % k);
    }
    return result;
  }
}

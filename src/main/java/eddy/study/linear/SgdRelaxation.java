package eddy.study.linear;

import eddy.langevin.LinearRecursion;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * How SGD on a quadratic loss comes to its steady state, exactly and step by step: x ← x - eta (F x
 * + xi), Cov xi = D/b, from a fixed point x0. After k steps x is Gaussian with mean A^k x0, A = I -
 * eta F. How far it is from the stationary Gaussian says the Kullback-Leibler divergence, in nats.
 */
public final class SgdRelaxation {
  private static final int MOST_STEPS = 1 << 30;

  private final int n;
  private final LinearRecursion step;
  private final RealMatrix stationary;
  private final RealVector start;

  /**
   * A start.
   *
   * @param f rows of F, symmetric with positive eigenvalues
   * @param d rows of D, positive definite
   * @param eta learning rate, above 0, below 2 by the largest eigenvalue of F
   * @param b batch size, at least 1
   * @param start x0
   * @throws IllegalStateException when SGD diverges at this learning rate
   */
  public SgdRelaxation(double[][] f, double[][] d, double eta, double b, double[] start) {
    n = start.length;
    double[][] c =
        Arrays.stream(d)
            .map(row -> Arrays.stream(row).map(v -> v / b).toArray())
            .toArray(double[][]::new);
    step = LinearRecursion.sgd(f, c, eta);
    stationary = square(step.stationaryCovariance());
    this.start = new Array2DRowRealMatrix(start).getColumnVector(0);
  }

  private RealMatrix square(double[] entries) {
    RealMatrix a = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n * n; i++) {
      a.setEntry(i / n, i % n, entries[i]);
    }
    return a;
  }

  /**
   * The divergence from the steady state after so many steps.
   *
   * @param steps at least 1; not fewer than d when one direction has no noise
   */
  public double divergence(long steps) {
    LinearRecursion all = step.power(steps);
    RealVector mean = square(all.propagator()).operate(start);
    RealMatrix spread = square(all.noiseCovariance());
    LUDecomposition at = new LUDecomposition(stationary);
    RealMatrix ratio = at.getSolver().solve(spread);
    double shift = mean.dotProduct(at.getSolver().solve(mean));
    double volume = Math.log(new LUDecomposition(ratio).getDeterminant());
    return (ratio.getTrace() - n - volume + shift) / 2;
  }

  /** The divergence after several numbers of steps. */
  public double[] divergences(double... steps) {
    return Arrays.stream(steps).map(k -> divergence(Math.round(k))).toArray();
  }

  /**
   * The first step after which the divergence is below a threshold.
   *
   * @param threshold nats, above 0
   */
  public long stepsTo(double threshold) {
    long low = 0;
    long high = 1;
    while (high < MOST_STEPS && divergence(high) >= threshold) {
      low = high;
      high *= 2;
    }
    while (high - low > 1) {
      long middle = (low + high) / 2;
      if (divergence(middle) >= threshold) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /**
   * The rate of the last stage: half the decrease of the logarithm of the divergence per step,
   * between the thresholds 1e-3 and 1e-6. It tends to -log(1 - eta l) with the smallest eigenvalue
   * l of F.
   */
  public double rate() {
    long from = stepsTo(1e-3);
    long to = Math.max(from + 1, stepsTo(1e-6));
    return Math.log(divergence(from) / divergence(to)) / (to - from) / 2;
  }
}

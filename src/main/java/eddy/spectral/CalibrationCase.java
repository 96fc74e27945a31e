package eddy.spectral;

import eddy.run.RandomStream;
import java.util.SplittableRandom;

/**
 * Processes on which the circulation tests are calibrated. Of more than three series the three
 * leading principal components are tested, as of data.
 */
public enum CalibrationCase {
  /** Three independent Brownian motions: reversible increments, never stationary. */
  BROWNIAN("Brownian motion", true) {
    @Override
    double[][] draw(int n, RandomStream stream) {
      return brownian(3, n, stream);
    }
  },

  /**
   * A hundred independent Brownian motions, as the weights of a network might be. Without
   * detrending their leading components are half waves, whole waves and so on over the whole
   * length, whatever the length, and seem to circulate.
   */
  BROWNIAN_COMPONENTS("components of Brownian motion", true) {
    @Override
    double[][] draw(int n, RandomStream stream) {
      return brownian(100, n, stream);
    }
  },

  /**
   * The reversible Ornstein-Uhlenbeck process with the covariance and the noise of {@link
   * #CIRCULATING_SGD} (Eq. 7 of Chaudhari and Soatto 2018).
   */
  REVERSIBLE_OU("reversible OU", true) {
    @Override
    double[][] draw(int n, RandomStream stream) {
      return alternative().reversibleTwin().path(n, stream);
    }
  },

  /**
   * SGD on a quadratic loss whose noise covariance commutes with the Hessian, so that Q = 0 though
   * the noise is anisotropic: F of {@link #CIRCULATING_SGD}, C = 0.1 F + 0.2 F^2.
   */
  COMMUTING_SGD("quadratic SGD with Q = 0", true) {
    @Override
    double[][] draw(int n, RandomStream stream) {
      double[] c = new double[9];
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          c[3 * i + j] = 0.1 * HESSIAN[3 * i + j];
          for (int m = 0; m < 3; m++) {
            c[3 * i + j] += 0.2 * HESSIAN[3 * i + m] * HESSIAN[3 * m + j];
          }
        }
      }
      return VectorAutoregression.sgd(3, HESSIAN, c, ETA).path(n, stream);
    }
  },

  /**
   * SGD whose noise does not commute with the Hessian: C = [[.3,.4,.1],[.4,2,.8],[.1,.8,3]], F =
   * [[3,1,0],[1,2,.4],[0,.4,.5]], learning rate 0.05. It circulates.
   */
  CIRCULATING_SGD("quadratic SGD that circulates", false) {
    @Override
    double[][] draw(int n, RandomStream stream) {
      return alternative().path(n, stream);
    }
  };

  private static final double[] HESSIAN = {3, 1, 0, 1, 2, 0.4, 0, 0.4, 0.5};
  private static final double[] NOISE = {0.3, 0.4, 0.1, 0.4, 2, 0.8, 0.1, 0.8, 3};
  private static final double ETA = 0.05;

  private final String title;
  private final boolean reversible;

  CalibrationCase(String title, boolean reversible) {
    this.title = title;
    this.reversible = reversible;
  }

  private static VectorAutoregression alternative() {
    return VectorAutoregression.sgd(3, HESSIAN, NOISE, ETA);
  }

  private static double[][] brownian(int count, int n, RandomStream stream) {
    SplittableRandom noise = new SplittableRandom(stream.nextLong());
    double[][] x = new double[count][n];
    for (double[] series : x) {
      for (int t = 1; t < n; t++) {
        series[t] = series[t - 1] + noise.nextGaussian();
      }
    }
    return x;
  }

  abstract double[][] draw(int n, RandomStream stream);

  /** What a table calls it. */
  public String title() {
    return title;
  }

  /** Whether the null hypothesis is true for it. */
  public boolean reversible() {
    return reversible;
  }
}

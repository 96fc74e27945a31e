package eddy.study.locations;

import eddy.potential.LinearSteadyState;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Saddles stay saddles when the noise is small: for a Hessian F without resonance and D positive
 * definite, Lemma 20's F X + X F^T = 2 D gives X, and so Hess Phi = X^-1, as many negative
 * eigenvalues as F (the inertia theorem of Ostrowski and Schneider, 1962).
 *
 * @param pairs how many random pairs (F, D) were tried
 * @param saddles how many of the F had eigenvalues of both signs
 * @param changed how many pairs had another number of negative eigenvalues in Hess Phi than in F
 */
public record SaddleInertia(int pairs, int saddles, int changed) {
  /**
   * Tries random pairs: F symmetric with Gaussian entries, D = A A^T + I/100 with Gaussian A.
   *
   * @param pairs how many
   * @param largest largest dimension; they run from 2 to this
   * @param seed of the random matrices
   */
  public static SaddleInertia random(int pairs, int largest, long seed) {
    RandomStream random = new RandomStream(seed, StreamName.DATA);
    int saddles = 0;
    int changed = 0;
    for (int k = 0; k < pairs; k++) {
      int n = 2 + k % (largest - 1);
      double[] a = gaussian(n, random);
      double[] b = gaussian(n, random);
      double[] f = new double[n * n];
      double[] d = new double[n * n];
      for (int i = 0; i < n; i++) {
        d[i * n + i] = 0.01;
        for (int j = 0; j < n; j++) {
          f[i * n + j] = (a[i * n + j] + a[j * n + i]) / 2;
          for (int l = 0; l < n; l++) {
            d[i * n + j] += b[i * n + l] * b[j * n + l];
          }
        }
      }
      int negative = negative(f, n);
      saddles += negative > 0 && negative < n ? 1 : 0;
      changed += negative(LinearSteadyState.of(n, f, d).u(), n) == negative ? 0 : 1;
    }
    return new SaddleInertia(pairs, saddles, changed);
  }

  private static double[] gaussian(int n, RandomStream random) {
    double[] a = new double[n * n];
    for (int i = 0; i < a.length; i++) {
      a[i] = random.nextGaussian();
    }
    return a;
  }

  private static int negative(double[] a, int n) {
    Array2DRowRealMatrix m = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        m.setEntry(i, j, (a[i * n + j] + a[j * n + i]) / 2);
      }
    }
    int count = 0;
    for (double value : new EigenDecomposition(m).getRealEigenvalues()) {
      count += value < 0 ? 1 : 0;
    }
    return count;
  }
}

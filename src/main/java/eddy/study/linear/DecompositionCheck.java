package eddy.study.linear;

import eddy.potential.LinearSteadyState;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** How well F = (D + Q) U holds, and how well it could hold where it does not. */
public final class DecompositionCheck {
  private DecompositionCheck() {}

  /** The largest entry of (D + Q) U - F by the largest entry of F. */
  public static double residual(LinearSteadyState state) {
    int n = state.dimension();
    double[] f = state.f();
    double[] d = state.d();
    double[] q = state.q();
    double[] u = state.u();
    double largest = 0;
    double scale = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double entry = -f[i * n + j];
        for (int k = 0; k < n; k++) {
          entry += (d[i * n + k] + q[i * n + k]) * u[k * n + j];
        }
        largest = Math.max(largest, Math.abs(entry));
        scale = Math.max(scale, Math.abs(f[i * n + j]));
      }
    }
    return largest / scale;
  }

  /**
   * The smallest Frobenius norm of F X + X F^T - 2 D over all matrices X: 0 where Lemma 20 has a
   * solution, above 0 where a resonance (two eigenvalues of F that add up to 0) leaves none. By the
   * singular values of an n^2 x n^2 matrix, so for small n.
   *
   * @param f rows of F
   * @param d rows of D
   */
  public static double leastResidual(double[][] f, double[][] d) {
    int n = f.length;
    RealMatrix map = new Array2DRowRealMatrix(n * n, n * n);
    double[] right = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        right[i * n + j] = 2 * d[i][j];
        for (int k = 0; k < n; k++) {
          map.addToEntry(i * n + j, k * n + j, f[i][k]);
          map.addToEntry(i * n + j, i * n + k, f[j][k]);
        }
      }
    }
    RealVector goal = new Array2DRowRealMatrix(right).getColumnVector(0);
    RealVector x = new SingularValueDecomposition(map).getSolver().solve(goal);
    return map.operate(x).subtract(goal).getNorm();
  }
}

package eddy.study.linear;

import eddy.linalg.DoubleMatrix;
import eddy.linalg.SymmetricEigen;
import eddy.potential.LinearSteadyState;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How strong the current of a linear system is, beside what it could come from. For a Hessian F
 * with eigenvalues between l and L, in its eigenbasis Q_ij = (F D - D F)_ij / (l_i + l_j), so
 *
 * <pre>  |F D - D F| / (2 L)  &lt;=  |Q|  &lt;=  |F D - D F| / (2 l)</pre>
 *
 * in the Frobenius norm: currents vanish exactly where F and D commute, whether D is isotropic or
 * not.
 *
 * @param antisymmetric |Q|
 * @param commutator |F D - D F^T|
 * @param noise |D|
 * @param anisotropy the largest eigenvalue of D by its smallest one; 1 for isotropic noise
 * @param lowest |F D - D F| / (2 L)
 * @param highest |F D - D F| / (2 l)
 */
public record CurrentStrength(
    double antisymmetric,
    double commutator,
    double noise,
    double anisotropy,
    double lowest,
    double highest) {

  /**
   * Of a minimum of a loss.
   *
   * @param state with a symmetric positive definite F
   */
  public static CurrentStrength of(LinearSteadyState state) {
    int n = state.dimension();
    double[] f = state.f();
    double[] d = state.d();
    double[] gap = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        for (int j = 0; j < n; j++) {
          gap[i * n + j] += f[i * n + k] * d[k * n + j] - d[i * n + k] * f[j * n + k];
        }
      }
    }
    double commutator = norm(gap);
    double[] noise = eigenvalues(n, d);
    double[] curvature = eigenvalues(n, f);
    return new CurrentStrength(
        norm(state.q()),
        commutator,
        norm(d),
        noise[0] / noise[n - 1],
        commutator / (2 * curvature[0]),
        commutator / (2 * curvature[n - 1]));
  }

  /** |Q| by |D|. */
  public double relative() {
    return antisymmetric / noise;
  }

  /**
   * The median of one number; of an even count of systems the upper one of the two in the middle.
   *
   * @param systems at least one
   * @param number which one
   */
  public static double median(
      List<CurrentStrength> systems, ToDoubleFunction<CurrentStrength> number) {
    return systems.stream()
        .mapToDouble(number)
        .sorted()
        .skip(systems.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  private static double[] eigenvalues(int n, double[] a) {
    try (DoubleMatrix copy = new DoubleMatrix(n, n)) {
      copy.write(0, a, 0, n * n);
      return SymmetricEigen.values(copy);
    }
  }

  private static double norm(double[] a) {
    double sum = 0;
    for (double v : a) {
      sum += v * v;
    }
    return Math.sqrt(sum);
  }
}

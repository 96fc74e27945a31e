package eddy.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTest {
  private static final double EPSILON = 0x1p-52;
  private static final double FLOAT_EPSILON = 0x1p-23;

  /** The second difference of n points: eigenvalues 2 - 2 cos(k pi / (n + 1)). */
  private static double secondDifferenceValue(int n, int k) {
    return 2 - 2 * Math.cos((n - k) * Math.PI / (n + 1));
  }

  @ParameterizedTest
  @Tag("jdk")
  @ValueSource(ints = {0, 1, 2, 150, 1100})
  void secondDifferenceInFloat64(int n) {
    try (DoubleMatrix a = new DoubleMatrix(n, n)) {
      for (int i = 0; i < n; i++) {
        a.set(i, i, 2);
        if (i + 1 < n) {
          a.set(i, i + 1, -1);
        }
      }
      double[] values = SymmetricEigen.values(a);
      assertThat(values).hasSize(n);
      for (int k = 0; k < n; k++) {
        assertThat(values[k]).isCloseTo(secondDifferenceValue(n, k), within(4 * n * EPSILON));
      }
    }
  }

  @Test
  void secondDifferenceInFloat32() {
    int n = 150;
    try (FloatMatrix a = new FloatMatrix(n, n)) {
      for (int i = 0; i < n; i++) {
        a.set(i, i, 2);
        if (i + 1 < n) {
          a.set(i, i + 1, -1);
        }
      }
      double[] values = SymmetricEigen.values(a);
      for (int k = 0; k < n; k++) {
        assertThat(values[k]).isCloseTo(secondDifferenceValue(n, k), within(4 * n * FLOAT_EPSILON));
      }
    }
  }

  /** Another library, on a full random matrix whose lower triangle is never read. */
  @Test
  void agreesWithAnotherLibrary() {
    int n = 40;
    try (DoubleMatrix a = BlasTest.random(n, n);
        DoubleMatrix copy = BlasTest.random(n, n)) {
      double[][] full = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          full[i][j] = a.get(Math.min(i, j), Math.max(i, j));
        }
      }
      EigenDecomposition other = new EigenDecomposition(new Array2DRowRealMatrix(full, false));
      double[] values = SymmetricEigen.values(a);
      assertThat(values).containsExactly(other.getRealEigenvalues(), within(1e-12));
      try (Eigenpairs pairs = SymmetricEigen.leading(copy, 5)) {
        for (int k = 0; k < 5; k++) {
          assertThat(pairs.values()[k]).isCloseTo(values[k], within(1e-12));
          double overlap = 0;
          for (int j = 0; j < n; j++) {
            overlap += pairs.vectors().get(k, j) * other.getEigenvector(k).getEntry(j);
          }
          assertThat(Math.abs(overlap)).isCloseTo(1, within(1e-11));
        }
      }
    }
  }

  /**
   * Eigenvalues 2^0 .. 2^-39 of a matrix turned by the reflection I - 2 v vᵀ: the tail is there
   * down to n ε λmax, where a solver that sets small eigenvalues to 0 loses it.
   */
  @Test
  void theTailOfASpectrumIsNotLost() {
    int n = 40;
    try (DoubleMatrix a = graded(n)) {
      double[] values = SymmetricEigen.values(a);
      for (int k = 0; k < n; k++) {
        assertThat(values[k]).isCloseTo(Math.pow(2, -k), within(n * EPSILON));
      }
    }
  }

  private static DoubleMatrix graded(int n) {
    DoubleMatrix a = new DoubleMatrix(n, n);
    double[] v = new double[n];
    for (int i = 0; i < n; i++) {
      v[i] = 1 / Math.sqrt(n);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int l = 0; l < n; l++) {
          double left = (i == l ? 1 : 0) - 2 * v[i] * v[l];
          double right = (j == l ? 1 : 0) - 2 * v[j] * v[l];
          sum += left * Math.pow(2, -l) * right;
        }
        a.set(i, j, sum);
      }
    }
    return a;
  }

  @Test
  void leadingVectorsHaveSmallResidualsAndAreOrthonormal() {
    int n = 120;
    int k = 30;
    try (DoubleMatrix a = BlasTest.random(n, n);
        DoubleMatrix untouched = BlasTest.random(n, n);
        FloatMatrix narrow = new FloatMatrix(n, n);
        DoubleMatrix gram = new DoubleMatrix(k, k)) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          narrow.set(i, j, (float) a.get(i, j));
        }
      }
      try (Eigenpairs pairs = SymmetricEigen.leading(a, k);
          Eigenpairs rough = SymmetricEigen.leading(narrow, k)) {
        assertThat(pairs.values()).isSortedAccordingTo((x, y) -> Double.compare(y, x));
        assertThat(pairs.scaledResidual(untouched, EPSILON)).isBetween(1e-6, 10.0);
        assertThat(rough.scaledResidual(untouched, FLOAT_EPSILON)).isBetween(1e-6, 10.0);
        Blas.dgemm(false, true, 1, pairs.vectors(), pairs.vectors(), 0, gram);
        for (int i = 0; i < k; i++) {
          for (int j = 0; j < k; j++) {
            assertThat(gram.get(i, j)).isCloseTo(i == j ? 1 : 0, within(n * EPSILON));
          }
        }
        pairs.values()[0] *= 1.001;
        assertThat(pairs.scaledResidual(untouched, EPSILON)).isGreaterThan(1e3);
      }
    }
  }

  @Test
  void badInputIsNamed() {
    try (DoubleMatrix wide = new DoubleMatrix(2, 3);
        DoubleMatrix nan = new DoubleMatrix(2, 2);
        FloatMatrix square = new FloatMatrix(2, 2)) {
      assertThatThrownBy(() -> SymmetricEigen.values(wide)).hasMessageContaining("2 x 3");
      nan.set(0, 1, Double.NaN);
      assertThatThrownBy(() -> SymmetricEigen.values(nan)).hasMessageContaining("not a number");
      assertThatThrownBy(() -> SymmetricEigen.leading(nan, 1)).hasMessageContaining("not a number");
      assertThatThrownBy(() -> SymmetricEigen.leading(square, 3))
          .hasMessageContaining("3 eigenvectors of a 2 x 2");
    }
  }
}

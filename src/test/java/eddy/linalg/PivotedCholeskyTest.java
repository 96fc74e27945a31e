package eddy.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eddy.run.RandomStream;
import eddy.run.StreamName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PivotedCholeskyTest {

  /** A = Bᵀ B with B of some rank: R must give A back and have as many rows. */
  @ParameterizedTest
  @CsvSource({"1, 1", "7, 7", "7, 3", "120, 120", "120, 31"})
  void theRootTimesItselfIsTheMatrix(int n, int rank) {
    RandomStream random = new RandomStream(n + rank, StreamName.DATA);
    try (DoubleMatrix b = new DoubleMatrix(rank, n);
        DoubleMatrix a = new DoubleMatrix(n, n);
        DoubleMatrix back = new DoubleMatrix(n, n)) {
      for (int i = 0; i < rank; i++) {
        for (int j = 0; j < n; j++) {
          b.set(i, j, random.nextGaussian());
        }
      }
      Blas.dgemm(true, false, 1, b, b, 0, a);
      double[] before = new double[n * n];
      a.read(0, before, 0, n * n);
      try (DoubleMatrix root = PivotedCholesky.root(a, 0)) {
        assertThat(root.rows()).isEqualTo(rank);
        Blas.dgemm(true, false, 1, root, root, 0, back);
      }
      double worst = 0;
      double largest = 0;
      for (int i = 0; i < n * n; i++) {
        worst = Math.max(worst, Math.abs(back.get(i / n, i % n) - before[i]));
        largest = Math.max(largest, Math.abs(before[i]));
      }
      assertThat(worst).isLessThan(10 * n * Math.ulp(largest));
    }
  }

  @Test
  void refusesWhatIsNotANumber() {
    try (DoubleMatrix a = new DoubleMatrix(2, 2)) {
      a.set(0, 0, 1);
      a.set(0, 1, Double.NaN);
      a.set(1, 0, Double.NaN);
      a.set(1, 1, 1);
      assertThatThrownBy(() -> PivotedCholesky.root(a, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("not a number");
    }
  }
}

package eddy.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.run.RandomStream;
import eddy.run.StreamName;
import org.junit.jupiter.api.Test;

class CholeskyTest {
  @Test
  void theFactorTimesItsTransposeIsTheMatrix() {
    RandomStream random = new RandomStream(1, StreamName.DATA);
    for (int rank = 1; rank <= 5; rank++) {
      double[] half = new double[25];
      for (int i = 0; i < 5; i++) {
        for (int j = 0; j < rank; j++) {
          half[i * 5 + j] = random.nextGaussian();
        }
      }
      double[] a = Dense.timesTransposed(5, half, half);
      double[] l = a.clone();
      assertThat(Cholesky.factor(5, l)).as("rank " + rank).isTrue();
      assertThat(l[1]).isZero();
      assertThat(Dense.timesTransposed(5, l, l)).containsExactly(a, within(1e-7));
    }
  }

  @Test
  void tinyNoiseIsKept() {
    double[] a = {1, 0, 0, 1e-30};
    assertThat(Cholesky.factor(2, a)).isTrue();
    assertThat(a[3]).isCloseTo(1e-15, within(1e-27));
  }

  @Test
  void whatIsNoCovarianceIsSeen() {
    assertThat(Cholesky.factor(2, new double[] {1, 2, 2, 1})).isFalse();
    assertThat(Cholesky.factor(2, new double[] {-1, 0, 0, 1})).isFalse();
    assertThat(Cholesky.factor(2, new double[] {0, 1, 1, 5})).isFalse();
    assertThat(Cholesky.factor(2, new double[] {1, Double.NaN, Double.NaN, 1})).isFalse();
    assertThat(Cholesky.factor(1, new double[] {Double.POSITIVE_INFINITY})).isFalse();
    assertThat(Cholesky.factor(2, new double[2 * 2])).isTrue();
  }
}

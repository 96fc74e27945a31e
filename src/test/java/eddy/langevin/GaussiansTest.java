package eddy.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class GaussiansTest {
  private static double[] numbers(Gaussians source, int n) {
    double[] out = new double[n];
    source.fill(out);
    return out;
  }

  @Test
  void vectorAndPlainDrawTheSameBits() {
    Gaussians plain = new Gaussians(7, 3);
    Gaussians vector = new VectorGaussians(7, 3);
    assertThat(numbers(vector, 4096)).isEqualTo(numbers(plain, 4096));
    assertThat(vector.state()).isEqualTo(plain.state());
  }

  @Test
  void polynomialsAreBoxAndMullersFormula() {
    Gaussians source = new Gaussians(1, 0);
    long[] words = new long[8000];
    long[] s = source.state();
    double[] g = numbers(source, 16_000);
    for (int k = 0; k < words.length / 8; k++) {
      for (int l = 0; l < 8; l++) {
        long word = s[l] + s[24 + l];
        long t = s[8 + l] << 17;
        s[16 + l] ^= s[l];
        s[24 + l] ^= s[8 + l];
        s[8 + l] ^= s[16 + l];
        s[l] ^= s[24 + l];
        s[16 + l] ^= t;
        s[24 + l] = Long.rotateLeft(s[24 + l], 45);
        double u = 1 - (word >>> 12) * 0x1p-52;
        double angle = Math.PI / 2 * (((word & 0x3FFFFF) + 0.5) * 0x1p-22);
        double radius = Math.sqrt(-2 * Math.log(u));
        assertThat(Math.abs(g[16 * k + l])).isCloseTo(radius * Math.cos(angle), within(3e-7));
        assertThat(Math.abs(g[16 * k + 8 + l])).isCloseTo(radius * Math.sin(angle), within(3e-7));
      }
    }
  }

  @Test
  void theLawIsNormal() {
    int n = 2_000_000;
    double[] g = numbers(Gaussians.best(5, 0), n);
    double[] moments = new double[7];
    for (double x : g) {
      double power = 1;
      for (int k = 1; k <= 6; k++) {
        power *= x;
        moments[k] += power / n;
      }
    }
    double[] exact = {1, 0, 1, 0, 3, 0, 15};
    double[] variance = {0, 1, 2, 15, 96, 945, 10_170};
    for (int k = 1; k <= 6; k++) {
      assertThat(moments[k]).isCloseTo(exact[k], within(4 * Math.sqrt(variance[k] / n)));
    }
    double p =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(new NormalDistribution(null, 0, 1), Arrays.copyOf(g, 200_000));
    assertThat(p).isGreaterThan(1e-4);
    long far = Arrays.stream(g).filter(x -> Math.abs(x) > 4).count();
    double expected = n * 6.334248366623996e-5;
    assertThat((double) far).isCloseTo(expected, within(4 * Math.sqrt(expected)));
  }

  @Test
  void neighboursAreIndependent() {
    int n = 1_000_000;
    double[] g = numbers(Gaussians.best(6, 0), n);
    for (int lag : new int[] {1, 7, 8, 15, 16, 17, 32}) {
      double sum = 0;
      double squares = 0;
      for (int i = lag; i < n; i++) {
        sum += g[i] * g[i - lag];
        squares += (g[i] * g[i] - 1) * (g[i - lag] * g[i - lag] - 1) / 2;
      }
      assertThat(sum / Math.sqrt(n)).as("lag " + lag).isBetween(-4.5, 4.5);
      assertThat(squares / Math.sqrt(n)).as("squares at lag " + lag).isBetween(-4.5, 4.5);
    }
  }

  @Test
  void stateIsAllThereIs() {
    Gaussians first = Gaussians.best(2, 9);
    numbers(first, 160);
    Gaussians second = Gaussians.best(1, 1);
    second.restore(first.state(), 0);
    assertThat(numbers(second, 64)).isEqualTo(numbers(first, 64));
    assertThat(numbers(Gaussians.best(2, 10), 64)).isNotEqualTo(numbers(first, 64));
  }
}

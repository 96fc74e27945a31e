package eddy.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RealFftTest {
  /** Against the sum itself: even, odd, prime and other lengths, each way JTransforms has. */
  @Test
  void isTheFourierSum() {
    int[] lengths =
        IntStream.concat(IntStream.rangeClosed(1, 40), IntStream.of(211, 542, 813)).toArray();
    for (int n : lengths) {
      RealFft fft = new RealFft(n);
      double[] x = Rows.white(n, n);
      double[] packed = x.clone();
      fft.forward(packed);
      for (int k = 0; k < fft.frequencies(); k++) {
        double re = 0;
        double im = 0;
        for (int t = 0; t < n; t++) {
          double angle = 2 * Math.PI * ((long) k * t % n) / n;
          re += x[t] * Math.cos(angle);
          im -= x[t] * Math.sin(angle);
        }
        double accuracy = 1e-13 * n;
        assertThat(fft.real(packed, k)).isCloseTo(re, within(accuracy));
        assertThat(fft.imaginary(packed, k)).isCloseTo(im, within(accuracy));
        assertThat(fft.power(packed, k)).isCloseTo(re * re + im * im, within(100 * accuracy));
        fft.set(packed, k, fft.real(packed, k), fft.imaginary(packed, k));
      }
      fft.inverse(packed);
      assertThat(packed).containsExactly(x, within(1e-13 * n));
    }
  }

  @Test
  void fastLengthsAreJustLargeEnough() {
    int[][] expected = {{1, 1}, {2, 2}, {3, 4}, {4, 4}, {5, 8}, {1024, 1024}, {1025, 2048}};
    for (int[] pair : expected) {
      assertThat(RealFft.fastLength(pair[0])).isEqualTo(pair[1]);
    }
    assertThat(RealFft.fastLength(199_999)).isEqualTo(262_144);
  }
}

package eddy.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExponentialTest {
  private static double[] points() {
    double[] x = new double[200_003];
    for (int i = 0; i < x.length; i++) {
      x[i] = i < 100_000 ? -708 + i * 0.01417 : -1 + (i - 100_000) * 2e-5;
    }
    return x;
  }

  @Test
  void isTheExponentialToRounding() {
    double[] x = points();
    double[] y = x.clone();
    new Exponential().apply(y, y.length);
    for (int i = 0; i < x.length; i++) {
      assertThat(Math.abs(y[i] / Math.exp(x[i]) - 1)).as("x = " + x[i]).isLessThan(1e-15);
    }
  }

  @Test
  void vectorAndPlainGiveTheSameBits() {
    double[] plain = points();
    double[] vector = plain.clone();
    new Exponential().apply(plain, plain.length - 2);
    new VectorExponential().apply(vector, vector.length - 2);
    assertThat(vector).isEqualTo(plain);
  }

  @Test
  void beyondItsEndsItStaysThere() {
    double[] x = {-1e9, 1e9, Double.NaN, Double.NEGATIVE_INFINITY, 0, 1, 2, 3};
    double[] plain = x.clone();
    Exponential.best().apply(x, 8);
    new Exponential().apply(plain, 8);
    assertThat(x).isEqualTo(plain);
    assertThat(x[0]).isEqualTo(x[3]).isCloseTo(0, within(1e-300));
    assertThat(x[1]).isGreaterThan(1e307).isFinite();
    assertThat(x[2]).isNaN();
  }
}

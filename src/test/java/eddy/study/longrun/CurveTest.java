package eddy.study.longrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CurveTest {

  /** Two bins a decade: 1 to 3.1, 3.2 to 9, 10 to 31, and so on; 0 has no place. */
  @Test
  void binsAreMeansOverEvenStretchesOfALogarithmicAxis() {
    double[] x = {0, 1, 2, 3, 4, 10, 20};
    double[] mean = {9, 1, 2, 6, 5, 8, 4};
    Curve curve = new Curve(x, mean, new double[7], mean, mean, 3, 1);
    Curve binned = curve.binned(2);
    assertThat(binned.x()).containsExactly(2, 4, 15);
    assertThat(binned.mean()).containsExactly(3, 5, 6);
    assertThat(binned.high()).containsExactly(3, 5, 6);
    assertThat(binned.low()).containsExactly(0, 0, 0);
    assertThat(binned.weights()).isEqualTo(3);
    assertThat(binned.dropped()).isEqualTo(1);
    assertThat(curve.level(2, 10)).isCloseTo(21 / 4.0, within(1e-15));
  }
}

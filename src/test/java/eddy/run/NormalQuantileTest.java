package eddy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalQuantileTest {
  /** Values of SciPy's ndtri, on both sides of the two joints of the formula. */
  @ParameterizedTest
  @CsvSource({
    "0.4999999, 2.506628274703107e-07",
    "0.3, 0.5244005127080409",
    "0.0750001, 1.4395307645017301",
    "0.0749999, 1.439532177375901",
    "0.001, 3.090232306167813",
    "1.4e-11, 6.656723091518184",
    "1.3e-11, 6.667611456510741",
    "1e-14, 7.6506280929352695",
    "5.551115123125783e-17, 8.292361075813597"
  })
  void agreesWithAnotherLibrary(double tail, double expected) {
    double error = expected * 4e-16 + Math.ulp(0.5);
    assertThat(NormalQuantile.upper(tail)).isCloseTo(expected, within(error));
  }
}

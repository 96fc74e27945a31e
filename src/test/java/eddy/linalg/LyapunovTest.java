package eddy.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LyapunovTest {
  /** F X + X Fᵀ = 2 D of Lemma 20, solved independently with SciPy. */
  @ParameterizedTest
  @CsvFileSource(resources = "lyapunov-cases.csv", numLinesToSkip = 1, maxCharsPerColumn = 8000)
  void lemma20Cases(String name, int n, String f, String d, String x) {
    double[] twice = numbers(d);
    for (int i = 0; i < twice.length; i++) {
      twice[i] *= 2;
    }
    double[] solution = Lyapunov.solve(n, numbers(f), twice);
    assertThat(solution).as(name).containsExactly(numbers(x), within(1e-12));
  }

  private static double[] numbers(String text) {
    return Stream.of(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  /**
   * Above and below the size where the recursion starts; random A has pairs of complex eigenvalues.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 200})
  void residualsAreRounding(int n) {
    double[] a = shifted(n, 3 * Math.sqrt(n));
    double[] q = shifted(n, 0);
    double[] x = Lyapunov.solve(n, a, q);
    assertThat(SylvesterTest.residual(n, n, a, transposed(n, a), q, x)).isLessThan(1e-11);
    double[] small = a.clone();
    for (int i = 0; i < small.length; i++) {
      small[i] /= 6 * Math.sqrt(n);
    }
    double[] y = Lyapunov.discrete(n, small, q);
    double[] image =
        SylvesterTest.product(n, SylvesterTest.product(n, small, y), transposed(n, small));
    for (int i = 0; i < image.length; i++) {
      assertThat(image[i] + q[i]).isCloseTo(y[i], within(1e-11));
    }
  }

  static double[] shifted(int n, double shift) {
    try (DoubleMatrix random = BlasTest.random(n, n)) {
      double[] a = BlasTest.elements(random);
      for (int i = 0; i < n; i++) {
        a[n * i + i] += shift;
      }
      return a;
    }
  }

  private static double[] transposed(int n, double[] a) {
    double[] b = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        b[n * j + i] = a[n * i + j];
      }
    }
    return b;
  }

  /** Plain SGD on a quadratic loss: Σ = (1 - ηF) Σ (1 - ηF)ᵀ + η² C (SciPy). */
  @Test
  void plainSgd() {
    double eta = 0.1;
    double[] step = {1 - 3 * eta, -eta, -eta, 1 - 2 * eta};
    double[] noise = {2 * eta * eta, 0.5 * eta * eta, 0.5 * eta * eta, eta * eta};
    assertThat(Lyapunov.discrete(2, step, noise))
        .containsExactly(
            new double[] {
              0.03985428051001823, -0.00025500910746812625,
              -0.0002550091074681265, 0.028998178506375243
            },
            within(1e-15));
  }

  /** Heavy ball on k x²/2: the variance η C (1 + μ) / (k (1 - μ) (2 (1 + μ) - η k)). */
  @ParameterizedTest
  @CsvSource({"1, 0.1, 0, 1", "1, 0.1, 0.9, 1", "2, 0.3, 0.5, 0.7", "4, 0.5, 0.9, 1"})
  void heavyBall(double k, double eta, double mu, double c) {
    double[] step = {1 - eta * k, -eta * mu, k, mu};
    double[] noise = {eta * eta * c, -eta * c, -eta * c, c};
    double expected = eta * c * (1 + mu) / (k * (1 - mu) * (2 * (1 + mu) - eta * k));
    assertThat(Lyapunov.discrete(2, step, noise)[0]).isCloseTo(expected, within(1e-13 * expected));
  }

  @Test
  void resonanceIsRefusedByName() {
    assertThatThrownBy(() -> Lyapunov.solve(2, new double[] {1, 0, 0, -1}, new double[4]))
        .isInstanceOf(Resonance.class)
        .hasMessageContaining("resonance")
        .hasMessageContaining(" 1.00000 of A")
        .hasMessageContaining("-1.00000 of A");
    assertThatThrownBy(() -> Lyapunov.solve(2, new double[] {0, 2, -2, 0}, new double[4]))
        .isInstanceOf(Resonance.class)
        .hasMessageContaining("+2.00000i of A");
    assertThatThrownBy(() -> Lyapunov.discrete(2, new double[] {2, 0, 0, 0.5}, new double[4]))
        .isInstanceOf(Resonance.class)
        .hasMessageContaining("product of the eigenvalues 0.500000 and 2.00000");
    assertThatThrownBy(() -> Lyapunov.discrete(1, new double[] {-1}, new double[1]))
        .isInstanceOf(Resonance.class);
  }

  @Test
  void badInputIsNamed() {
    assertThatThrownBy(() -> Lyapunov.solve(2, new double[3], new double[4]))
        .hasMessage("A should be 2 x 2, but it has 3 elements.");
    assertThatThrownBy(() -> Lyapunov.discrete(1, new double[] {2}, new double[] {Double.NaN}))
        .hasMessage("Q has an element that is not a finite number.");
  }
}

package eddy.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.linalg.Resonance;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LinearSteadyStateTest {
  private static final Offset<Double> CLOSE = within(1e-10);

  /** Nine cases solved with SciPy: symmetric, not symmetric, saddles, no current. */
  @Test
  void agreesWithTheReferenceCases() throws IOException {
    Map<String, Map<String, double[]>> cases = referenceCases();
    assertThat(cases).hasSize(9);
    cases.forEach(
        (name, c) -> {
          int n = (int) Math.round(Math.sqrt(c.get("F").length));
          LinearSteadyState s = LinearSteadyState.of(n, c.get("F"), c.get("D"));
          assertThat(s.x()).as(name).containsExactly(c.get("X"), CLOSE);
          assertThat(s.q()).as(name).containsExactly(c.get("Q"), CLOSE);
          assertThat(s.u()).as(name).containsExactly(c.get("U"), CLOSE);
          double[] frequencies =
              Arrays.stream(c.get("rotation")).filter(v -> v > 1e-12).sorted().toArray();
          double[] ours = s.rotationFrequencies();
          Arrays.sort(ours);
          assertThat(ours).as(name).hasSize(frequencies.length);
          assertThat(ours).as(name).containsExactly(frequencies, CLOSE);
          assertThat(s.isStable()).as(name).isEqualTo(!name.startsWith("saddle"));
          if (c.containsKey("EPR")) {
            assertThat(s.entropyProduction()).as(name).isCloseTo(c.get("EPR")[0], CLOSE);
            double beta = c.get("beta")[0];
            double[] sigma = Arrays.stream(c.get("X")).map(v -> v / beta).toArray();
            assertThat(s.covariance(beta)).as(name).containsExactly(sigma, CLOSE);
          }
        });
  }

  private static Map<String, Map<String, double[]>> referenceCases() throws IOException {
    Map<String, Map<String, double[]>> cases = new LinkedHashMap<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                LinearSteadyStateTest.class.getResourceAsStream("lemma20.csv"),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] parts = line.split(",");
        double[] values = Arrays.stream(parts).skip(2).mapToDouble(Double::parseDouble).toArray();
        cases.computeIfAbsent(parts[0], k -> new LinkedHashMap<>()).put(parts[1], values);
      }
    }
    return cases;
  }

  @Test
  void resonanceAndSingularCasesAreRefusedByName() {
    double[] opposite = {1, 0, 0, -1};
    double[] noise = {1, 0.3, 0.3, 1};
    assertThatThrownBy(() -> LinearSteadyState.of(2, opposite, noise))
        .isInstanceOf(Resonance.class)
        .hasMessageContaining("resonance")
        .hasMessageContaining("1.00000 of F and -1.00000 of F");
    assertThatThrownBy(() -> LinearSteadyState.of(2, opposite, new double[] {1, 0, 0, 1}))
        .isInstanceOf(Resonance.class);
    assertThatThrownBy(() -> LinearSteadyState.of(2, new double[] {1, 0, 0, 0}, noise))
        .isInstanceOf(Resonance.class)
        .hasMessageContaining("0.00000 of F");
    LinearSteadyState flat =
        LinearSteadyState.of(new double[][] {{1, 0}, {0, 2}}, new double[][] {{1, 0}, {0, 0}});
    assertThatThrownBy(flat::u)
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("X is singular within rounding.");
    assertThatThrownBy(flat::entropyProduction)
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("D is singular within rounding.");
    LinearSteadyState saddle =
        LinearSteadyState.of(
            new double[][] {{-1, .6}, {.6, 3}}, new double[][] {{1, .4}, {.4, .5}});
    assertThatThrownBy(() -> saddle.covariance(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no stationary law");
    assertThatThrownBy(() -> LinearSteadyState.of(2, opposite, new double[] {1, 0.3, 0, 1}))
        .hasMessageContaining("not symmetric");
    assertThatThrownBy(() -> LinearSteadyState.of(2, new double[] {1, 0, 0, 2}, opposite))
        .hasMessageContaining("negative eigenvalue -1.0");
    assertThatThrownBy(() -> LinearSteadyState.of(1, new double[] {Double.NaN}, new double[] {1}))
        .hasMessageContaining("not finite");
  }

  /**
   * As many weights as tiny-fc has, in the axes of a reflection H = I - 2 w w^T, where the solution
   * is known entry by entry: X_ij = 2 D_ij/(l_i + l_j), Q_ij = D_ij (l_i - l_j)/(l_i + l_j).
   */
  @Test
  void nineHundredWeightsAgreeWithTheClosedForm() {
    int n = 917;
    double[] w = new double[n];
    Arrays.setAll(w, i -> Math.sin(i + 1));
    double size = Math.sqrt(Arrays.stream(w).map(v -> v * v).sum());
    Arrays.setAll(w, i -> w[i] / size);
    double[][] f = new double[n][n];
    double[][] d = new double[n][n];
    double[][] x = new double[n][n];
    double[][] q = new double[n][n];
    for (int i = 0; i < n; i++) {
      f[i][i] = curvature(i, n);
      for (int j = 0; j < n; j++) {
        d[i][j] = (i == j ? 2 : 0) + Math.cos(0.1 * (i - j)); // a positive function of i - j
        double sum = curvature(i, n) + curvature(j, n);
        x[i][j] = 2 * d[i][j] / sum;
        q[i][j] = d[i][j] * (curvature(i, n) - curvature(j, n)) / sum;
      }
    }
    LinearSteadyState s = LinearSteadyState.of(reflected(w, f), reflected(w, d));
    assertSame(s.x(), reflected(w, x));
    assertSame(s.q(), reflected(w, q));
    assertThat(s.slowestRate()).isCloseTo(0.01, within(1e-11));
  }

  private static double curvature(int i, int n) {
    return 0.01 * Math.pow(1e3, (double) i / (n - 1));
  }

  /** H A H. */
  private static double[][] reflected(double[] w, double[][] a) {
    int n = w.length;
    double[] aw = new double[n];
    double[] wa = new double[n];
    double waw = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        aw[i] += a[i][j] * w[j];
        wa[j] += w[i] * a[i][j];
      }
    }
    for (int i = 0; i < n; i++) {
      waw += w[i] * aw[i];
    }
    double[][] out = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        out[i][j] = a[i][j] - 2 * w[i] * wa[j] - 2 * aw[i] * w[j] + 4 * waw * w[i] * w[j];
      }
    }
    return out;
  }

  /** To 1e-10 of the largest entry. */
  private static void assertSame(double[] ours, double[][] expected) {
    double scale = 0;
    double worst = 0;
    for (int i = 0; i < ours.length; i++) {
      double value = expected[i / expected.length][i % expected.length];
      scale = Math.max(scale, Math.abs(value));
      worst = Math.max(worst, Math.abs(ours[i] - value));
    }
    assertThat(worst).isLessThan(1e-10 * scale);
  }

  /** Noise in one direction only, which F turns into the other one: X is regular, D is not. */
  @Test
  void singularNoiseThatSpreadsHasAStationaryLaw() {
    LinearSteadyState s =
        LinearSteadyState.of(
            new double[][] {{0, -1}, {1, 1}}, new double[][] {{0, 0}, {0, 1}}); // damped oscillator
    assertThat(s.x()).containsExactly(new double[] {1, 0, 0, 1}, CLOSE);
    assertThat(s.q()).containsExactly(new double[] {0, -1, 1, 0}, CLOSE);
    assertThat(s.slowestRate()).isCloseTo(0.5, CLOSE);
    assertThat(s.slowestReversibleRate()).isCloseTo(0, CLOSE);
    assertThat(s.rotationFrequencies()).containsExactly(new double[] {1}, CLOSE);
    assertThatThrownBy(s::entropyProduction).hasMessage("D is singular within rounding.");
  }

  @Test
  void theReversibleTwinHasTheSameLawAndNoForce() {
    LinearSteadyState s =
        LinearSteadyState.of(
            new double[][] {{1, 2}, {-1, 1.5}}, new double[][] {{1, .3}, {.3, .5}});
    LinearSteadyState twin = s.reversibleTwin();
    assertThat(twin.x()).containsExactly(s.x());
    assertThat(twin.q()).containsExactly(new double[4], within(1e-15));
    assertThat(twin.entropyProduction()).isCloseTo(0, within(1e-14));
    assertThat(LinearSteadyState.of(2, twin.f(), twin.d()).x()).containsExactly(s.x(), CLOSE);
    assertThat(twin.slowestRate()).isCloseTo(s.slowestReversibleRate(), CLOSE);
  }
}

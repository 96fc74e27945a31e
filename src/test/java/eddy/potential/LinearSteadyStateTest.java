package eddy.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.linalg.Resonance;
import eddy.run.RandomStream;
import eddy.run.StreamName;
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

  /** Every identity of Lemma 20 on 1,000 random pairs, half of them with a symmetric F. */
  @Test
  void identitiesHoldForRandomMatrices() {
    RandomStream random = new RandomStream(20, StreamName.DATA);
    for (int trial = 0; trial < 1000; trial++) {
      int n = 1 + random.nextInt(6);
      double[] f = randomMatrix(n, random, trial % 2 == 0);
      double[] d = gram(n, randomMatrix(n, random, false));
      LinearSteadyState s = LinearSteadyState.of(n, f, d);
      double[] x = s.x();
      double[] q = s.q();
      double scale = Math.max(1, Arrays.stream(x).map(Math::abs).max().orElseThrow());
      double size = scale * Math.max(1, Arrays.stream(f).map(Math::abs).max().orElseThrow());
      double[] fx = product(n, f, x);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double lyapunov = fx[i * n + j] + fx[j * n + i] - 2 * d[i * n + j];
          assertThat(lyapunov).isCloseTo(0, within(1e-11 * size));
          assertThat(q[i * n + j] + q[j * n + i]).isZero();
          assertThat(fx[i * n + j] - d[i * n + j] - q[i * n + j])
              .isCloseTo(0, within(1e-11 * size));
        }
      }
      double[] u = s.u();
      double largeU = Arrays.stream(u).map(Math::abs).max().orElseThrow();
      double[] qu = product(n, q, u);
      double trace = 0;
      for (int i = 0; i < n; i++) {
        trace += qu[i * n + i];
      }
      assertThat(trace).isCloseTo(0, within(1e-11 * size * largeU));
      double[] sum = new double[n * n];
      Arrays.setAll(sum, i -> d[i] + q[i]);
      double[] again = product(n, sum, u);
      for (int i = 0; i < n * n; i++) {
        assertThat(again[i]).isCloseTo(f[i], within(1e-10 * size * Math.max(1, largeU)));
      }
      if (trial % 10 < 2 && s.isStable()) {
        assertThat(s.entropyProduction()).isGreaterThan(-1e-9);
        double reversible = s.slowestReversibleRate();
        assertThat(s.slowestRate()).isGreaterThan(reversible - 1e-7 * Math.max(1, reversible));
      }
    }
  }

  private static double[] randomMatrix(int n, RandomStream random, boolean symmetric) {
    double[] a = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i * n + j] =
            symmetric && j < i ? a[j * n + i] : random.nextGaussian() + (i == j ? 0.5 : 0);
      }
    }
    return a;
  }

  private static double[] gram(int n, double[] a) {
    double[] d = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        d[i * n + j] = i == j ? 0.1 : 0;
        for (int k = 0; k < n; k++) {
          d[i * n + j] += a[i * n + k] * a[j * n + k];
        }
      }
    }
    return d;
  }

  private static double[] product(int n, double[] a, double[] b) {
    double[] c = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        for (int j = 0; j < n; j++) {
          c[i * n + j] += a[i * n + k] * b[k * n + j];
        }
      }
    }
    return c;
  }

  @Test
  void resonanceAndSingularCasesAreRefusedByName() {
    double[] opposite = {1, 0, 0, -1};
    double[] noise = {1, 0.3, 0.3, 1};
    assertThatThrownBy(() -> LinearSteadyState.of(2, opposite, noise))
        .isInstanceOf(Resonance.class)
        .hasMessageContaining("resonance");
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
    assertThatThrownBy(() -> LinearSteadyState.of(1, new double[] {Double.NaN}, new double[] {1}))
        .hasMessageContaining("not finite");
  }
}

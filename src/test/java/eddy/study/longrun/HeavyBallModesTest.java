package eddy.study.longrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.langevin.LinearRecursion;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeavyBallModesTest {

  /** S = η C (1 + μ)/[k (1 − μ)(2 (1 + μ) − η k)], computed with SciPy. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.1, 0, 1, 0.052631578947368425",
    "1, 0.1, 0.9, 1, 0.5135135135135137",
    "2, 0.3, 0.5, 0.7, 0.13125",
    "4, 0.5, 0.9, 1, 1.3194444444444449"
  })
  void aSingleModeHasTheKnownVariance(double k, double eta, double mu, double c, double s) {
    HeavyBallModes modes = HeavyBallModes.of(model(new double[] {k}, c), eta, mu, 1, 1e-3);
    assertThat(modes.covariance()[0]).isCloseTo(s, within(1e-12 * s));
  }

  /** The solution of the discrete Lyapunov equation of the pair (x, v) by SciPy. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.03985428051001823, -0.00025500910746812625, 0.028998178506375243",
    "0.5, 0.07425496688741734, -0.0013658940397351354, 0.056870860927152406",
    "0.9, 0.3330100314770692, 0.005536286882593278, 0.30988115200188315"
  })
  void twoModesHaveTheKnownCovariance(double mu, double s11, double s12, double s22) {
    double[] f = {3, 1, 1, 2};
    double[] c = {2, 0.5, 0.5, 1};
    HeavyBallModes modes = HeavyBallModes.of(model(2, f, c), 0.1, mu, 1, 1e-3);
    double[] s = turnedBack(modes, modes.covariance());
    assertThat(s[0]).isCloseTo(s11, within(1e-14));
    assertThat(s[1]).isCloseTo(s12, within(1e-14));
    assertThat(s[3]).isCloseTo(s22, within(1e-14));
  }

  /** Without momentum the area per step is (S Mᵀ − M S)/2, M = I − η F, by SciPy. */
  @Test
  void theAreaPerStepIsKnown() {
    double[] f = {3, 1, 1, 2};
    double[] c = {2, 0.5, 0.5, 1};
    HeavyBallModes modes = HeavyBallModes.of(model(2, f, c), 0.1, 0, 1, 1e-3);
    double[] area = turnedBack(modes, modes.areaRates(new double[] {1}));
    assertThat(area[1]).isCloseTo(-0.0005555555555555554, within(1e-15));
    assertThat(area[0]).isCloseTo(0, within(1e-17));
  }

  /** Against the dense recursion on (x, v), over several steps. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 240})
  void agreesWithTheDenseRecursion(int steps) {
    int n = 5;
    double[] f = definite(n, 1, 0.05);
    double[] c = definite(n, 2, 0.01);
    double eta = 0.02;
    double mu = 0.9;
    HeavyBallModes modes = HeavyBallModes.of(model(n, f, c), eta, mu, steps, 1e-6);
    LinearRecursion epoch = LinearRecursion.heavyBall(n, f, c, eta, mu).power(steps);
    double[] s = epoch.stationaryCovariance();
    double[] area = epoch.areaPerStep();
    double[] ours = turnedBack(modes, modes.covariance());
    double[] turning = turnedBack(modes, modes.areaRates(new double[] {1}));
    double largest = 0;
    for (int i = 0; i < n; i++) {
      largest = Math.max(largest, s[i * 2 * n + i]);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        assertThat(ours[i * n + j]).isCloseTo(s[i * 2 * n + j], within(1e-11 * largest));
        assertThat(turning[i * n + j]).isCloseTo(area[i * 2 * n + j], within(1e-11 * largest));
      }
    }
  }

  /** y = x(t) − x(t − 1): ⟨y(t + 1) y(t)ᵀ⟩ = 2 C(1) − C(0) − C(2), with C of either order. */
  @Test
  void filtersAsADifferenceDoes() {
    int n = 3;
    HeavyBallModes modes =
        HeavyBallModes.of(model(n, definite(n, 3, 0.1), definite(n, 4, 0.1)), 0.05, 0.8, 3, 1e-6);
    double[] one = {1};
    double[] c0 = modes.lagCovariance(0, one);
    double[] c1 = modes.lagCovariance(1, one);
    double[] c2 = modes.lagCovariance(2, one);
    double[] filtered = modes.lagCovariance(1, new double[] {1, -1});
    for (int e = 0; e < n * n; e++) {
      assertThat(filtered[e]).isCloseTo(2 * c1[e] - c0[e] - c2[e], within(1e-12 * Math.abs(c0[0])));
    }
  }

  @Test
  void withoutCirculationKeepsTheVariancesAndHasNoAreas() {
    int n = 4;
    HeavyBallModes modes =
        HeavyBallModes.of(model(n, definite(n, 5, 0.1), definite(n, 6, 0.1)), 0.05, 0.9, 9, 1e-6);
    HeavyBallModes still = modes.withoutCirculation();
    double[] area = still.areaRates(new double[] {1});
    for (int i = 0; i < n; i++) {
      assertThat(still.covariance()[i * n + i]).isEqualTo(modes.covariance()[i * n + i]);
      for (int j = 0; j < n; j++) {
        assertThat(area[i * n + j]).isZero();
      }
    }
    assertThat(modes.areaRates(new double[] {1})[1]).isNotZero();
  }

  @Test
  void leavesOutFlatAndDownhillDirections() {
    double[] k = {2, 1, 0.5, 1e-9, -0.3};
    HeavyBallModes modes = HeavyBallModes.of(model(k, 1), 0.01, 0.9, 1, 1e-4);
    assertThat(modes.curvatures()).hasSize(3);
    assertThat(modes.relaxationTimes()[0]).isCloseTo(5, within(1e-9));
    assertThatThrownBy(() -> HeavyBallModes.of(model(k, 1), 0.01, 0.9, 1, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no stationary state");
    assertThatThrownBy(() -> HeavyBallModes.of(model(k, 1), 2, 0.9, 1, 1e-4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unstable");
  }

  /** E|∇f|² = tr(F S F). */
  @Test
  void theGradientIsThatOfTheStationaryState() {
    int n = 4;
    double[] f = definite(n, 7, 0.2);
    HeavyBallModes modes = HeavyBallModes.of(model(n, f, definite(n, 8, 0.1)), 0.05, 0.9, 2, 1e-6);
    double[] s = turnedBack(modes, modes.covariance());
    double trace = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int l = 0; l < n; l++) {
          trace += f[i * n + j] * s[j * n + l] * f[l * n + i];
        }
      }
    }
    assertThat(modes.squaredGradient()).isCloseTo(trace, within(1e-10 * trace));
  }

  static QuadraticModel model(double[] k, double c) {
    int n = k.length;
    double[] f = new double[n * n];
    double[] noise = new double[n * n];
    for (int i = 0; i < n; i++) {
      f[i * n + i] = k[i];
      noise[i * n + i] = c;
    }
    return model(n, f, noise);
  }

  static QuadraticModel model(int n, double[] f, double[] c) {
    return new QuadraticModel(n, f, c, new double[1], new double[1], 0);
  }

  /** A random symmetric matrix with eigenvalues above {@code least}. */
  static double[] definite(int n, long seed, double least) {
    RandomStream random = new RandomStream(seed, StreamName.DATA);
    double[] g = new double[n * n];
    for (int e = 0; e < g.length; e++) {
      g[e] = random.nextGaussian();
    }
    double[] a = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int l = 0; l < n; l++) {
          a[i * n + j] += g[i * n + l] * g[j * n + l] / n;
        }
      }
      a[i * n + i] += least;
    }
    return a;
  }

  /** Vᵀ A V: from the eigenbasis back to the weights. */
  static double[] turnedBack(HeavyBallModes modes, double[] a) {
    int m = modes.count();
    int d = modes.dimension();
    double[] v = modes.directions();
    double[] out = new double[d * d];
    for (int p = 0; p < d; p++) {
      for (int q = 0; q < d; q++) {
        for (int i = 0; i < m; i++) {
          for (int j = 0; j < m; j++) {
            out[p * d + q] += v[i * d + p] * a[i * m + j] * v[j * d + q];
          }
        }
      }
    }
    return out;
  }
}

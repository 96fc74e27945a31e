package eddy.study.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.trajectory.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquivalentRunsTest {
  private static final int N = 1000;

  /** Var x of v ← μ v + k x + ξ, x ← x − η v with Var ξ = noise, iterated until it stands still. */
  private static double variance(double rate, double momentum, double k, double noise) {
    double xx = 0;
    double xv = 0;
    double vv = 0;
    for (int step = 0; step < 200_000; step++) {
      double newVv = momentum * momentum * vv + 2 * momentum * k * xv + k * k * xx + noise;
      double xNewV = momentum * xv + k * xx;
      double newXx = xx - 2 * rate * xNewV + rate * rate * newVv;
      xv = xNewV - rate * newVv;
      vv = newVv;
      xx = newXx;
    }
    return xx;
  }

  @ParameterizedTest
  @CsvSource({"0, 4", "0.9, 10", "0.5, 0.01"})
  void variancesOfTheStiffestDirection(double momentum, double k) {
    Temperature own = new Temperature(0.05, 32, momentum, N, Sampling.WITHOUT_REPLACEMENT);
    EquivalentRuns runs = EquivalentRuns.of(own, 0.1, k);
    double mine = variance(0.05, momentum, k, own.noiseOfBatch(32));
    assertThat(runs.runs()).hasSizeGreaterThan(5);
    for (EquivalentRun run : runs.runs()) {
      Temperature there =
          new Temperature(run.rate(), run.batch(), momentum, N, Sampling.WITHOUT_REPLACEMENT);
      assertThat(there.value()).isCloseTo(own.value(), within(1e-12));
      double noise = own.noiseOfBatch(run.batch());
      if (run.stable()) {
        double theirs = variance(run.rate(), momentum, k, noise);
        assertThat(theirs / mine)
            .isCloseTo(run.varianceRatio(), within(1e-6 * run.varianceRatio()));
      } else {
        assertThat(run.varianceRatio()).isInfinite();
        assertThat(variance(run.rate(), momentum, k, noise)).isNotFinite();
      }
      assertThat(variance(run.stiffRate(), momentum, k, noise))
          .isCloseTo(mine, within(1e-6 * mine));
    }
  }

  /** Remark 11's (2 − ηk)/(2 − 2ηk), from η k = 0.2. */
  @Test
  void doublingBoth() {
    Temperature own = new Temperature(0.1, 16, 0, N, Sampling.WITH_REPLACEMENT);
    EquivalentRuns runs = EquivalentRuns.of(own, 0.1, 2);
    EquivalentRun twice =
        runs.runs().stream().filter(run -> run.batch() == 32).findFirst().orElseThrow();
    assertThat(twice.rate()).isCloseTo(0.2, within(1e-12));
    assertThat(twice.stepsRatio()).isCloseTo(0.5, within(1e-12));
    assertThat(twice.varianceRatio()).isCloseTo(1.8 / 1.6, within(1e-12));
    assertThat(runs.noise()).isCloseTo(0.1 / 32 * 0.1, within(1e-15));
    assertThat(runs.largestStableRate()).isCloseTo(1, within(1e-12));
  }

  @Test
  void aBatchOfAllExamplesHasNoRate() {
    Temperature own = new Temperature(0.1, 250, 0, N, Sampling.RESHUFFLED);
    EquivalentRuns runs = EquivalentRuns.of(own, 0.1, Double.NaN);
    EquivalentRun last = runs.runs().get(runs.runs().size() - 1);
    assertThat(last.batch()).isEqualTo(N);
    assertThat(last.rate()).isInfinite();
    assertThat(runs.sentence()).startsWith("The largest curvature of the loss is not known");
  }

  @Test
  void ratesAboveTheLimit() {
    Temperature own = new Temperature(0.1, 32, 0, N, Sampling.RESHUFFLED);
    EquivalentRuns runs = EquivalentRuns.of(own, 0.1, 30);
    assertThat(runs.sentence()).startsWith("Your learning rate is above the limit of stability");
    assertThat(runs.runs()).allMatch(run -> Double.isNaN(run.varianceRatio()));
  }

  @Test
  void refuses() {
    Temperature cold = new Temperature(0.1, N, 0, N, Sampling.RESHUFFLED);
    assertThatThrownBy(() -> EquivalentRuns.of(cold, 0.1, 1))
        .hasMessage(
            "Your batches hold all 1000 examples, so there is no noise to keep: give a smaller batch"
                + " size.");
    Temperature own = new Temperature(0.1, 10, 0, N, Sampling.RESHUFFLED);
    assertThatThrownBy(() -> EquivalentRuns.of(own, 0, 1))
        .hasMessageContaining("positive mean eigenvalue");
  }
}

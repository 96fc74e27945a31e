package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every branch of the rule, as the design states it. */
class VerdictRuleTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        // printed low, high; corrected low, high; ours; verdict
        "1, 2, '', '', 1.5, holds",
        "1, 2, '', '', 1, holds",
        "1, 2, '', '', 2, holds",
        "1, 2, 4, 5, 1.5, holds",
        "1, 2, 4, 5, 4.5, holds with a correction",
        "1, 2, 4, 5, 3, does not hold",
        "1, 2, '', '', 2.1, does not hold",
        "'', '', 4, 5, 4.5, holds with a correction",
        "'', '', 4, 5, 3, does not hold",
        "'', 2, '', '', -1e300, holds",
        "1, '', '', '', 1e300, holds",
        "'', '', '', '', 1.5, not decided",
        "1, 2, '', '', NaN, not decided",
      })
  void byMedian(String pl, String ph, String cl, String ch, double ours, String verdict) {
    Claim row = row(pl, ph, cl, ch, "median", "");
    assertThat(VerdictRule.decide(row, Evidence.exact(ours, 0), Scale.PAPER)).hasToString(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    // printed low, high; corrected low, high; interval low, high; verdict
    "1, 2, '', '', 1, 2, holds",
    "1, 2, 1, 5, 1.1, 1.9, holds",
    "1, 2, 1, 5, 1.1, 2.1, holds with a correction",
    "1, 2, 4, 5, 4.1, 4.2, holds with a correction",
    "1, 2, 4, 5, 2.5, 3.5, does not hold",
    "1, 2, '', '', 2.5, 3.5, does not hold",
    "1, 2, '', '', 1.9, 2.1, not decided",
    "1, 2, 4, 5, 3.9, 4.1, not decided",
    "1, 2, 4, 5, 0, 9, not decided",
    "'', '', '', '', 1, 2, not decided",
    "1, 2, '', '', NaN, NaN, not decided",
  })
  void byInterval(
      String pl, String ph, String cl, String ch, double low, double high, String verdict) {
    Claim row = row(pl, ph, cl, ch, "interval", "");
    Evidence evidence =
        new Evidence((low + high) / 2, low, high, Double.NaN, Double.NaN, Double.NaN, List.of());
    assertThat(VerdictRule.decide(row, evidence, Scale.PAPER)).hasToString(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    // test; printed low, high; ours; p; power; verdict
    "level=0.01, '', '', 0, 0.009, 0.1, holds",
    "level=0.01, '', '', 0, 0.01, 0.8, does not hold",
    "level=0.01, '', '', 0, 0.5, 0.79, not decided",
    "level=0.01, '', '', 0, 0.5, NaN, not decided",
    "level=0.01, '', '', 0, NaN, 0.9, not decided",
    "level=0.01, 1, 2, 1.5, 0.001, 0.9, holds",
    "level=0.01, 1, 2, 3, 0.001, 0.9, does not hold",
    "level=0.01; power=0.5, '', '', 0, 0.5, 0.6, does not hold",
    "level=0.01; claims=no effect, '', '', 0, 0.001, 0.1, does not hold",
    "level=0.01; claims=no effect, '', '', 0, 0.5, 0.8, holds",
    "level=0.01; claims=no effect, '', '', 0, 0.5, 0.7, not decided",
    "exploratory, 1, 2, 1.5, 0.001, 0.9, not decided",
  })
  void byTest(
      String test, String low, String high, double ours, double p, double power, String verdict) {
    Claim row = row(low, high, "", "", "test", test);
    Evidence evidence = Evidence.exact(ours, 0).withTest(p, power);
    assertThat(VerdictRule.decide(row, evidence, Scale.PAPER)).hasToString(verdict);
  }

  @Test
  void whatOnlyThePaperScaleDecidesIsNotDecidedAtQuick() {
    Claim row = row("1", "2", "", "", "median", "scale=paper");
    Evidence evidence = Evidence.exact(1.5, 0);
    assertThat(VerdictRule.decide(row, evidence, Scale.QUICK)).isEqualTo(Verdict.NOT_DECIDED);
    assertThat(VerdictRule.decide(row, evidence, Scale.PAPER)).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void anExploratoryRowIsNeverDecidedWhateverDecides() {
    Claim row = row("1", "2", "", "", "median", "exploratory");
    assertThat(VerdictRule.decide(row, Evidence.exact(9, 0), Scale.PAPER))
        .isEqualTo(Verdict.NOT_DECIDED);
  }

  private static Claim row(
      String pl, String ph, String cl, String ch, String decidedBy, String test) {
    return Claim.of(
        List.of("c", "q", "", "", "", pl, ph, cl, ch, decidedBy, test, "", "not decided"));
  }
}

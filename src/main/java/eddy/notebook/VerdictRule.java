package eddy.notebook;

import java.util.Optional;

/**
 * The rule from numbers to a verdict, a pure function of the row of {@code claims.csv}, the
 * evidence and the scale.
 *
 * <ol>
 *   <li>An exploratory row is not decided; neither is a row marked {@code scale=paper} by a quick
 *       run.
 *   <li>By <b>median</b>: our number in the range as printed: holds; else in the range as
 *       corrected: holds with a correction; else does not hold. Not decided without our number or
 *       without any range.
 *   <li>By <b>interval</b>: the whole interval in the range as printed: holds; else in the range as
 *       corrected: holds with a correction; outside of both: does not hold; across an edge, or
 *       without an interval or a range: not decided.
 *   <li>By <b>test</b>, where the paper claims an effect: p at or above the level does not hold
 *       when the power suffices, and is not decided when it does not. p below the level holds;
 *       where the row has a range, our number must lie in it, as by median.
 *   <li>By <b>test</b>, where the paper claims that there is no effect: p below the level does not
 *       hold; otherwise it holds when the power suffices and is not decided when it does not.
 *       Without a p-value a test does not decide; a power that is not known does not suffice.
 * </ol>
 */
public final class VerdictRule {
  private VerdictRule() {}

  /**
   * Decides one quantity of a claim.
   *
   * @param row the row of claims.csv
   * @param evidence our number, its interval, p-value and power
   * @param scale the scale of the run
   */
  public static Verdict decide(Claim row, Evidence evidence, Scale scale) {
    TestRule test = row.test();
    if (test.exploratory() || (test.paperOnly() && scale == Scale.QUICK)) {
      return Verdict.NOT_DECIDED;
    }
    return switch (row.decidedBy()) {
      case MEDIAN -> byMedian(row, evidence.ours());
      case INTERVAL -> byInterval(row, evidence);
      case TEST -> byTest(row, evidence);
    };
  }

  private static Verdict byMedian(Claim row, double ours) {
    if (Double.isNaN(ours) || !hasRange(row)) {
      return Verdict.NOT_DECIDED;
    }
    if (row.printed().isPresent() && row.printed().get().contains(ours)) {
      return Verdict.HOLDS;
    }
    if (row.corrected().isPresent() && row.corrected().get().contains(ours)) {
      return Verdict.HOLDS_WITH_A_CORRECTION;
    }
    return Verdict.DOES_NOT_HOLD;
  }

  private static Verdict byInterval(Claim row, Evidence evidence) {
    if (Double.isNaN(evidence.low()) || Double.isNaN(evidence.high()) || !hasRange(row)) {
      return Verdict.NOT_DECIDED;
    }
    Range interval = new Range(evidence.low(), evidence.high());
    if (row.printed().isPresent() && row.printed().get().contains(interval)) {
      return Verdict.HOLDS;
    }
    if (row.corrected().isPresent() && row.corrected().get().contains(interval)) {
      return Verdict.HOLDS_WITH_A_CORRECTION;
    }
    boolean touches = touches(row.printed(), interval) || touches(row.corrected(), interval);
    return touches ? Verdict.NOT_DECIDED : Verdict.DOES_NOT_HOLD;
  }

  private static Verdict byTest(Claim row, Evidence evidence) {
    if (Double.isNaN(evidence.pValue())) {
      return Verdict.NOT_DECIDED;
    }
    TestRule test = row.test();
    boolean rejected = evidence.pValue() < test.level();
    if (rejected && test.claimsEffect()) {
      return hasRange(row) ? byMedian(row, evidence.ours()) : Verdict.HOLDS;
    }
    if (rejected) {
      return Verdict.DOES_NOT_HOLD;
    }
    if (!(evidence.power() >= test.leastPower())) {
      return Verdict.NOT_DECIDED;
    }
    return test.claimsEffect() ? Verdict.DOES_NOT_HOLD : Verdict.HOLDS;
  }

  private static boolean hasRange(Claim row) {
    return row.printed().isPresent() || row.corrected().isPresent();
  }

  private static boolean touches(Optional<Range> range, Range interval) {
    return range.isPresent() && range.get().overlaps(interval);
  }
}

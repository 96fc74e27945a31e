package eddy.notebook;

import java.util.List;
import java.util.Optional;

/**
 * One row of {@code claims.csv}: a quantity of a claim of the paper, and what decides it. Rows are
 * written before the paper-scale run that they judge.
 *
 * @param claim identifier of the claim; rows with the same one are its quantities
 * @param quantity the number in question, unique within the claim
 * @param statement what the paper says, in our words
 * @param source where it says so (equation, figure, section)
 * @param published the published value as printed; may be empty
 * @param printed acceptance range of the claim as printed
 * @param corrected acceptance range of the claim as corrected
 * @param decidedBy what decides
 * @param test statistic, settings, level and least power
 * @param reason why these ranges and this test
 * @param expectedQuick the verdict that a quick run must give
 */
public record Claim(
    String claim,
    String quantity,
    String statement,
    String source,
    String published,
    Optional<Range> printed,
    Optional<Range> corrected,
    DecidedBy decidedBy,
    TestRule test,
    String reason,
    Verdict expectedQuick) {

  static final List<String> COLUMNS =
      List.of(
          "claim",
          "quantity",
          "statement",
          "source",
          "published",
          "printed_low",
          "printed_high",
          "corrected_low",
          "corrected_high",
          "decided_by",
          "test",
          "reason",
          "expected_quick");

  static Claim of(List<String> row) {
    return new Claim(
        row.get(0),
        row.get(1),
        row.get(2),
        row.get(3),
        row.get(4),
        range(row.get(5), row.get(6)),
        range(row.get(7), row.get(8)),
        DecidedBy.of(row.get(9)),
        TestRule.of(row.get(10)),
        row.get(11),
        Verdict.of(row.get(12)));
  }

  private static Optional<Range> range(String low, String high) {
    if (low.isBlank() && high.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new Range(
            low.isBlank() ? Double.NEGATIVE_INFINITY : Numbers.parse(low),
            high.isBlank() ? Double.POSITIVE_INFINITY : Numbers.parse(high)));
  }
}

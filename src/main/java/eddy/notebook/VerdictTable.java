package eddy.notebook;

import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A claim with its quantities, our numbers and the verdicts, as a table. */
final class VerdictTable {
  private static final int DIGITS = 4;

  private VerdictTable() {}

  /**
   * The table of one claim; quantities that were not looked at yet are left out.
   *
   * @param quantities the rows of the claim in claims.csv
   * @param verdicts what was decided so far
   */
  static Output of(List<Claim> quantities, Verdicts verdicts) {
    Claim first = quantities.get(0);
    StringColumn quantity = StringColumn.create("quantity");
    StringColumn paper = StringColumn.create("paper");
    StringColumn accepted = StringColumn.create("holds within");
    StringColumn ours = StringColumn.create("ours");
    StringColumn nullModel = StringColumn.create("null model");
    StringColumn verdict = StringColumn.create("verdict");
    for (Verdicts.Row row : verdicts.of(first.claim())) {
      quantity.append(row.quantity());
      paper.append(row.published().isEmpty() ? "–" : row.published());
      accepted.append(accepted(quantities, row.quantity()));
      ours.append(ours(row.evidence()));
      nullModel.append(Numbers.brief(row.evidence().nullModel(), DIGITS));
      verdict.append(row.verdict().toString());
    }
    Table table = Table.create("", quantity, paper, accepted, ours, nullModel, verdict);
    String statement = first.statement() + " (" + first.source() + ").";
    String overall = "Verdict on " + first.claim() + ": " + verdicts.overall(quantities);
    Output shown = HtmlTable.of(table);
    return Output.html(
        "<p>"
            + HtmlTable.escape(statement)
            + "</p>"
            + shown.html()
            + "<p><strong>"
            + HtmlTable.escape(overall)
            + "</strong></p>",
        statement + '\n' + shown.text() + '\n' + overall);
  }

  private static String accepted(List<Claim> quantities, String quantity) {
    Optional<Claim> row =
        quantities.stream().filter(claim -> claim.quantity().equals(quantity)).findFirst();
    String printed = row.flatMap(Claim::printed).map(VerdictTable::range).orElse("–");
    return row.flatMap(Claim::corrected)
        .map(range -> printed + ", corrected " + range(range))
        .orElse(printed);
  }

  /** Both ends, with as many digits as it takes to tell them apart. */
  private static String range(Range range) {
    if (range.low() == range.high()) {
      return Numbers.brief(range.low(), DIGITS);
    }
    int digits = DIGITS;
    while (Numbers.brief(range.low(), digits).equals(Numbers.brief(range.high(), digits))) {
      digits++;
    }
    return Numbers.brief(range.low(), digits) + " to " + Numbers.brief(range.high(), digits);
  }

  /** Our number with its interval, p-value and power, where there are any. */
  private static String ours(Evidence evidence) {
    StringBuilder text = new StringBuilder(Numbers.brief(evidence.ours(), DIGITS));
    String interval = evidence.interval(DIGITS);
    if (!interval.isEmpty()) {
      text.append(" (").append(interval).append(')');
    }
    if (!Double.isNaN(evidence.pValue())) {
      text.append(", p = ").append(Numbers.brief(evidence.pValue(), 2));
    }
    if (!Double.isNaN(evidence.power())) {
      text.append(", power ").append(Numbers.brief(evidence.power(), 2));
    }
    return text.toString();
  }

  /** The interval around our number; a dash when there is none wide enough to be seen. */
  static String interval(Evidence evidence) {
    String interval = evidence.interval(DIGITS);
    return interval.isEmpty() ? "–" : interval;
  }
}

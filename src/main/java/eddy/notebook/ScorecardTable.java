package eddy.notebook;

import java.util.List;

/** One line a claim: what the paper says, what was found, the verdict, and where it is given. */
final class ScorecardTable {
  private static final int DIGITS = 4;
  private static final String HEAD =
      "<tr><th style=\"text-align:left\">the paper says</th>"
          + "<th style=\"text-align:left\">found</th>"
          + "<th style=\"text-align:left\">verdict</th>"
          + "<th style=\"text-align:left\">notebook</th></tr>";

  private ScorecardTable() {}

  /** The table of some claims, with a text twin. */
  static Output of(List<ScoredClaim> claims) {
    StringBuilder html =
        new StringBuilder("<table class=\"scorecard\"><thead>" + HEAD + "</thead>");
    StringBuilder text = new StringBuilder();
    html.append("<tbody>");
    for (ScoredClaim claim : claims) {
      html.append("<tr>")
          .append(cell(HtmlTable.escape(claim.statement()) + small(claim.source())))
          .append(cell(HtmlTable.escape(claim.found(DIGITS)) + small(claim.share())))
          .append(cell("<strong>" + claim.verdict() + "</strong>"))
          .append(cell(notebook(claim)))
          .append("</tr>");
      text.append(claim.statement())
          .append(" (")
          .append(claim.source())
          .append("). ")
          .append(claim.found(DIGITS))
          .append(claim.share().isEmpty() ? "" : "; " + claim.share())
          .append(": ")
          .append(claim.verdict())
          .append(claim.place().map(place -> " (" + place.notebook() + ")").orElse(""))
          .append('\n');
    }
    return Output.html(html.append("</tbody></table>").toString(), text.toString().stripTrailing());
  }

  private static String cell(String html) {
    return "<td style=\"text-align:left\">" + html + "</td>";
  }

  private static String small(String text) {
    return text.isEmpty() ? "" : "<br><small>" + HtmlTable.escape(text) + "</small>";
  }

  private static String notebook(ScoredClaim claim) {
    return claim
        .place()
        .map(
            place ->
                "<a href=\""
                    + HtmlTable.escape(place.link()).replace("\"", "%22")
                    + "\">"
                    + place.number()
                    + "</a>"
                    + small("scale " + claim.scale()))
        .orElse("–");
  }
}

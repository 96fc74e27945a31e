package eddy.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A claim with everything that the published notebooks say of it.
 *
 * @param section where the paper makes it
 * @param quantities its rows in claims.csv, at least one
 * @param rows what was published about them; empty when no notebook has looked at it
 * @param verdict the verdict on the whole claim
 * @param place where the verdict is given; empty without rows
 */
public record ScoredClaim(
    Section section,
    List<Claim> quantities,
    List<Verdicts.Row> rows,
    Verdict verdict,
    Optional<VerdictPlace> place) {

  /** Identifier of the claim. */
  public String id() {
    return quantities.get(0).claim();
  }

  /** What the paper says, in our words. */
  public String statement() {
    return quantities.get(0).statement();
  }

  /** Where it says so. */
  public String source() {
    return quantities.get(0).source();
  }

  /** The first quantity whose own verdict is the one on the whole claim. */
  public Optional<Verdicts.Row> deciding() {
    return rows.stream().filter(row -> row.verdict() == verdict).findFirst();
  }

  /**
   * What was found: the deciding quantity with its interval, the published number and the null
   * model; what is missing where nothing was looked at.
   *
   * @param digits significant digits of the numbers
   */
  public String found(int digits) {
    return deciding()
        .filter(row -> !Double.isNaN(row.evidence().ours()))
        .map(row -> found(row, digits))
        .orElseGet(() -> rows.isEmpty() ? quantities.get(0).reason() : missing());
  }

  /** The first quantity that nothing was published about; the reason where all have a row. */
  private String missing() {
    List<String> published = rows.stream().map(Verdicts.Row::quantity).toList();
    return quantities.stream()
        .map(Claim::quantity)
        .filter(quantity -> !published.contains(quantity))
        .findFirst()
        .map(quantity -> quantity + ": not published yet")
        .orElse(quantities.get(0).reason());
  }

  private static String found(Verdicts.Row row, int digits) {
    Evidence evidence = row.evidence();
    List<String> parts = new ArrayList<>();
    String ours = Numbers.brief(evidence.ours(), digits);
    String interval = evidence.interval(digits);
    parts.add(row.quantity() + ": " + ours + (interval.isEmpty() ? "" : " (" + interval + ")"));
    if (!row.published().isEmpty()) {
      parts.add("paper: " + row.published());
    }
    if (!Double.isNaN(evidence.nullModel())) {
      parts.add("null model: " + Numbers.brief(evidence.nullModel(), digits));
    }
    return String.join("; ", parts);
  }

  /** How many of its quantities decide so, where there are several: "2 of 3 do not hold". */
  public String share() {
    if (quantities.size() == 1 || rows.isEmpty()) {
      return "";
    }
    long other = rows.stream().filter(row -> row.verdict() != verdict).count();
    long like = quantities.size() - other;
    String all = like == 2 ? "both" : "all " + like;
    String count = like == quantities.size() ? all : like + " of " + quantities.size();
    return count
        + switch (verdict) {
          case HOLDS -> " quantities hold";
          case HOLDS_WITH_A_CORRECTION -> " quantities need a correction";
          case DOES_NOT_HOLD -> " quantities do not hold";
          case NOT_DECIDED -> " quantities not decided";
        };
  }

  /** The scale of the run that decided; empty when there is none. */
  public String scale() {
    return rows.isEmpty() ? "" : rows.get(0).scale().toString();
  }
}

package eddy.notebook;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The judgement on a claim of several quantities.
 *
 * <pre>{@code
 * lesson.claim("fig4a")
 *     .quantity("minima", Evidence.exact(2, 0))
 *     .quantity("saddles", Evidence.exact(1, 0))
 *     .decide();
 * }</pre>
 */
public final class Judgement {
  private final Lesson lesson;
  private final String claim;
  private final Map<String, Evidence> evidence = new LinkedHashMap<>();

  Judgement(Lesson lesson, String claim) {
    this.lesson = lesson;
    this.claim = claim;
  }

  /**
   * Adds what was found about one quantity.
   *
   * @param name the quantity, as in claims.csv
   * @param found what this run found
   * @return this judgement
   */
  public Judgement quantity(String name, Evidence found) {
    evidence.put(name, found);
    return this;
  }

  /**
   * Adds a number without randomness, whose numerical error is negligible.
   *
   * @param name the quantity, as in claims.csv
   * @param value what this run found
   * @return this judgement
   */
  public Judgement quantity(String name, double value) {
    return quantity(name, Evidence.exact(value, 0));
  }

  /**
   * Adds a number without randomness.
   *
   * @param name the quantity, as in claims.csv
   * @param value what this run found
   * @param error bound of its numerical error
   * @return this judgement
   */
  public Judgement quantity(String name, double value, double error) {
    return quantity(name, Evidence.exact(value, error));
  }

  /**
   * Decides the quantities, shows the claim, and writes {@code verdicts.csv}.
   *
   * @throws IllegalArgumentException when claims.csv does not have the claim or a quantity
   */
  public void decide() {
    lesson.decide(claim, evidence);
  }
}

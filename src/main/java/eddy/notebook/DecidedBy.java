package eddy.notebook;

import java.util.Locale;

/** What decides a claim. */
public enum DecidedBy {
  /** Our number: the median over seeds, or the one number that there is. */
  MEDIAN,
  /** The whole interval around our number. */
  INTERVAL,
  /** A statistical test, by its p-value and its power. */
  TEST;

  /**
   * Reads {@code median}, {@code interval} or {@code test}.
   *
   * @throws IllegalArgumentException for another word
   */
  public static DecidedBy of(String text) {
    for (DecidedBy value : values()) {
      if (value.toString().equals(text)) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "'" + text + "' in the column decided_by of claims.csv: use median, interval or test.");
  }

  /** The word used in claims.csv. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

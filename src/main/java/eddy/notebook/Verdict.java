package eddy.notebook;

import java.util.Collection;

/** What a notebook says about a claim of the paper. */
public enum Verdict {
  HOLDS("holds"),
  HOLDS_WITH_A_CORRECTION("holds with a correction"),
  DOES_NOT_HOLD("does not hold"),
  NOT_DECIDED("not decided");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /**
   * Reads a verdict from its words, as {@link #toString()} writes them.
   *
   * @throws IllegalArgumentException for other words
   */
  public static Verdict of(String words) {
    for (Verdict verdict : values()) {
      if (verdict.words.equals(words)) {
        return verdict;
      }
    }
    throw new IllegalArgumentException(
        "'"
            + words
            + "' is no verdict: use holds, holds with a correction, does not hold or not decided.");
  }

  /**
   * The verdict on a claim of several quantities: it does not hold when one of them does not; it
   * holds when all hold, with a correction when one of them needs one; otherwise, and for no
   * quantity at all, it is not decided.
   *
   * @param parts the verdicts on the quantities
   */
  public static Verdict ofAll(Collection<Verdict> parts) {
    if (parts.contains(DOES_NOT_HOLD)) {
      return DOES_NOT_HOLD;
    }
    if (parts.isEmpty() || parts.contains(NOT_DECIDED)) {
      return NOT_DECIDED;
    }
    return parts.contains(HOLDS_WITH_A_CORRECTION) ? HOLDS_WITH_A_CORRECTION : HOLDS;
  }

  /** The words printed in tables and files. */
  @Override
  public String toString() {
    return words;
  }
}

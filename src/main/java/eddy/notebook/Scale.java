package eddy.notebook;

import java.util.Locale;

/** The two sizes at which a notebook runs. */
public enum Scale {
  /** Built-in digits and small settings: a notebook ends within a minute. */
  QUICK,
  /** The paper's own size, on the real data. */
  PAPER;

  /**
   * Reads the value of {@code EDDY_SCALE}.
   *
   * @param text {@code quick} or {@code paper}; null or blank means quick
   * @return the scale
   * @throws IllegalArgumentException for any other word
   */
  public static Scale of(String text) {
    if (text == null || text.isBlank()) {
      return QUICK;
    }
    for (Scale scale : values()) {
      if (scale.toString().equals(text.strip())) {
        return scale;
      }
    }
    throw new IllegalArgumentException(
        "EDDY_SCALE is '" + text + "': set it to quick or paper, or leave it out for quick.");
  }

  /** The word used in files and in the environment: {@code quick} or {@code paper}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

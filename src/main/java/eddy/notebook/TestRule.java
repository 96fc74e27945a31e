package eddy.notebook;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the column {@code test} of a claim says: the statistic and its settings, fixed before the
 * paper-scale run, and how its p-value decides.
 *
 * <p>In the file it is {@code exploratory}, or entries {@code key=value} separated by semicolons:
 * {@code statistic}, {@code settings}, {@code level} (0.01 unless told), {@code power} (least
 * power, 0.8 unless told), {@code claims} ({@code effect}, the default, or {@code no effect}: which
 * of the two the paper claims) and {@code scale=paper} when a quick run cannot decide.
 *
 * @param statistic the statistic, in words
 * @param settings its settings, in words
 * @param level the null hypothesis is rejected when p is below this level
 * @param leastPower a test of less power cannot speak for the null hypothesis
 * @param claimsEffect whether the paper claims the effect (true) or its absence (false)
 * @param paperOnly whether only the paper scale decides
 * @param exploratory whether the row is looked at, but never decided
 */
public record TestRule(
    String statistic,
    String settings,
    double level,
    double leastPower,
    boolean claimsEffect,
    boolean paperOnly,
    boolean exploratory) {

  /**
   * Reads the column.
   *
   * @param text the text of the column; empty for a row that no test decides
   * @throws IllegalArgumentException for an unknown key, or a level or power outside (0, 1)
   */
  public static TestRule of(String text) {
    boolean exploratory = text.strip().equals("exploratory");
    Map<String, String> entries = exploratory ? new LinkedHashMap<>() : entries(text);
    TestRule rule =
        new TestRule(
            take(entries, "statistic", ""),
            take(entries, "settings", ""),
            fraction(take(entries, "level", "0.01"), "level"),
            fraction(take(entries, "power", "0.8"), "power"),
            oneOf(take(entries, "claims", "effect"), "effect", "no effect"),
            oneOf(take(entries, "scale", "both"), "paper", "both"),
            exploratory);
    if (!entries.isEmpty()) {
      throw new IllegalArgumentException(
          "'"
              + entries.keySet().iterator().next()
              + "' in the column test of claims.csv is unknown: use statistic, settings, level,"
              + " power, claims, scale, or the one word exploratory.");
    }
    return rule;
  }

  private static Map<String, String> entries(String text) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (String entry : text.split(";")) {
      int equals = entry.indexOf('=');
      if (equals > 0) {
        entries.put(entry.substring(0, equals).strip(), entry.substring(equals + 1).strip());
      } else if (!entry.isBlank()) {
        entries.put(entry.strip(), "");
      }
    }
    return entries;
  }

  private static String take(Map<String, String> entries, String key, String otherwise) {
    String value = entries.remove(key);
    return value == null ? otherwise : value;
  }

  private static double fraction(String text, String key) {
    double value = Numbers.parse(text);
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(
          "The " + key + " in claims.csv is '" + text + "': it must lie between 0 and 1.");
    }
    return value;
  }

  private static boolean oneOf(String text, String yes, String no) {
    if (!text.equals(yes) && !text.equals(no)) {
      throw new IllegalArgumentException(
          "'" + text + "' in the column test of claims.csv: use '" + yes + "' or '" + no + "'.");
    }
    return text.equals(yes);
  }
}

package eddy.notebook;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a paper under which the scorecard gathers claims: one row of {@code sections.csv}.
 *
 * @param paper the paper, by its authors
 * @param name the section as readers cite it, such as "Section 4.1"
 * @param title what it is about
 * @param places what stands in it ("Lemma 6", "Eq. 12", "Figure 3"): a claim whose source begins
 *     with one of them belongs here
 * @param key identifiers of the claims that a brief summary shows, most telling first
 */
public record Section(
    String paper, String name, String title, List<String> places, List<String> key) {
  static final List<String> COLUMNS = List.of("paper", "name", "title", "places", "key");

  static Section of(List<String> row) {
    return new Section(row.get(0), row.get(1), row.get(2), words(row.get(3)), words(row.get(4)));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(";")).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }

  /** Paper and section in one line. */
  public String heading() {
    return paper + ", " + name;
  }

  /**
   * Where the first of this section's places stands in a source; "Eqs. (16), 17", "Remarks 23 to
   * 26" and "Figure 4c" name the places Eq. 16, Remark 23 and Figure 4.
   *
   * @return the index of its first letter; -1 where none is named
   */
  int firstPlace(String source) {
    int first = -1;
    for (String place : places) {
      Matcher found = pattern(place).matcher(source);
      if (found.find() && (first < 0 || found.start() < first)) {
        first = found.start();
      }
    }
    return first;
  }

  private static Pattern pattern(String place) {
    int blank = place.lastIndexOf(' ');
    char last = place.charAt(place.length() - 1);
    if (blank < 0 || last == '.') {
      return Pattern.compile("\\b" + Pattern.quote(place));
    }
    String kind = place.substring(0, blank).replaceFirst("\\.$", "");
    String end = Character.isDigit(last) ? "(?!\\.?\\d)" : "";
    return Pattern.compile(
        "\\b"
            + Pattern.quote(kind)
            + "s?\\.? \\(?"
            + Pattern.quote(place.substring(blank + 1))
            + end);
  }
}

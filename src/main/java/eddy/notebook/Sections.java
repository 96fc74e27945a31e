package eddy.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The sections of the papers, {@code sections.csv}: the one rule that groups claims. */
public final class Sections {
  private final List<Section> rows;

  private Sections(List<Section> rows) {
    this.rows = List.copyOf(rows);
  }

  /** The sections that come with the library. */
  public static Sections load() {
    try (InputStream in = Sections.class.getResourceAsStream("/eddy/sections.csv")) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads sections from the text of a CSV file.
   *
   * @param csv the text, with the columns of {@link Section} in their order
   * @throws IllegalArgumentException for wrong columns
   */
  public static Sections parse(String csv) {
    return new Sections(
        Csv.parse(csv, Section.COLUMNS, "sections.csv").stream().map(Section::of).toList());
  }

  /** All sections, in the order of the papers. */
  public List<Section> rows() {
    return rows;
  }

  /**
   * The section of a claim: the one whose place is named first in the claim's source.
   *
   * @param source where the paper says it, as in claims.csv
   * @throws IllegalArgumentException when the source names no known place
   */
  public Section of(String source) {
    Section found = null;
    int first = Integer.MAX_VALUE;
    for (Section section : rows) {
      int place = section.firstPlace(source);
      if (place >= 0 && place < first) {
        first = place;
        found = section;
      }
    }
    if (found == null) {
      throw new IllegalArgumentException(
          "The source '"
              + source
              + "' in claims.csv names no place of the papers: name one of the places in"
              + " src/main/resources/eddy/sections.csv, or add it there.");
    }
    return found;
  }
}

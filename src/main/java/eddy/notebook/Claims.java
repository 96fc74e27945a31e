package eddy.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The table of claims, {@code claims.csv}. */
public final class Claims {
  private final List<Claim> rows;

  private Claims(List<Claim> rows) {
    this.rows = List.copyOf(rows);
  }

  /** The claims that come with the library. */
  public static Claims load() {
    try (InputStream in = Claims.class.getResourceAsStream("/eddy/claims.csv")) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads claims from the text of a CSV file.
   *
   * @param csv the text, with the columns of {@link Claim} in their order
   * @throws IllegalArgumentException for wrong columns, a field that cannot be read, or two rows of
   *     the same claim and quantity
   */
  public static Claims parse(String csv) {
    List<Claim> rows = Csv.parse(csv, Claim.COLUMNS, "claims.csv").stream().map(Claim::of).toList();
    Set<String> seen = new HashSet<>();
    for (Claim row : rows) {
      if (!seen.add(row.claim() + '\n' + row.quantity())) {
        throw new IllegalArgumentException(
            "claims.csv has two rows for '"
                + row.quantity()
                + "' of the claim '"
                + row.claim()
                + "': keep one.");
      }
    }
    return new Claims(rows);
  }

  /** All rows, in the order of the file. */
  public List<Claim> rows() {
    return rows;
  }

  /**
   * The quantities of a claim.
   *
   * @throws IllegalArgumentException when there is no such claim
   */
  public List<Claim> of(String claim) {
    List<Claim> found = rows.stream().filter(row -> row.claim().equals(claim)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no claim '" + claim + "': add its rows to src/main/resources/eddy/claims.csv.");
    }
    return found;
  }

  /**
   * One quantity of a claim.
   *
   * @throws IllegalArgumentException when there is no such row
   */
  public Claim of(String claim, String quantity) {
    List<Claim> quantities = of(claim);
    return quantities.stream()
        .filter(row -> row.quantity().equals(quantity))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The claim '"
                        + claim
                        + "' has no quantity '"
                        + quantity
                        + "'; it has "
                        + quantities.stream().map(Claim::quantity).toList()
                        + "."));
  }
}

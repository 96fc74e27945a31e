package eddy.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The verdicts of one run of a notebook, as in its {@code verdicts.csv}. */
public final class Verdicts {
  static final List<String> COLUMNS =
      List.of(
          "claim",
          "quantity",
          "published",
          "ours",
          "low",
          "high",
          "null",
          "verdict",
          "scale",
          "seeds");

  private final List<Row> rows = new ArrayList<>();

  /**
   * One line of the file.
   *
   * @param claim identifier of the claim
   * @param quantity the quantity
   * @param published the published value as printed
   * @param evidence our number, its interval, the null model and the seeds; the file does not keep
   *     p-value and power
   * @param verdict the verdict
   * @param scale the scale of the run
   */
  public record Row(
      String claim,
      String quantity,
      String published,
      Evidence evidence,
      Verdict verdict,
      Scale scale) {

    private List<String> fields() {
      return List.of(
          claim,
          quantity,
          published,
          Numbers.exact(evidence.ours()),
          Numbers.exact(evidence.low()),
          Numbers.exact(evidence.high()),
          Numbers.exact(evidence.nullModel()),
          verdict.toString(),
          scale.toString(),
          evidence.seeds().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    private static Row of(List<String> fields) {
      List<Long> seeds =
          Arrays.stream(fields.get(9).split(" "))
              .filter(seed -> !seed.isEmpty())
              .map(Long::valueOf)
              .toList();
      Evidence evidence =
          new Evidence(
              Numbers.parse(fields.get(3)),
              Numbers.parse(fields.get(4)),
              Numbers.parse(fields.get(5)),
              Numbers.parse(fields.get(6)),
              Double.NaN,
              Double.NaN,
              seeds);
      return new Row(
          fields.get(0),
          fields.get(1),
          fields.get(2),
          evidence,
          Verdict.of(fields.get(7)),
          Scale.of(fields.get(8)));
    }
  }

  /** Reads a {@code verdicts.csv}. */
  public static Verdicts read(Path file) {
    try {
      Verdicts verdicts = new Verdicts();
      String name = file.getFileName().toString();
      for (List<String> fields : Csv.parse(Files.readString(file), COLUMNS, name)) {
        verdicts.rows.add(Row.of(fields));
      }
      return verdicts;
    } catch (IOException e) {
      throw new UncheckedIOException("The verdicts in " + file + " cannot be read.", e);
    }
  }

  /** Adds a row; a row of the same claim and quantity is replaced (a cell may run twice). */
  public void put(Row row) {
    rows.removeIf(old -> old.claim().equals(row.claim()) && old.quantity().equals(row.quantity()));
    rows.add(row);
  }

  /** The rows, in the order in which they were decided. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** The rows of one claim. */
  public List<Row> of(String claim) {
    return rows.stream().filter(row -> row.claim().equals(claim)).toList();
  }

  /**
   * The verdict on a whole claim: by {@link Verdict#ofAll} of its quantities, where one that was
   * not looked at yet is not decided.
   *
   * @param quantities the rows of claims.csv with this claim
   */
  public Verdict overall(List<Claim> quantities) {
    return Verdict.ofAll(quantities.stream().map(this::decided).toList());
  }

  private Verdict decided(Claim quantity) {
    return rows.stream()
        .filter(row -> row.claim().equals(quantity.claim()))
        .filter(row -> row.quantity().equals(quantity.quantity()))
        .map(Row::verdict)
        .findFirst()
        .orElse(Verdict.NOT_DECIDED);
  }

  /** The text of the file. */
  public String csv() {
    StringBuilder text = new StringBuilder(Csv.line(COLUMNS)).append('\n');
    rows.forEach(row -> text.append(Csv.line(row.fields())).append('\n'));
    return text.toString();
  }

  /** Writes the file, and the folders above it. */
  public void write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, csv().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The verdicts cannot be written to " + file + ".", e);
    }
  }
}

package eddy.notebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * All claims of the papers with the verdicts that were published: {@code claims.csv} and {@code
 * sections.csv} joined with {@code figures/<notebook>/verdicts.csv}.
 */
public final class Scorecard {
  /** The paper of the sections whose statements are our own. */
  static final String OURS = "Eddy";

  private final List<Section> sections;
  private final List<ScoredClaim> claims;

  private Scorecard(List<Section> sections, List<ScoredClaim> claims) {
    this.sections = sections;
    this.claims = List.copyOf(claims);
  }

  /** The scorecard of the repository that this process runs in. */
  public static Scorecard published() {
    return of(RunSettings.current().home(), Claims.load(), Sections.load());
  }

  /**
   * The scorecard of a repository.
   *
   * @param home its folder, with {@code figures} and {@code notebooks}
   * @param claims what the papers claim
   * @param sections where
   * @throws IllegalArgumentException when a claim's source is in no section
   */
  static Scorecard of(Path home, Claims claims, Sections sections) {
    Map<String, List<Claim>> quantities = new LinkedHashMap<>();
    claims
        .rows()
        .forEach(row -> quantities.computeIfAbsent(row.claim(), c -> new ArrayList<>()).add(row));
    List<Published> published = Published.all(home);
    List<ScoredClaim> scored = new ArrayList<>();
    quantities.forEach(
        (claim, rows) ->
            scored.add(score(sections.of(rows.get(0).source()), claim, rows, published)));
    return new Scorecard(sections.rows(), scored);
  }

  private static ScoredClaim score(
      Section section, String claim, List<Claim> quantities, List<Published> published) {
    for (Published notebook : published) {
      List<Verdicts.Row> rows = notebook.verdicts().of(claim);
      if (!rows.isEmpty()) {
        Verdict verdict = notebook.verdicts().overall(quantities);
        Optional<VerdictPlace> place = Optional.of(notebook.place(claim));
        return new ScoredClaim(section, quantities, rows, verdict, place);
      }
    }
    return new ScoredClaim(section, quantities, List.of(), Verdict.NOT_DECIDED, Optional.empty());
  }

  /** All claims, in the order of claims.csv. */
  public List<ScoredClaim> claims() {
    return claims;
  }

  /** The claims that a paper makes: all but those that Eddy added itself. */
  public List<ScoredClaim> ofPapers() {
    return claims.stream().filter(claim -> !claim.section().paper().equals(OURS)).toList();
  }

  /** The sections that hold a claim, in the order of the papers. */
  public List<Section> sections() {
    return sections.stream().filter(section -> !of(section).isEmpty()).toList();
  }

  /** The claims of one section. */
  public List<ScoredClaim> of(Section section) {
    return claims.stream().filter(claim -> claim.section().equals(section)).toList();
  }

  /**
   * The table of one section.
   *
   * @param heading paper and section, as {@link Section#heading} says them
   * @throws IllegalArgumentException when there is no such section
   */
  public Output table(String heading) {
    return sections.stream()
        .filter(section -> section.heading().equals(heading))
        .findFirst()
        .map(section -> ScorecardTable.of(of(section)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no section '"
                        + heading
                        + "'; there are "
                        + sections.stream().map(Section::heading).toList()
                        + "."));
  }

  /** How many claims have each verdict, by section. */
  public Table summary() {
    Table table =
        Table.create("", StringColumn.create("where"), StringColumn.create("what it is about"));
    for (Verdict verdict : Verdict.values()) {
      table.addColumns(IntColumn.create(verdict.toString()));
    }
    for (Section section : sections()) {
      table.stringColumn(0).append(section.heading());
      table.stringColumn(1).append(section.title());
      for (Verdict verdict : Verdict.values()) {
        table.intColumn(verdict.toString()).append((int) count(of(section), verdict));
      }
    }
    return table;
  }

  static long count(List<ScoredClaim> claims, Verdict verdict) {
    return claims.stream().filter(claim -> claim.verdict() == verdict).count();
  }
}

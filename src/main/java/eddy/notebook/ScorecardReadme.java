package eddy.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The scorecard in short, as Markdown for the README: the counts and the key claims. */
public final class ScorecardReadme {
  /** The file with the numbers of the scorecard's figure. */
  static final String FIGURE = "verdicts-by-section";

  private static final int DIGITS = 3;

  private ScorecardReadme() {}

  /**
   * Writes {@code readme.md} and the numbers of the scorecard's figure, {@code
   * verdicts-by-section.csv}.
   *
   * @param arguments the folder to write them to
   */
  public static void main(String[] arguments) throws IOException {
    Scorecard scorecard = Scorecard.published();
    Path folder = Path.of(arguments[0]);
    Files.write(folder.resolve("readme.md"), markdown(scorecard).getBytes(StandardCharsets.UTF_8));
    String numbers = FigureFiles.csv(new ScorecardFigure(scorecard));
    Files.write(folder.resolve(FIGURE + ".csv"), numbers.getBytes(StandardCharsets.UTF_8));
  }

  /** A sentence a paper with its counts, then a table of the key claims. */
  static String markdown(Scorecard scorecard) {
    StringBuilder text = new StringBuilder();
    List<String> papers =
        scorecard.ofPapers().stream().map(claim -> claim.section().paper()).distinct().toList();
    for (String paper : papers) {
      text.append("- ").append(counts(scorecard, paper)).append('\n');
    }
    text.append("\n| claim of the paper | found | verdict |\n|---|---|---|\n");
    for (Section section : scorecard.sections()) {
      List<ScoredClaim> claims = scorecard.of(section);
      for (String key : section.key()) {
        claims.stream().filter(claim -> claim.id().equals(key)).forEach(claim -> row(text, claim));
      }
    }
    return text.toString();
  }

  private static String counts(Scorecard scorecard, String paper) {
    List<ScoredClaim> claims =
        scorecard.claims().stream().filter(claim -> claim.section().paper().equals(paper)).toList();
    List<String> parts = new ArrayList<>();
    Arrays.stream(Verdict.values())
        .filter(verdict -> Scorecard.count(claims, verdict) > 0)
        .forEach(
            verdict -> parts.add("**" + Scorecard.count(claims, verdict) + "** " + many(verdict)));
    return paper + ": of " + claims.size() + " claims " + String.join(", ", parts) + ".";
  }

  private static String many(Verdict verdict) {
    return switch (verdict) {
      case HOLDS -> "hold";
      case HOLDS_WITH_A_CORRECTION -> "hold with a correction";
      case DOES_NOT_HOLD -> "do not hold";
      case NOT_DECIDED -> "are not decided";
    };
  }

  private static void row(StringBuilder text, ScoredClaim claim) {
    String verdict =
        claim
            .place()
            .map(place -> "[" + claim.verdict() + "](notebooks/" + place.notebook() + ".ipynb)")
            .orElse(claim.verdict().toString());
    text.append(
        List.of(claim.statement() + " (" + claim.source() + ")", claim.found(DIGITS), verdict)
            .stream()
            .map(cell -> cell.replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }
}

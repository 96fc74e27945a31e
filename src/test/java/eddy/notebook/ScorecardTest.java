package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository of three claims, two of them published by one notebook. */
class ScorecardTest {
  private static final Claims CLAIMS =
      Claims.parse(
          String.join(",", Claim.COLUMNS)
              + "\nturn,rate,Weights turn | always,Lemma 1,0.5,0,1,,,median,,why,holds"
              + "\nturn,closed,Weights turn | always,Lemma 1,above 0,1,,,,median,,why,holds"
              + "\nfall,slope,F < G falls,Lemma 1,,0,1,,,median,,why,holds"
              + "\nopen,x,Nobody knows,Lemma 2,3,,,,,median,exploratory,Not looked at yet: hard,"
              + "not decided\nown,y,Ours,from Lemma 1,,,,,,median,,why,not decided\n");
  private static final Sections SECTIONS =
      Sections.parse(
          "paper,name,title,places,key\nOne,Section 1,First,Lemma 1,fall; turn\n"
              + "Two,Section 2,Second,Lemma 2,\nEddy,own,Own,from,\n");

  @TempDir Path home;

  @BeforeEach
  void publish() throws IOException {
    Path folder = Files.createDirectories(home.resolve("figures/04-wells"));
    Files.writeString(
        folder.resolve("verdicts.csv"),
        String.join(",", Verdicts.COLUMNS)
            + "\nturn,rate,0.5,0.61234,0.6,0.7,0.01,holds,paper,1 2 3"
            + "\nturn,closed,above 0,0,0,0,,does not hold,paper,"
            + "\nfall,slope,,0.25,0.25,0.25,,holds,paper,\n");
    Files.createDirectories(home.resolve("figures/01-empty"));
    Files.createDirectories(home.resolve("notebooks"));
    Files.writeString(
        home.resolve("notebooks/04-wells.ipynb"),
        "{\"cells\":[{\"cell_type\":\"markdown\",\"source\":[\"# T\\n\",\"## What *turns*\"]},"
            + "{\"cell_type\":\"code\",\"source\":\"\",\"outputs\":[{\"data\":{\"text/plain\":"
            + "[\"a\\n\",\"Verdict on turn: does not hold\"]}}]}]}");
  }

  @Test
  void aClaimHasTheVerdictOfAllItsQuantitiesAndThePlaceOfItsCell() {
    Scorecard scorecard = scorecard();
    ScoredClaim turn = scorecard.claims().get(0);
    assertThat(turn.verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    assertThat(turn.found(4)).isEqualTo("closed: 0; paper: above 0");
    assertThat(turn.share()).isEqualTo("1 of 2 quantities do not hold");
    assertThat(turn.place()).contains(new VerdictPlace("04-wells", "What turns"));
    assertThat(turn.place().get().link()).isEqualTo("04-wells.ipynb#What-turns");
    ScoredClaim fall = scorecard.claims().get(1);
    assertThat(fall.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(fall.found(4)).isEqualTo("slope: 0.25");
    assertThat(fall.place().get().link()).isEqualTo("04-wells.ipynb");
  }

  @Test
  void whatNobodyHasLookedAtIsARowThatSaysSo() {
    ScoredClaim open = scorecard().claims().get(2);
    assertThat(open.verdict()).isEqualTo(Verdict.NOT_DECIDED);
    assertThat(open.found(4)).isEqualTo("Not looked at yet: hard");
    assertThat(open.place()).isEmpty();
    assertThat(scorecard().table("Two, Section 2").text())
        .isEqualTo("Nobody knows (Lemma 2). Not looked at yet: hard: not decided");
  }

  @Test
  void aClaimOfSeveralQuantitiesIsNotDecidedBeforeAllAre() throws IOException {
    Path file = home.resolve("figures/04-wells/verdicts.csv");
    Files.writeString(file, Files.readString(file).replaceFirst("turn,closed.*\n", ""));
    ScoredClaim turn = scorecard().claims().get(0);
    assertThat(turn.verdict()).isEqualTo(Verdict.NOT_DECIDED);
    assertThat(turn.found(3)).isEqualTo("closed: not published yet");
    assertThat(turn.share()).isEqualTo("1 of 2 quantities not decided");
  }

  @Test
  void whatWasFoundIsTheNumberWithItsIntervalThePapersAndTheNullModels() throws IOException {
    Path file = home.resolve("figures/04-wells/verdicts.csv");
    Files.writeString(file, Files.readString(file).replace("0,0,0,,does not", "2,2,2,,does"));
    Files.writeString(file, Files.readString(file).replace("does hold", "holds"));
    assertThat(scorecard().claims().get(0).found(3))
        .isEqualTo("rate: 0.612 (0.6 to 0.7); paper: 0.5; null model: 0.01");
  }

  @Test
  void aVerdictWithoutANumberShowsTheReason() throws IOException {
    Path file = home.resolve("figures/04-wells/verdicts.csv");
    Files.writeString(file, Files.readString(file) + "open,x,3,,,,,not decided,paper,\n");
    ScoredClaim open = scorecard().claims().get(2);
    assertThat(open.found(4)).isEqualTo("Not looked at yet: hard");
    assertThat(open.place()).isPresent();
  }

  @Test
  void theSummaryCountsBySection() {
    var summary = scorecard().summary();
    assertThat(summary.rowCount()).isEqualTo(3);
    assertThat(summary.row(0).getString("where")).isEqualTo("One, Section 1");
    assertThat(summary.row(0).getInt("holds")).isEqualTo(1);
    assertThat(summary.row(0).getInt("does not hold")).isEqualTo(1);
    assertThat(summary.row(1).getInt("not decided")).isEqualTo(1);
  }

  @Test
  void aTableLinksToTheNotebookAndEscapesItsText() {
    assertThat(scorecard().table("One, Section 1").html())
        .contains("<a href=\"04-wells.ipynb#What-turns\">04</a>")
        .contains("F &lt; G falls<br><small>Lemma 1</small>")
        .contains("<strong>does not hold</strong>");
    assertThatThrownBy(() -> scorecard().table("Section 9"))
        .hasMessageContaining("no section 'Section 9'; there are [One, Section 1");
  }

  @Test
  void theFigureDrawsAndListsEveryClaim() {
    ScorecardFigure figure = new ScorecardFigure(scorecard());
    assertThat(FigureFiles.csv(figure))
        .isEqualTo(
            "section,claim,verdict,notebook\n"
                + "\"One, Section 1\",turn,does not hold,04-wells\n"
                + "\"One, Section 1\",fall,holds,04-wells\n"
                + "\"Two, Section 2\",open,not decided,\n"
                + "\"Eddy, own\",own,not decided,\n");
    assertThat(figure.description()).contains("One, Section 1: 1 holds, 1 does not hold;");
    assertThat(FigureFiles.png(figure)).isNotEmpty();
  }

  @Test
  void theReadmeShowsKeyClaimsInTheirOrderAndCountsThePapersOnly() {
    assertThat(ScorecardReadme.markdown(scorecard()))
        .isEqualTo(
            "- One: of 2 claims **1** hold, **1** do not hold.\n"
                + "- Two: of 1 claims **1** are not decided.\n\n"
                + "| claim of the paper | found | verdict |\n|---|---|---|\n"
                + "| F < G falls (Lemma 1) | slope: 0.25 | [holds](notebooks/04-wells.ipynb) |\n"
                + "| Weights turn \\| always (Lemma 1) | closed: 0; paper: above 0 |"
                + " [does not hold](notebooks/04-wells.ipynb) |\n");
  }

  @Test
  void theNotebookShowsEverySection() throws IOException {
    String notebook = Files.readString(Path.of("notebooks/00-scorecard.ipynb"));
    for (Section section : Sections.load().rows()) {
      assertThat(notebook).contains("scorecard.table(\\\"" + section.heading() + "\\\")");
    }
  }

  private Scorecard scorecard() {
    return Scorecard.of(home, CLAIMS, SECTIONS);
  }
}

package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eddy.run.Checkpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class LessonTest {
  @TempDir Path home;
  private final RecordingPage page = new RecordingPage();

  @Test
  void openingStartsAnEmptyVerdictFileAndNamesNoFolderOfThisMachine() {
    open(Map.of());
    assertThat(home.resolve("reports/figures/04-double-well/verdicts.csv"))
        .content()
        .isEqualTo("claim,quantity,published,ours,low,high,null,verdict,scale,seeds\n");
    assertThat(page.shown.get(0).text())
        .contains("scale quick")
        .contains("reports")
        .doesNotContain(home.toString());
    open(Map.of("EDDY_OUT", home.resolveSibling("elsewhere").toString()));
    assertThat(page.shown.get(1).text())
        .contains("EDDY_OUT/figures/04-double-well")
        .doesNotContain(home.getParent().toString());
  }

  @Test
  void theScaleChooses() {
    assertThat(open(Map.of()).choose(1, 2)).isEqualTo(1);
    assertThat(open(Map.of("EDDY_SCALE", "paper")).choose(1, 2)).isEqualTo(2);
    assertThatThrownBy(() -> open(Map.of("EDDY_SCALE", "full")))
        .hasMessage("EDDY_SCALE is 'full': set it to quick or paper, or leave it out for quick.");
  }

  @Test
  void verdictsAreShownAndWritten() {
    Lesson lesson = open(Map.of());
    lesson.verdict("fig4a", "minima", Evidence.exact(2, 0));
    assertThat(page.shown.get(1).text()).contains("Verdict on fig4a: not decided");
    lesson
        .claim("fig4a")
        .quantity("zeros of grad f", Evidence.exact(3, 0))
        .quantity("saddles", Evidence.exact(1, 0))
        .quantity("distance to the zeros of grad Phi", Evidence.exact(1e-15, 0))
        .quantity("difference of the eigenvalues", 1e-12, 1e-14)
        .decide();
    assertThat(page.shown.get(2).text()).contains("Verdict on fig4a: holds");
    assertThat(page.shown.get(2).html()).contains("<strong>Verdict on fig4a: holds</strong>");
    Verdicts written = Verdicts.read(home.resolve("reports/figures/04-double-well/verdicts.csv"));
    assertThat(written.rows())
        .hasSize(5)
        .allSatisfy(row -> assertThat(row.verdict()).isEqualTo(Verdict.HOLDS));
    assertThat(written.rows())
        .extracting(Verdicts.Row::evidence)
        .contains(Evidence.exact(1e-12, 1e-14));
    assertThatThrownBy(() -> lesson.verdict("fig4a", "maxima", Evidence.exact(0, 0)))
        .hasMessageContaining("has no quantity 'maxima'");
  }

  @Test
  void aFigureIsShownAndWrittenInThreeForms() {
    Lesson lesson = open(Map.of());
    lesson.figure("line", line());
    Path folder = home.resolve("reports/figures/04-double-well");
    assertThat(folder.resolve("line.png")).binaryContent().isEqualTo(page.shown.get(1).png());
    assertThat(folder.resolve("line.svg")).content().startsWith("<svg ");
    assertThat(folder.resolve("line.csv"))
        .content()
        .startsWith("series,x,y,low,high\nours,1,2,,\n");
    assertThat(page.shown.get(1).text()).isEqualTo("y (1) against x (s): ours.");
  }

  @Test
  void everyKindOfValueIsShown() {
    Lesson lesson = open(Map.of());
    lesson.show(Table.create("t", DoubleColumn.create("a", 1.5)));
    lesson.show(line());
    lesson.show("p < 0.05, and more words");
    lesson.show("line 1\nline 2");
    assertThat(page.shown.get(1).html()).contains("<table>");
    assertThat(page.shown.get(2).png()).isNotEmpty();
    assertThat(page.shown.get(3).text()).isEqualTo("p < 0.05, and more words");
    assertThat(page.shown.get(3).html()).isEqualTo("<p>p &lt; 0.05, and more words</p>");
    assertThat(page.shown.get(4).text()).isEqualTo("line 1\nline 2");
    assertThat(page.shown.get(4).html()).isEmpty();
  }

  @Test
  void provenanceNamesSourceSeedsAndData() throws Exception {
    Files.createDirectories(home.resolve("target"));
    Files.writeString(home.resolve("target/eddy-source.txt"), "0123456789abcdef\n");
    Lesson lesson = open(Map.of());
    lesson.seeds(3, 5);
    lesson.data("MNIST", "beef");
    new Checkpoint("", Map.of(), Map.of()).write(lesson.runs().resolve("old.checkpoint"));
    lesson.provenance();
    assertThat(page.shown.get(1).text())
        .contains("0123456789abcdef")
        .containsPattern("checkpoints by other sources: not noted +1")
        .containsPattern("seeds +3 5")
        .containsPattern("data: MNIST +beef")
        .containsPattern("XChart +4\\.")
        .containsPattern("Java +.*" + System.getProperty("java.version"));
  }

  private Lesson open(Map<String, String> environment) {
    return Lesson.open("04-double-well", RunSettings.of(environment, home), page, Claims.load());
  }

  private static XyFigure line() {
    return new XyFigure(Axis.linear("x (s)", 0, 3), Axis.linear("y (1)", 0, 3))
        .line("ours", new double[] {1, 2}, new double[] {2, 1});
  }
}

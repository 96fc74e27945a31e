package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictsTest {
  @TempDir Path folder;

  @Test
  void theFileHasTheColumnsOfTheDesign() {
    Verdicts verdicts = new Verdicts();
    Evidence evidence =
        Evidence.ofSeeds(new long[] {1, 2, 3}, new double[] {0.3, 0.1, 0.25}).withNull(4);
    verdicts.put(
        new Verdicts.Row("fig1a", "rank, %", "1.8 %", evidence, Verdict.HOLDS, Scale.PAPER));
    assertThat(verdicts.csv())
        .isEqualTo(
            "claim,quantity,published,ours,low,high,null,verdict,scale,seeds\n"
                + "fig1a,\"rank, %\",1.8 %,0.25,0.1,0.3,4,holds,paper,1 2 3\n");
  }

  @Test
  void aFileReadsBackToTheSameRows() throws IOException {
    Verdicts verdicts = new Verdicts();
    verdicts.put(
        row("a \"quoted\" claim", "q", Evidence.exact(0.1 + 0.2, 1e-17), Verdict.DOES_NOT_HOLD));
    verdicts.put(
        row(
            "c",
            "line\nbreak",
            new Evidence(
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                List.of(7L)),
            Verdict.NOT_DECIDED));
    Path file = folder.resolve("below").resolve("verdicts.csv");
    verdicts.write(file);
    assertThat(Verdicts.read(file).rows()).isEqualTo(verdicts.rows());
    Files.writeString(
        file, Files.readString(file).replace("\n", "\r\n").replace("line\r\n", "line\n"));
    assertThat(Verdicts.read(file).rows()).isEqualTo(verdicts.rows());
  }

  @Test
  void aCellThatRunsTwiceReplacesItsVerdict() {
    Verdicts verdicts = new Verdicts();
    verdicts.put(row("c", "q", Evidence.exact(1, 0), Verdict.HOLDS));
    verdicts.put(row("c", "q", Evidence.exact(2, 0), Verdict.DOES_NOT_HOLD));
    assertThat(verdicts.rows())
        .extracting(Verdicts.Row::verdict)
        .containsExactly(Verdict.DOES_NOT_HOLD);
  }

  @Test
  void aClaimIsNotDecidedBeforeAllItsQuantitiesAre() {
    Claims claims =
        Claims.parse(
            String.join(",", Claim.COLUMNS)
                + "\nc,q,,,,1,2,,,median,,,holds\nc,p,,,,1,2,,,median,,,holds\n");
    Verdicts verdicts = new Verdicts();
    verdicts.put(row("c", "q", Evidence.exact(1, 0), Verdict.HOLDS));
    assertThat(verdicts.overall(claims.of("c"))).isEqualTo(Verdict.NOT_DECIDED);
    verdicts.put(row("c", "p", Evidence.exact(1, 0), Verdict.HOLDS));
    assertThat(verdicts.overall(claims.of("c"))).isEqualTo(Verdict.HOLDS);
  }

  private static Verdicts.Row row(String claim, String quantity, Evidence e, Verdict verdict) {
    return new Verdicts.Row(claim, quantity, "", e, verdict, Scale.QUICK);
  }
}

package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTableTest {
  private static final Claims CLAIMS =
      Claims.parse(
          String.join(",", Claim.COLUMNS)
              + "\nshift,distance,It shifts,Remark 26,,0.026449,0.026451,,,median,,,holds"
              + "\nshift,saddles,It shifts,Remark 26,0,2,2,,,median,,,holds\n");

  @Test
  void theEndsOfARangeDifferAndAnIntervalThatCannotBeSeenIsLeftOut() {
    Verdicts verdicts = new Verdicts();
    verdicts.put(row("distance", "", Evidence.exact(0.02645, 1e-9)));
    verdicts.put(row("saddles", "0", Evidence.exact(2, 0.5).withNull(1)));
    assertThat(VerdictTable.of(CLAIMS.of("shift"), verdicts).text().lines().map(String::strip))
        .contains("distance  –      0.026449 to 0.026451  0.02645         –           holds")
        .contains("saddles   0      2                     2 (1.5 to 2.5)  1           holds");
  }

  private static Verdicts.Row row(String quantity, String published, Evidence found) {
    return new Verdicts.Row("shift", quantity, published, found, Verdict.HOLDS, Scale.QUICK);
  }
}

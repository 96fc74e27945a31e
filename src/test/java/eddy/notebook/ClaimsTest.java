package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClaimsTest {
  private static final String HEAD = String.join(",", Claim.COLUMNS) + "\n";

  @Test
  void theLibrarysClaimsAreReadable() {
    Claims claims = Claims.load();
    assertThat(claims.rows()).isNotEmpty().allSatisfy(row -> assertThat(row.reason()).isNotBlank());
    assertThat(claims.of("fig4a", "minima").printed()).contains(new Range(2, 2));
  }

  @Test
  void everyClaimIsDecidedByANotebookOrSaysThatNobodyHasLooked() throws IOException {
    StringBuilder decided = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".ipynb")).toList()) {
        decided.append(Files.readString(file));
      }
    }
    assertThat(Claims.load().rows())
        .allSatisfy(
            row -> {
              boolean open =
                  row.test().exploratory() && row.reason().startsWith("Not looked at yet");
              boolean looked = decided.indexOf("Verdict on " + row.claim() + ":") >= 0;
              assertThat(open || looked).as(row.claim()).isTrue();
            });
  }

  @Test
  void aRowWithEveryColumn() {
    Claim row =
        Claims.parse(
                HEAD
                    + "c,q,\"a, b\",(19),0.3,1,,2,3,test,"
                    + "statistic=sign flip; settings=20 blocks; level=0.05; power=0.9,why,holds\n")
            .of("c", "q");
    assertThat(row.statement()).isEqualTo("a, b");
    assertThat(row.printed()).contains(new Range(1, Double.POSITIVE_INFINITY));
    assertThat(row.corrected()).contains(new Range(2, 3));
    assertThat(row.test())
        .isEqualTo(new TestRule("sign flip", "20 blocks", 0.05, 0.9, true, false, false));
    assertThat(row.expectedQuick()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void mistakesAreNamed() {
    refused("c,q,,,,,,,,mean,,,holds", "'mean' in the column decided_by");
    refused("c,q,,,,2,1,,,median,,,holds", "from 2.0 to 1.0 is empty");
    refused("c,q,,,,x,1,,,median,,,holds", "'x' is no number");
    refused("c,q,,,,,,,,test,levle=0.1,,holds", "'levle' in the column test");
    refused("c,q,,,,,,,,test,level=5,,holds", "must lie between 0 and 1");
    refused("c,q,,,,,,,,test,claims=maybe,,holds", "use 'effect' or 'no effect'");
    refused("c,q,,,,,,,,median,,,yes", "'yes' is no verdict");
    refused("c,q,median", "has 3 fields instead of 13");
    refused("c,q,,,,,,,,median,,,holds\nc,q,,,,,,,,median,,,holds", "two rows for 'q'");
    assertThatThrownBy(() -> Claims.parse("claim,quantity\n")).hasMessageContaining("must begin");
  }

  @Test
  void anUnknownClaimOrQuantityIsNamed() {
    Claims claims = Claims.parse(HEAD + "c,q,,,,,,,,median,,,holds\n");
    assertThatThrownBy(() -> claims.of("d")).hasMessageContaining("no claim 'd'");
    assertThatThrownBy(() -> claims.of("c", "p")).hasMessageContaining("it has [q]");
  }

  private static void refused(String rows, String message) {
    assertThatThrownBy(() -> Claims.parse(HEAD + rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}

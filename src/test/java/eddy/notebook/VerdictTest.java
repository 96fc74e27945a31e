package eddy.notebook;

import static eddy.notebook.Verdict.DOES_NOT_HOLD;
import static eddy.notebook.Verdict.HOLDS;
import static eddy.notebook.Verdict.HOLDS_WITH_A_CORRECTION;
import static eddy.notebook.Verdict.NOT_DECIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
  @Test
  void aClaimOfSeveralQuantities() {
    assertThat(Verdict.ofAll(List.of(HOLDS, HOLDS))).isEqualTo(HOLDS);
    assertThat(Verdict.ofAll(List.of(HOLDS, HOLDS_WITH_A_CORRECTION)))
        .isEqualTo(HOLDS_WITH_A_CORRECTION);
    assertThat(Verdict.ofAll(List.of(HOLDS, NOT_DECIDED))).isEqualTo(NOT_DECIDED);
    assertThat(Verdict.ofAll(List.of(HOLDS, NOT_DECIDED, DOES_NOT_HOLD))).isEqualTo(DOES_NOT_HOLD);
    assertThat(Verdict.ofAll(List.of())).isEqualTo(NOT_DECIDED);
  }

  @Test
  void wordsReadBack() {
    for (Verdict verdict : Verdict.values()) {
      assertThat(Verdict.of(verdict.toString())).isEqualTo(verdict);
    }
    assertThatThrownBy(() -> Verdict.of("true")).hasMessageContaining("'true' is no verdict");
  }
}

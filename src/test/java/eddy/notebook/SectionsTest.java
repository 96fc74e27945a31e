package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionsTest {
  private static final Sections SECTIONS = Sections.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Lemma 2; Section 2",
        "Lemma 20, Eq. (16); Section 5.1",
        "Abstract, Example 19, Figure 4c; Section 5",
        "Eqs. (10), 11; Section 3",
        "Eqs. A9, A10; Appendices",
        "Section 5.3; Sections 5.2 and 5.3",
        "Remarks 23 and 26; Sections 5.2 and 5.3",
        "Caption of Figure 1; Section 4.1",
        "Eq. (1); Section 2",
        "from Lemma 20; added here",
        "Mori et al., Eq. (13); whole paper"
      })
  void theFirstPlaceNamedDecides(String source, String section) {
    assertThat(SECTIONS.of(source).name()).isEqualTo(section);
  }

  @Test
  void everyClaimHasASection() {
    assertThat(Claims.load().rows())
        .allSatisfy(row -> assertThat(SECTIONS.of(row.source())).isNotNull());
  }

  @Test
  void aKeyClaimBelongsToTheSectionThatNamesIt() {
    Claims claims = Claims.load();
    for (Section section : SECTIONS.rows()) {
      for (String key : section.key()) {
        List<Claim> rows = claims.of(key);
        assertThat(SECTIONS.of(rows.get(0).source())).as(key).isEqualTo(section);
      }
    }
  }

  @Test
  void aSourceWithoutAKnownPlaceIsNamed() {
    assertThatThrownBy(() -> SECTIONS.of("Lemma 77"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'Lemma 77' in claims.csv names no place");
  }
}

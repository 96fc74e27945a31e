package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class HtmlTableTest {

  @Test
  void htmlAndItsTextTwin() {
    Table table =
        Table.create(
            "a < b",
            StringColumn.create("name", "x & y", "z"),
            DoubleColumn.create("value", 1234.56789, Double.NaN),
            IntColumn.create("n", 5, 10));
    Output output = HtmlTable.of(table);
    assertThat(output.html())
        .isEqualTo(
            "<table><caption style=\"text-align:left\">a &lt; b</caption><thead><tr>"
                + "<th style=\"text-align:left\">name</th><th style=\"text-align:right\">value</th>"
                + "<th style=\"text-align:right\">n</th></tr></thead><tbody>"
                + "<tr><td style=\"text-align:left\">x &amp; y</td>"
                + "<td style=\"text-align:right\">1234.57</td>"
                + "<td style=\"text-align:right\">5</td></tr>"
                + "<tr><td style=\"text-align:left\">z</td><td style=\"text-align:right\">–</td>"
                + "<td style=\"text-align:right\">10</td></tr></tbody></table>");
    assertThat(output.text())
        .isEqualTo("a < b\nname     value   n\nx & y  1234.57   5\nz            –  10");
  }

  @Test
  void anExponentStaysOnOneLine() {
    Table table = Table.create("", StringColumn.create("ours", "-4.9e-18 (-8e-18 to 0.1), e-mail"));
    assertThat(HtmlTable.of(table).html())
        .contains(
            "<span style=\"white-space:nowrap\">-4.9e-18</span> ("
                + "<span style=\"white-space:nowrap\">-8e-18</span> to 0.1), e-mail<");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "-2.5, -2.5",
    "1234567, 1234570",
    "0.00012345678, 0.000123457",
    "0.000012345678, 1.23457e-5",
    "1e300, 1e300",
    "123456789, 1.23457e8",
    "0.1, 0.1",
    "-1e-16, -1e-16",
    "NaN, –",
    "Infinity, ∞"
  })
  void numbersForReaders(double value, String text) {
    assertThat(Numbers.brief(value, 6)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "-0.1, -0.1",
    "1e20, 1.0E20",
    "NaN, ''",
    "0.30000000000000004, 0.30000000000000004"
  })
  void numbersForFiles(double value, String text) {
    assertThat(Numbers.exact(value)).isEqualTo(text);
    assertThat(Double.valueOf(Numbers.parse(text))).isEqualTo(Double.valueOf(value));
  }
}

package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class RowTableTest {
  @Test
  void numbersAreShortAndWhatIsMissingIsADash() {
    Table table =
        new RowTable("Errors", "n", "error", "note")
            .row(16, 0.00796712345, "first")
            .row(32, Double.NaN, null)
            .table();
    assertThat(table.name()).isEqualTo("Errors");
    assertThat(table.columnNames()).containsExactly("n", "error", "note");
    assertThat(table.row(0).getString("n")).isEqualTo("16");
    assertThat(table.row(0).getString("error")).isEqualTo("0.0079671");
    assertThat(table.row(1).getString("error")).isEqualTo("–");
    assertThat(table.row(1).getString("note")).isEqualTo("–");
  }

  @Test
  void evidenceShowsItsInterval() {
    Evidence found = Evidence.ofSeeds(new long[] {1, 2, 3}, new double[] {1, 2, 4});
    String cell = new RowTable("", "found").row(found).table().row(0).getString("found");
    assertThat(cell).isEqualTo("2 (1 to 4)");
    Evidence narrow = Evidence.exact(0.02645, 1e-9);
    assertThat(new RowTable("", "found").row(narrow).table().getString(0, 0)).isEqualTo("0.02645");
  }

  @Test
  void aLineThatDoesNotFitIsRefused() {
    RowTable table = new RowTable("", "a", "b");
    assertThatThrownBy(() -> table.row(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The table has 2 columns, the line 1 cells.");
    assertThatThrownBy(() -> new RowTable("", "a", "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void columnsOfNumbersBecomeLines() {
    var table = new RowTable("", "x", "y").columns(new double[] {1, 2}, new double[] {.5, .25});
    assertThat(table.table().rowCount()).isEqualTo(2);
    assertThat(table.table().getString(1, "y")).isEqualTo("0.25");
    assertThatThrownBy(() -> new RowTable("", "x", "y").columns(new double[1], new double[2]))
        .hasMessageContaining("1 and 2 numbers");
    assertThatThrownBy(() -> new RowTable("", "x", "y").columns(new double[1]))
        .hasMessageContaining("2 columns");
  }
}

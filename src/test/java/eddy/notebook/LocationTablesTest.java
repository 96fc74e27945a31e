package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.run.Progress;
import eddy.study.locations.TrueLoss;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** The tables of the lesson on most likely locations. */
class LocationTablesTest {
  private static TrueLoss warm;
  private static TrueLoss cool;

  @BeforeAll
  static void solve() {
    warm = TrueLoss.at(2, 121, Progress.NONE);
    cool = TrueLoss.at(5, 121, Progress.NONE);
  }

  /** Beside a finite-volume solution in another language, about 1e-3 apart. */
  @Test
  void steadyStatesAreListedByTemperature() {
    Table table = TrueLossTable.of(List.of(warm, cool));
    assertThat(table.stringColumn("β")).containsExactly("2", "5");
    assertThat(table.getString(1, "most likely location")).startsWith("(1.00").contains(", 0.08");
    assertThat(number(table, 0, "entropy production")).isCloseTo(2.543, within(0.01));
    assertThat(number(table, 1, "β × area rate")).isCloseTo(-0.1842, within(3e-3));
    assertThat(number(table, 1, "barrier of the marginal")).isCloseTo(0.25, within(3e-3));
  }

  /** (1 + 1/β) log 1.845 on the line; xᵀUx/2 of the linear process at both temperatures. */
  @Test
  void potentialsAtTwoTemperaturesStandSideBySide() {
    Table table = TemperatureTable.of(warm, cool);
    assertThat(table.rowCount()).isEqualTo(5);
    for (int row = 0; row < 2; row++) {
      assertThat(number(table, row, "Φ at β₁")).isCloseTo(2 * Math.log(1.845), within(2e-4));
      assertThat(number(table, row, "Φ at β₂")).isCloseTo(1.1 * Math.log(1.845), within(2e-4));
    }
    assertThat(table.row(2).getString("β₁")).isEqualTo("2");
    assertThat(table.row(2).getString("β₂")).isEqualTo("5");
    assertThat(number(table, 2, "Φ at β₁")).isCloseTo(warm.barrier(), within(1e-4));
    assertThat(number(table, 3, "Φ at β₂")).isCloseTo(number(table, 4, "Φ at β₁"), within(3e-3));
  }

  private static double number(Table table, int row, String column) {
    return Double.parseDouble(table.getString(row, column));
  }
}

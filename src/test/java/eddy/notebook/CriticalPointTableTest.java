package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Box;
import eddy.fields.CriticalPoint;
import eddy.fields.CriticalPoints;
import eddy.fields.Example19;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriticalPointTableTest {
  private static final CriticalPointTable.Known WELL =
      new CriticalPointTable.Known(
          new double[] {1, 0}, new double[] {-1, -2}, CriticalPoint.Type.MINIMUM);

  @Test
  void distancesToKnownZeros() {
    List<CriticalPoint> found =
        CriticalPoints.find(Example19.field(0), Box.of(-2, 2, -1.5, 1.5), 9);
    CriticalPointTable table = new CriticalPointTable(found, List.of(WELL));
    assertThat(table.distance()).isLessThan(1e-9);
    assertThat(table.eigenvalueDifference()).isLessThan(1e-9);
    assertThat(table.count(CriticalPoint.Type.MINIMUM)).isEqualTo(2);
    assertThat(table.points(CriticalPoint.Type.SADDLE)).hasDimensions(1, 2);
    CriticalPointTable.Known off =
        new CriticalPointTable.Known(
            new double[] {1.3, 0.4}, new double[] {-1, -2.5}, CriticalPoint.Type.MINIMUM);
    CriticalPointTable wrong = new CriticalPointTable(found, List.of(WELL, off));
    assertThat(wrong.distance()).isCloseTo(0.5, within(1e-9));
    assertThat(wrong.eigenvalueDifference()).isCloseTo(0.5, within(1e-9));
    assertThat(wrong.table().rowCount()).isEqualTo(2);
  }

  @Test
  void nothingFoundIsInfinitelyFar() {
    CriticalPointTable table = new CriticalPointTable(List.of(), List.of(WELL));
    assertThat(table.distance()).isInfinite();
    assertThat(table.eigenvalueDifference()).isInfinite();
    assertThat(HtmlTable.of(table.table()).text()).contains("–", "∞");
  }
}

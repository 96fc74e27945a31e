package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import eddy.fields.Box;
import eddy.fields.Example19;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class Figure4Test {
  /** At lambda = 1.5 and far from the origin stream lines carry |grad f| as their strength. */
  @Test
  void aPanelShowsTheDriftOfItsExampleAndTheGivenPoints() {
    Example19 example = new Example19(1.5);
    StreamPlot panel = Figure4.panel(example, new double[][] {{-1, 0}, {1, 0}});
    assertThat(Figure4.box()).isEqualTo(Box.of(-1.5, 1.5, -1.5, 1.5));
    assertThat(panel.description().toLowerCase(Locale.ROOT)).contains("contours of φ", "2 dots");
    Table numbers = panel.numbers();
    double[] g = new double[2];
    int lines = 0;
    for (Row row : numbers) {
      double strength = row.getDouble("strength");
      if (!Double.isNaN(strength)) {
        double[] x = {row.getDouble("x1"), row.getDouble("x2")};
        example.gradF(x, g);
        assertThat(Math.abs(strength - Math.hypot(g[0], g[1]))).isLessThan(1e-3);
        lines++;
      }
    }
    assertThat(lines).isGreaterThan(100);
  }
}

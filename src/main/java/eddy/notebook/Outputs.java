package eddy.notebook;

import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.Table;

/** How each kind of value that a cell can show becomes an {@link Output}. */
final class Outputs {
  /** The types that kernels are taught to render. */
  static final List<Class<?>> TYPES =
      List.of(
          Output.class,
          FigureChart.class,
          Table.class,
          XYChart.class,
          CategoryChart.class,
          HeatMapChart.class);

  private Outputs() {}

  /**
   * The output for a value; its text when the value is of no known type: a paragraph if it is one
   * line.
   */
  static Output of(Object value) {
    if (value instanceof Output output) {
      return output;
    }
    if (value instanceof FigureChart chart) {
      return Output.figure(chart);
    }
    if (value instanceof Table table) {
      return HtmlTable.of(table);
    }
    if (value instanceof XYChart chart) {
      return plain(chart.getTitle(), chart.getWidth(), chart.getHeight(), chart::paint);
    }
    if (value instanceof CategoryChart chart) {
      return plain(chart.getTitle(), chart.getWidth(), chart.getHeight(), chart::paint);
    }
    if (value instanceof HeatMapChart chart) {
      return plain(chart.getTitle(), chart.getWidth(), chart.getHeight(), chart::paint);
    }
    String text = String.valueOf(value);
    return text.contains("\n") ? Output.text(text) : Output.sentence(text);
  }

  private static Output plain(String title, int width, int height, FigureFiles.Painter painter) {
    return new Output(title, "", FigureFiles.png(width, height, painter), width);
  }
}

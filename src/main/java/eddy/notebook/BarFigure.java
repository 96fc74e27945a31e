package eddy.notebook;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tech.tablesaw.api.Table;

/** Bars by category with error bars, and marks for published numbers or null models. */
public final class BarFigure implements FigureChart {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 440;

  private final List<String> categories;
  private final Axis y;
  private final CategoryChart chart;
  private final SeriesNumbers numbers = new SeriesNumbers();
  private final List<String> said = new ArrayList<>();
  private int colours;

  /**
   * Makes empty axes.
   *
   * @param title a line above the figure; may be empty
   * @param categories names of the groups of bars
   * @param y the vertical axis
   */
  public BarFigure(String title, List<String> categories, Axis y) {
    this.categories = List.copyOf(categories);
    this.y = y;
    chart = new CategoryChart(WIDTH, HEIGHT, Styler.ChartTheme.XChart);
    chart.setTitle(title);
    chart.setYAxisTitle(y.label());
    ChartStyle.apply(chart.getStyler(), y, title);
    chart.getStyler().setAvailableSpaceFill(0.7).setLegendVisible(true);
    chart.getStyler().setPlotGridVerticalLinesVisible(false).setErrorBarsColor(Palette.BLACK);
    chart.setCustomYAxisTickLabelsFormatter(y::tick);
  }

  /**
   * Adds one bar in each category.
   *
   * @param name the series
   * @param heights one number for each category
   * @param errors half the length of the error bars; say in the name what they are
   * @return this figure
   */
  public BarFigure bars(String name, double[] heights, double[] errors) {
    chart.getStyler().setOverlapped(colours == 0); // marks stand over a single set of bars
    CategorySeries series = chart.addSeries(name, categories, boxed(heights), boxed(errors));
    series.setFillColor(Palette.SERIES.get(colours++ % Palette.SERIES.size()));
    note(name, heights, errors);
    return this;
  }

  /**
   * Adds one mark in each category.
   *
   * @param name what the marks are, such as "published" or a null model
   * @param heights one number for each category; NaN for none
   * @return this figure
   */
  public BarFigure marks(String name, double[] heights) {
    CategorySeries series = chart.addSeries(name, categories, boxed(heights));
    series.setChartCategorySeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Scatter);
    series.setMarker(SeriesMarkers.DIAMOND).setMarkerColor(Palette.ORANGE);
    note(name, heights, new double[heights.length]);
    return this;
  }

  private void note(String name, double[] heights, double[] errors) {
    said.add(name);
    for (int k = 0; k < heights.length; k++) {
      numbers.add(
          name + ", " + categories.get(k),
          k,
          heights[k],
          heights[k] - errors[k],
          heights[k] + errors[k]);
    }
  }

  private List<Double> boxed(double[] values) {
    if (values.length != categories.size()) {
      throw new IllegalArgumentException(
          "There are " + categories.size() + " categories and " + values.length + " numbers.");
    }
    List<Double> boxed = new ArrayList<>();
    Arrays.stream(values).forEach(v -> boxed.add(Double.isNaN(v) ? null : v));
    return Collections.unmodifiableList(boxed);
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return HEIGHT;
  }

  @Override
  public void paint(Graphics2D g) {
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    chart.paint(g, WIDTH, HEIGHT);
  }

  @Override
  public String description() {
    return y.label()
        + " by "
        + String.join(", ", categories)
        + ": "
        + String.join("; ", said)
        + ".";
  }

  @Override
  public Table numbers() {
    return numbers.table();
  }
}

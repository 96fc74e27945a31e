package eddy.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Axes in Eddy's style: an XChart chart with fonts legible at the width of a notebook, on a white
 * ground, and layers of our own below and above its series.
 */
final class ChartFrame {
  static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
  static final Font SMALL = TEXT.deriveFont(13f);
  private static final Color CLEAR = new Color(255, 255, 255, 0);

  private final XYChart chart;
  private final Axis x;
  private final Axis y;
  private int width;
  private int height;

  /** Draws into the plot area, clipped to it. */
  @FunctionalInterface
  interface Layer {
    void paint(Graphics2D g, ChartFrame frame);
  }

  ChartFrame(int width, int height, String title, Axis x, Axis y) {
    this.x = x;
    this.y = y;
    this.width = width;
    this.height = height;
    chart = new XYChart(width, height, Styler.ChartTheme.XChart);
    chart.setTitle(title);
    chart.setXAxisTitle(x.label());
    chart.setYAxisTitle(y.label());
    style(chart.getStyler(), title);
    chart.setCustomXAxisTickLabelsFormatter(x::tick);
    chart.setCustomYAxisTickLabelsFormatter(y::tick);
    hiddenSeries();
  }

  /**
   * A series that cannot be seen: XChart draws no axes without one, and puts ticks at the data when
   * those are evenly spaced.
   */
  private void hiddenSeries() {
    double[] uneven = {0, 0.31, 0.47, 1};
    double[] xs = new double[uneven.length];
    double[] ys = new double[uneven.length];
    for (int k = 0; k < uneven.length; k++) {
      xs[k] = x.low() + uneven[k] * (x.high() - x.low());
      ys[k] = y.low() + uneven[k] * (y.high() - y.low());
    }
    chart
        .addSeries(" ", xs, ys)
        .setMarker(SeriesMarkers.NONE)
        .setLineStyle(SeriesLines.NONE)
        .setShowInLegend(false);
  }

  private void style(XYStyler s, String title) {
    s.setXAxisMin(x.low()).setXAxisMax(x.high()).setXAxisLogarithmic(x.log());
    s.setYAxisMin(y.low()).setYAxisMax(y.high()).setYAxisLogarithmic(y.log());
    s.setXAxisLogarithmicDecadeOnly(true).setYAxisLogarithmicDecadeOnly(true);
    s.setXAxisTickMarkSpacingHint(70).setYAxisTickMarkSpacingHint(60);
    s.setAxisTitleFont(TEXT).setAxisTickLabelsFont(SMALL).setAxisTickMarksColor(Palette.GREY);
    s.setAxisTickMarkLength(5).setAxisTickPadding(6).setAxisTitlePadding(8).setPlotMargin(0);
    s.setPlotGridLinesColor(Palette.LIGHT_GREY).setPlotGridLinesStroke(new BasicStroke(0.6f));
    s.setPlotContentSize(1.0).setChartPadding(8).setChartTitleVisible(!title.isEmpty());
    s.setChartTitleFont(TEXT.deriveFont(Font.BOLD)).setChartTitlePadding(6);
    s.setPlotBorderVisible(true).setPlotBorderColor(Palette.GREY);
    s.setChartBackgroundColor(CLEAR).setPlotBackgroundColor(CLEAR);
    s.setXAxisTickLabelsColor(Palette.BLACK).setYAxisTickLabelsColor(Palette.BLACK);
    s.setChartFontColor(Palette.BLACK);
    s.setLegendFont(SMALL).setLegendBackgroundColor(new Color(255, 255, 255, 225));
    s.setLegendBorderColor(Palette.LIGHT_GREY).setLegendPadding(7).setLegendSeriesLineLength(30);
    s.setLegendVisible(false).setLegendPosition(Styler.LegendPosition.InsideNE);
    s.setAntiAlias(true).setTextAntiAlias(true);
  }

  XYChart chart() {
    return chart;
  }

  /** Sets the height so that one unit of x is as long as one unit of y. */
  void equalAspect() {
    for (int i = 0; i < 2; i++) { // the width of the labels may change with the height
      layout();
      Rectangle2D area = plotArea();
      double wanted = area.getWidth() * (y.high() - y.low()) / (x.high() - x.low());
      height += (int) Math.round(wanted - area.getHeight());
    }
    layout();
  }

  /** Lets XChart place its axes, so that the plot area is known. */
  void layout() {
    Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    FigureFiles.quality(g);
    chart.paint(g, width, height);
    g.dispose();
  }

  int height() {
    return height;
  }

  /** The plot area on the page, after {@link #layout}. */
  Rectangle2D plotArea() {
    double left = screenX(x.low());
    double top = screenY(y.high());
    return new Rectangle2D.Double(left, top, screenX(x.high()) - left, screenY(y.low()) - top);
  }

  double screenX(double value) {
    return chart.getScreenXFromChart(value);
  }

  double screenY(double value) {
    return chart.getScreenYFromChart(value);
  }

  /** Draws white ground, the layer below, XChart's axes and series, the layer above. */
  void paint(Graphics2D g, int fullWidth, Layer below, Layer above) {
    layout();
    g.setColor(Color.WHITE);
    g.fill(new Rectangle2D.Double(0, 0, fullWidth, height));
    clipped(g, below);
    chart.paint(g, width, height);
    clipped(g, above);
  }

  private void clipped(Graphics2D g, Layer layer) {
    Shape clip = g.getClip();
    g.setClip(plotArea());
    layer.paint(g, this);
    g.setClip(clip);
  }
}

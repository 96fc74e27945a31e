package eddy.notebook;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Axes in Eddy's style: an XChart chart with fonts legible at the width of a notebook, on a white
 * ground, and layers of our own below and above its series.
 */
final class ChartFrame {
  private final XYChart chart;
  private final Axis x;
  private final Axis y;
  private int width;
  private int height;
  private Rectangle2D area = new Rectangle2D.Double();

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
    ChartStyle.apply(chart.getStyler(), x, y, title);
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

  Axis x() {
    return x;
  }

  Axis y() {
    return y;
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
    area = plotArea();
  }

  int height() {
    return height;
  }

  /** The plot area on the page, after {@link #layout}. */
  Rectangle2D plotArea() {
    double left = chart.getScreenXFromChart(x.low());
    double right = chart.getScreenXFromChart(x.high());
    double top = chart.getScreenYFromChart(y.high());
    double bottom = chart.getScreenYFromChart(y.low());
    return new Rectangle2D.Double(left, top, right - left, bottom - top);
  }

  /** Place on the page of a number on the horizontal axis, inside or outside the plot area. */
  double screenX(double value) {
    return area.getX() + x.fraction(value) * area.getWidth();
  }

  /** Place on the page of a number on the vertical axis. */
  double screenY(double value) {
    return area.getMaxY() - y.fraction(value) * area.getHeight();
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

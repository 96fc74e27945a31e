package eddy.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tech.tablesaw.api.Table;

/**
 * Lines, error bands, null models, histograms and points in one pair of axes.
 *
 * <pre>{@code
 * new XyFigure(Axis.log("frequency (cycles/epoch)", 1e-4, 1e-2), Axis.linear("amplitude", 0, 0.15))
 *     .band("mean ± standard deviation over weights", f, low, high)
 *     .line("SGD", f, mean)
 *     .nullModel("null: reversible OU", f, ou);
 * }</pre>
 *
 * <p>Series take the colours of {@link Palette#SERIES} in turn; a band takes the colour of the line
 * that follows it. Numbers outside the axes are cut off at the frame; on a logarithmic axis numbers
 * that are not positive leave a gap in a line and put a band's edge on the frame. Lines of more
 * than 4000 points are thinned to the smallest and largest of every stretch.
 */
public final class XyFigure implements FigureChart {
  static final int WIDTH = 760;
  static final int HEIGHT = 480;
  private static final int MARGIN = 14; // for the last label of the horizontal axis
  private static final float LINE = 2.2f;
  private static final float[][] DASHES = {{8, 5}, {2.5f, 4}, {11, 4, 2.5f, 4}};
  private static final List<Marker> MARKERS =
      List.of(
          SeriesMarkers.CIRCLE,
          SeriesMarkers.DIAMOND,
          SeriesMarkers.TRIANGLE_UP,
          SeriesMarkers.SQUARE,
          SeriesMarkers.TRIANGLE_DOWN);

  private final Axis x;
  private final Axis y;
  private final ChartFrame frame;
  private final SeriesNumbers numbers = new SeriesNumbers();
  private final List<String> said = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final FigureKey key = new FigureKey();
  private int colours;
  private int nulls;
  private int markers;

  /** Makes empty axes without a title. */
  public XyFigure(Axis x, Axis y) {
    this("", x, y);
  }

  /**
   * Makes empty axes.
   *
   * @param title a line above the figure
   * @param x the horizontal axis
   * @param y the vertical axis
   */
  public XyFigure(String title, Axis x, Axis y) {
    this.x = x;
    this.y = y;
    frame = new ChartFrame(WIDTH - MARGIN, HEIGHT, title, x, y);
  }

  /** Puts the key into a corner of the axes; it stands in the upper right one unless told. */
  public XyFigure key(Corner corner) {
    key.place(corner);
    return this;
  }

  /** Puts the key below the axes, where it covers nothing; the figure becomes as much higher. */
  public XyFigure keyBelow() {
    key.placeBelow();
    return this;
  }

  /** Draws a line in the next colour. */
  public XyFigure line(String name, double[] xs, double[] ys) {
    return line(name, xs, ys, nextColour());
  }

  /** Draws a line. */
  public XyFigure line(String name, double[] xs, double[] ys, Color colour) {
    return stroke(name, xs, ys, colour, new BasicStroke(LINE, 1, 1));
  }

  /** Draws a null model: a dashed dark line, dashed differently for each. */
  public XyFigure nullModel(String name, double[] xs, double[] ys) {
    float[] dash = DASHES[nulls++ % DASHES.length];
    return stroke(name, xs, ys, Palette.BLACK, new BasicStroke(1.8f, 0, 1, 10, dash, 0));
  }

  /** Draws a dashed vertical line across the plot. */
  public XyFigure vertical(String name, double at) {
    return nullModel(name, new double[] {at, at}, new double[] {y.low(), y.high()});
  }

  /** Draws a dashed horizontal line across the plot. */
  public XyFigure horizontal(String name, double at) {
    return nullModel(name, new double[] {x.low(), x.high()}, new double[] {at, at});
  }

  /** Draws two dashed horizontal lines under one name, such as both ends of a range. */
  public XyFigure horizontals(String name, double lower, double upper) {
    return nullModel(
        name,
        new double[] {x.low(), x.high(), Double.NaN, x.low(), x.high()},
        new double[] {lower, lower, Double.NaN, upper, upper});
  }

  private XyFigure stroke(String name, double[] xs, double[] ys, Color colour, BasicStroke stroke) {
    double[][] thin = thinned(name, xs, ys);
    return add(name, new Mark.Line(thin[0], thin[1], colour, stroke));
  }

  /**
   * Fills between two curves, in the colour of the line that follows.
   *
   * @param name what the band is, such as "95 % interval over 8 seeds"
   * @param xs first coordinates
   * @param low lower curve
   * @param high upper curve
   * @return this figure
   */
  public XyFigure band(String name, double[] xs, double[] low, double[] high) {
    sameLength(name, xs, low);
    sameLength(name, xs, high);
    numbers.band(name, xs, low, high);
    Color c = Palette.SERIES.get(colours % Palette.SERIES.size());
    Color pale = new Color(c.getRed(), c.getGreen(), c.getBlue(), 56);
    return add(name, new Mark.Band(xs.clone(), low.clone(), high.clone(), pale));
  }

  /** Draws points in the next colour, each set with a mark of its own. */
  public XyFigure points(String name, double[] xs, double[] ys) {
    double[][] thin = thinned(name, xs, ys);
    Marker marker = MARKERS.get(markers++ % MARKERS.size());
    return add(name, new Mark.Points(thin[0], thin[1], nextColour(), marker));
  }

  /**
   * Draws points with error bars in the next colour.
   *
   * @param name what they are, and what the bars are, such as "simulated (± 2 standard errors)"
   * @param xs first coordinates
   * @param ys second coordinates
   * @param errors half the length of each bar
   * @return this figure
   */
  public XyFigure points(String name, double[] xs, double[] ys, double[] errors) {
    sameLength(name, xs, ys);
    sameLength(name, xs, errors);
    double[] low = new double[ys.length];
    double[] high = new double[ys.length];
    for (int k = 0; k < ys.length; k++) {
      low[k] = ys[k] - errors[k];
      high[k] = ys[k] + errors[k];
      numbers.add(name, xs[k], ys[k], low[k], high[k]);
    }
    Color colour = nextColour();
    marks.add(new Mark.ErrorBars(xs.clone(), low, high, colour));
    Marker marker = MARKERS.get(markers++ % MARKERS.size());
    return add(name, new Mark.Points(xs.clone(), ys.clone(), colour, marker));
  }

  /** Draws the outline of a histogram in the next colour. */
  public XyFigure histogram(String name, LogHistogram histogram) {
    return histogram(name, histogram, nextColour());
  }

  /** Draws the outline of a histogram. */
  public XyFigure histogram(String name, LogHistogram histogram, Color colour) {
    numbers.histogram(name, histogram);
    return add(name, new Mark.Steps(histogram, colour, new BasicStroke(LINE, 0, 0)));
  }

  private XyFigure add(String name, Mark mark) {
    said.add(name);
    marks.add(mark);
    key.add(name, mark);
    return this;
  }

  private double[][] thinned(String name, double[] xs, double[] ys) {
    sameLength(name, xs, ys);
    double[][] thin = Thinning.thin(xs, ys, x.log());
    numbers.line(name, thin[0], thin[1]);
    return thin;
  }

  private static void sameLength(String name, double[] xs, double[] ys) {
    if (xs.length != ys.length || xs.length == 0) {
      throw new IllegalArgumentException(
          "'" + name + "' has " + xs.length + " x and " + ys.length + " y: give one y for each x.");
    }
  }

  private Color nextColour() {
    return Palette.SERIES.get(colours++ % Palette.SERIES.size());
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return HEIGHT + key.heightBelow(WIDTH);
  }

  @Override
  public void paint(Graphics2D g) {
    g.setColor(Color.WHITE);
    g.fillRect(0, HEIGHT, WIDTH, key.heightBelow(WIDTH));
    frame.paint(
        g, WIDTH, (below, on) -> {}, (above, on) -> marks.forEach(mark -> mark.paint(above, on)));
    key.paint(g, frame.plotArea(), HEIGHT, WIDTH);
  }

  @Override
  public String description() {
    return y.label() + " against " + x.label() + ": " + String.join("; ", said) + ".";
  }

  @Override
  public Table numbers() {
    return numbers.table();
  }
}

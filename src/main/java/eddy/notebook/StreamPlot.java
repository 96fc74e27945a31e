package eddy.notebook;

import eddy.fields.Box;
import eddy.fields.VectorField;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Stream lines of a field in the plane, wider where the field is stronger, over filled contours of
 * a function, with marked points and a colour bar: the form of Figure 4 of Chaudhari and Soatto
 * (2018).
 *
 * <pre>{@code
 * new StreamPlot(Box.of(-2, 2, -1.5, 1.5), "x₁", "x₂")
 *     .contours("Φ", Example19::phi, 0, 0.1, 0.25, 0.5, 1, 2)
 *     .stream("|∇f|", field::drift)
 *     .points("most likely locations", new double[][] {{-1, 0}, {1, 0}});
 * }</pre>
 */
public final class StreamPlot implements FigureChart {
  static final int WIDTH = 760;
  static final int SIDE = 128;
  private static final int GRID = 161;
  private static final double SEPARATION = 1 / 28.0;

  private final Box box;
  private final ChartFrame frame;
  private final List<String> said = new ArrayList<>();
  private final List<Marks> marks = new ArrayList<>();
  private FilledContours contours;
  private StreamLayer stream;

  private record Marks(String name, double[][] points, boolean joined) {}

  /**
   * Makes empty axes.
   *
   * @param box the part of the plane that is shown
   * @param xLabel label of the horizontal axis
   * @param yLabel label of the vertical axis
   */
  public StreamPlot(Box box, String xLabel, String yLabel) {
    this.box = box;
    frame =
        new ChartFrame(
            WIDTH - SIDE,
            WIDTH,
            "",
            Axis.linear(xLabel, box.low()[0], box.high()[0]),
            Axis.linear(yLabel, box.low()[1], box.high()[1]));
    frame.chart().getStyler().setPlotGridLinesVisible(false);
    frame.equalAspect();
  }

  /**
   * Fills between levels of a function.
   *
   * @param label its name, above the colour bar
   * @param function the function of a point (x1, x2)
   * @param levels ascending levels, at least two; the colour bar shows them at even distances
   * @return this plot
   */
  public StreamPlot contours(String label, ToDoubleFunction<double[]> function, double... levels) {
    double[] x = grid(0);
    double[] y = grid(1);
    double[] values = new double[GRID * GRID];
    double[] point = new double[2];
    for (int j = 0; j < GRID; j++) {
      for (int i = 0; i < GRID; i++) {
        point[0] = x[i];
        point[1] = y[j];
        values[j * GRID + i] = function.applyAsDouble(point);
      }
    }
    return contours(label, x, y, values, levels);
  }

  /**
   * Fills between levels of a function known on a grid.
   *
   * @param label its name, above the colour bar
   * @param x coordinates of the columns, ascending
   * @param y coordinates of the rows, ascending
   * @param values the function, {@code [iy * x.length + ix]}
   * @param levels ascending levels, at least two
   * @return this plot
   */
  public StreamPlot contours(
      String label, double[] x, double[] y, double[] values, double... levels) {
    contours = new FilledContours(label, x, y, values, levels);
    said.add("filled contours of " + label);
    return this;
  }

  /**
   * Draws the stream lines of a field, their width proportional to its strength up to the 95 %
   * quantile over the box.
   *
   * @param label name of the strength, in the key of widths
   * @param field the field, exact or a {@link GridField}
   * @return this plot
   */
  public StreamPlot stream(String label, VectorField field) {
    double heightOverWidth = frame.plotArea().getHeight() / frame.plotArea().getWidth();
    stream = new StreamLayer(label, field, box, heightOverWidth, SEPARATION);
    said.add("stream lines, wider where " + label + " is larger");
    return this;
  }

  /**
   * Marks points.
   *
   * @param name what they are, in the key
   * @param points points (x1, x2)
   * @return this plot
   */
  public StreamPlot points(String name, double[][] points) {
    marks.add(new Marks(name, points, false));
    said.add(points.length + " dots: " + name);
    return this;
  }

  /**
   * Draws a path through points, over everything else.
   *
   * @param name what it is, in the key
   * @param points points (x1, x2) in their order, a few thousand at most
   * @return this plot
   */
  public StreamPlot path(String name, double[][] points) {
    marks.add(new Marks(name, points, true));
    said.add("a path: " + name);
    return this;
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return frame.height() + (marks.isEmpty() ? 0 : Dots.KEY_HEIGHT);
  }

  @Override
  public void paint(Graphics2D g) {
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width(), height());
    frame.paint(g, WIDTH, this::below, this::above);
    SideKeys side = new SideKeys(frame.plotArea(), WIDTH - SIDE + 6);
    if (contours != null) {
      side.colourBar(g, contours);
    }
    if (stream != null) {
      side.widths(g, stream);
    }
    for (int k = 0; k < marks.size(); k++) {
      Marks mark = marks.get(k);
      Dots.key(g, frame.plotArea(), frame.height(), k, marks.size(), mark.name(), mark.joined());
    }
  }

  private void below(Graphics2D g, ChartFrame on) {
    if (contours != null) {
      contours.paint(g, on);
    }
    if (stream != null) {
      stream.paint(g, on);
    }
  }

  private void above(Graphics2D g, ChartFrame on) {
    for (int k = 0; k < marks.size(); k++) {
      if (marks.get(k).joined()) {
        Dots.path(g, on, marks.get(k).points(), k);
        continue;
      }
      for (double[] p : marks.get(k).points()) {
        Dots.dot(g, on.screenX(p[0]), on.screenY(p[1]), k);
      }
    }
  }

  @Override
  public String description() {
    String what = said.isEmpty() ? "empty axes" : String.join("; ", said);
    return Character.toUpperCase(what.charAt(0)) + what.substring(1) + ".";
  }

  /** Points of the stream lines (every twelfth), with the strength, and the marked points. */
  @Override
  public Table numbers() {
    StringColumn series = StringColumn.create("series");
    DoubleColumn x = DoubleColumn.create("x1");
    DoubleColumn y = DoubleColumn.create("x2");
    DoubleColumn value = DoubleColumn.create("strength");
    if (stream != null) {
      stream.numbers(series, x, y, value);
    }
    for (Marks mark : marks) {
      for (double[] p : mark.points()) {
        series.append(mark.name());
        x.append(p[0]);
        y.append(p[1]);
        value.append(Double.NaN);
      }
    }
    return Table.create(series, x, y, value);
  }

  private double[] grid(int axis) {
    double[] values = new double[GRID];
    for (int i = 0; i < GRID; i++) {
      values[i] = box.low()[axis] + box.width(axis) * i / (GRID - 1);
    }
    return values;
  }
}

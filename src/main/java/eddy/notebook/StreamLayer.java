package eddy.notebook;

import eddy.fields.Box;
import eddy.fields.VectorField;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;

/** The layer of stream lines, one path for each class of width, with arrow heads. */
final class StreamLayer {
  private static final int CLASSES = 10;
  private static final float WIDEST = 3.6f;
  private static final int SAMPLES = 64;
  private static final int STRIDE = 3;
  private static final int STRIDE_OF_NUMBERS = 12;
  private static final Color INK = new Color(0x1F2933);

  private final String label;
  private final List<StreamLines.Line> lines;
  private final double strong;

  StreamLayer(String label, VectorField field, Box box, double heightOverWidth, double separation) {
    this.label = label;
    this.lines = StreamLines.trace(field, box, heightOverWidth, separation);
    this.strong = strength(field, box);
  }

  /** 95 % quantile of the field's length over the box. */
  private static double strength(VectorField field, Box box) {
    double[] lengths = new double[SAMPLES * SAMPLES];
    double[] v = new double[2];
    for (int k = 0; k < lengths.length; k++) {
      double[] p = new double[2];
      p[0] = box.low()[0] + box.width(0) * (k % SAMPLES + 0.5) / SAMPLES;
      p[1] = box.low()[1] + box.width(1) * (k / SAMPLES + 0.5) / SAMPLES;
      field.at(p, v);
      lengths[k] = Math.hypot(v[0], v[1]);
    }
    Arrays.sort(lengths);
    return lengths[(int) (0.95 * lengths.length)];
  }

  String label() {
    return label;
  }

  /** Strength from which on lines have their greatest width. */
  double strong() {
    return strong;
  }

  static Color ink() {
    return INK;
  }

  private int widthClass(double speed) {
    return (int) Math.min(CLASSES - 1, speed / strong * CLASSES);
  }

  private static float width(int widthClass) {
    return WIDEST * (widthClass + 0.5f) / CLASSES + 0.25f;
  }

  /** Width on the page of a line where the field has this strength. */
  float width(double speed) {
    return (float) (WIDEST * Math.min(1, speed / strong)) + 0.25f;
  }

  void paint(Graphics2D g, ChartFrame frame) {
    Path2D[] paths = new Path2D[CLASSES];
    for (int k = 0; k < CLASSES; k++) {
      paths[k] = new Path2D.Double();
    }
    lines.forEach(line -> trace(line, frame, paths));
    g.setColor(INK);
    for (int k = 0; k < CLASSES; k++) {
      g.setStroke(new BasicStroke(width(k), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(paths[k]);
    }
    Path2D heads = new Path2D.Double();
    lines.forEach(line -> heads(line, frame, heads));
    g.fill(heads);
  }

  private void trace(StreamLines.Line line, ChartFrame frame, Path2D[] paths) {
    int n = line.x().length;
    int current = -1;
    for (int k = 0; k + 1 < n; k += STRIDE) {
      int next = Math.min(n - 1, k + STRIDE);
      int widthClass = widthClass(0.5 * (line.speed()[k] + line.speed()[next]));
      if (widthClass != current) {
        paths[widthClass].moveTo(frame.screenX(line.x()[k]), frame.screenY(line.y()[k]));
        current = widthClass;
      }
      paths[widthClass].lineTo(frame.screenX(line.x()[next]), frame.screenY(line.y()[next]));
    }
  }

  /** One head in the middle of a line; on a long one a head every 130 points. */
  private void heads(StreamLines.Line line, ChartFrame frame, Path2D heads) {
    int n = line.x().length;
    int count = Math.max(1, n / 130);
    for (int c = 0; c < count; c++) {
      int k = Math.min(n - 2, (2 * c + 1) * n / (2 * count));
      double x = frame.screenX(line.x()[k]);
      double y = frame.screenY(line.y()[k]);
      double dx = frame.screenX(line.x()[k + 1]) - x;
      double dy = frame.screenY(line.y()[k + 1]) - y;
      double length = Math.hypot(dx, dy);
      if (length > 0) {
        head(heads, x, y, dx / length, dy / length, 4.2 + 1.3 * width(line.speed()[k]));
      }
    }
  }

  private static void head(Path2D heads, double x, double y, double ux, double uy, double size) {
    double half = 0.42 * size;
    heads.moveTo(x + 0.6 * size * ux, y + 0.6 * size * uy);
    heads.lineTo(x - 0.4 * size * ux - half * uy, y - 0.4 * size * uy + half * ux);
    heads.lineTo(x - 0.2 * size * ux, y - 0.2 * size * uy);
    heads.lineTo(x - 0.4 * size * ux + half * uy, y - 0.4 * size * uy - half * ux);
    heads.closePath();
  }

  void numbers(StringColumn series, DoubleColumn x, DoubleColumn y, DoubleColumn speed) {
    for (int l = 0; l < lines.size(); l++) {
      StreamLines.Line line = lines.get(l);
      for (int k = 0; k < line.x().length; k += STRIDE_OF_NUMBERS) {
        series.append("line " + (l + 1));
        x.append(rounded(line.x()[k]));
        y.append(rounded(line.y()[k]));
        speed.append(rounded(line.speed()[k]));
      }
    }
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e5) / 1e5;
  }
}

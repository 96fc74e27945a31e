package eddy.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Marked points and paths, and their key below the plot. */
final class Dots {
  static final int KEY_HEIGHT = 26;
  private static final List<Color> COLOURS =
      List.of(new Color(0xD6241F), Palette.YELLOW, Palette.GREEN, Palette.PURPLE);
  private static final double RADIUS = 6.5;

  private Dots() {}

  static void dot(Graphics2D g, double x, double y, int kind) {
    Shape shape = shape(x, y, kind);
    g.setColor(COLOURS.get(kind % COLOURS.size()));
    g.fill(shape);
    g.setColor(Color.WHITE);
    g.setStroke(new BasicStroke(1.6f));
    g.draw(shape);
    g.setColor(StreamLayer.ink());
    g.setStroke(new BasicStroke(0.6f));
    g.draw(shape);
  }

  static void path(Graphics2D g, ChartFrame on, double[][] points, int kind) {
    Path2D line = new Path2D.Double();
    line.moveTo(on.screenX(points[0][0]), on.screenY(points[0][1]));
    for (double[] p : points) {
      line.lineTo(on.screenX(p[0]), on.screenY(p[1]));
    }
    g.setColor(COLOURS.get(kind % COLOURS.size()));
    g.setStroke(new BasicStroke(1.1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(line);
  }

  /** Discs, then diamonds: the kinds also differ in print. */
  private static Shape shape(double x, double y, int kind) {
    if (kind % 2 == 0) {
      return new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
    }
    Path2D diamond = new Path2D.Double();
    double r = 1.2 * RADIUS;
    diamond.moveTo(x, y - r);
    diamond.lineTo(x + r, y);
    diamond.lineTo(x, y + r);
    diamond.lineTo(x - r, y);
    diamond.closePath();
    return diamond;
  }

  static void key(
      Graphics2D g, Rectangle2D plot, int top, int kind, int kinds, String name, boolean joined) {
    double x = plot.getX() + plot.getWidth() * kind / kinds + 8;
    double y = top + KEY_HEIGHT / 2.0 - 4;
    if (joined) {
      g.setColor(COLOURS.get(kind % COLOURS.size()));
      g.setStroke(new BasicStroke(2.2f));
      g.draw(new Line2D.Double(x - 8, y, x + 8, y));
    } else {
      dot(g, x, y, kind);
    }
    Lettering.draw(g, ChartStyle.SMALL, name, (x + 14), (y + 4.5));
  }
}

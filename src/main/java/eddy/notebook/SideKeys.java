package eddy.notebook;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** What stands to the right of a stream plot: the colour bar and the key of line widths. */
final class SideKeys {
  private static final double BAR_WIDTH = 18;
  private static final double WIDTHS_HEIGHT = 108;

  private final Rectangle2D plot;
  private final double left;

  SideKeys(Rectangle2D plot, double left) {
    this.plot = plot;
    this.left = left;
  }

  /** The levels at even distances, with their numbers. */
  void colourBar(Graphics2D g, FilledContours contours) {
    double[] levels = contours.levels();
    int slots = levels.length + 1;
    double top = plot.getY() + 26;
    double slot = (plot.getMaxY() - WIDTHS_HEIGHT - top) / slots;
    label(g, contours.label(), left, plot.getY() + 12);
    for (int k = 0; k < slots; k++) {
      g.setColor(contours.colour(slots - 2 - k));
      g.fill(new Rectangle2D.Double(left, top + k * slot, BAR_WIDTH, slot + 0.5));
    }
    g.setColor(Palette.GREY);
    g.setStroke(new BasicStroke(0.8f));
    g.draw(new Rectangle2D.Double(left, top, BAR_WIDTH, slots * slot));
    for (int k = 0; k < levels.length; k++) {
      double y = top + (slots - 1 - k) * slot;
      g.setColor(Palette.GREY);
      g.draw(new Line2D.Double(left + BAR_WIDTH, y, left + BAR_WIDTH + 4, y));
      number(g, Numbers.brief(levels[k], 4), left + BAR_WIDTH + 8, y + 4.5);
    }
  }

  /** Three lines with the strength of the field that they stand for. */
  void widths(Graphics2D g, StreamLayer stream) {
    double y = plot.getMaxY() - WIDTHS_HEIGHT + 40;
    label(g, stream.label(), left, y);
    double unit = step(stream.strong() / 3);
    for (int k = 1; k <= 3; k++) {
      y += 20;
      g.setColor(StreamLayer.ink());
      g.setStroke(
          new BasicStroke(stream.width(k * unit), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(new Line2D.Double(left + 1, y - 4.5, left + 30, y - 4.5));
      number(g, Numbers.brief(k * unit, 3), left + 40, y);
    }
  }

  /** The largest of 1, 2, 5 times a power of ten that is not above {@code value}. */
  private static double step(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    double times = value / power;
    return power * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
  }

  private static void label(Graphics2D g, String text, double x, double y) {
    Lettering.draw(g, ChartStyle.TEXT, text, x, y);
  }

  private static void number(Graphics2D g, String text, double x, double y) {
    Lettering.draw(g, ChartStyle.SMALL, text, x, y);
  }
}

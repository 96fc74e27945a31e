package eddy.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The key of an {@link XyFigure}: a box in a corner of the axes with a sample of each mark. */
final class FigureKey {
  private static final double LINE_HEIGHT = 20;
  private static final double PADDING = 9;
  private static final double SAMPLE = 30;
  private static final double GAP = 9;
  private static final double MARGIN = 7;

  private final List<Entry> entries = new ArrayList<>();
  private Corner corner = Corner.UPPER_RIGHT;

  private record Entry(String name, Mark mark) {}

  void place(Corner place) {
    corner = place;
  }

  void add(String name, Mark mark) {
    entries.add(new Entry(name, mark));
  }

  void paint(Graphics2D g, Rectangle2D plot) {
    if (entries.isEmpty()) {
      return;
    }
    double text =
        entries.stream()
            .mapToDouble(entry -> Lettering.width(ChartStyle.SMALL, entry.name()))
            .max()
            .orElse(0);
    double width = 2 * PADDING + SAMPLE + GAP + text;
    double height = 2 * PADDING + entries.size() * LINE_HEIGHT - 5;
    double x = corner.isLeft() ? plot.getX() + MARGIN : plot.getMaxX() - MARGIN - width;
    double y = corner.isUpper() ? plot.getY() + MARGIN : plot.getMaxY() - MARGIN - height;
    Rectangle2D box = new Rectangle2D.Double(x, y, width, height);
    g.setColor(new Color(255, 255, 255, 225));
    g.fill(box);
    g.setColor(Palette.LIGHT_GREY);
    g.setStroke(new BasicStroke(0.8f));
    g.draw(box);
    double middle = y + PADDING + LINE_HEIGHT / 2 - 2.5;
    for (Entry entry : entries) {
      entry.mark().sample(g, x + PADDING, x + PADDING + SAMPLE, middle);
      double left = x + PADDING + SAMPLE + GAP;
      Lettering.draw(g, ChartStyle.SMALL, entry.name(), left, middle + 4.6);
      middle += LINE_HEIGHT;
    }
  }
}

package eddy.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The key of an {@link XyFigure}, a sample of each mark with its name: a box in a corner of the
 * axes, or columns below them.
 */
final class FigureKey {
  private static final double LINE_HEIGHT = 20;
  private static final double PADDING = 9;
  private static final double SAMPLE = 30;
  private static final double GAP = 9;
  private static final double MARGIN = 7;
  private static final double INDENT = 60; // of the plot area, at most about

  private final List<Entry> entries = new ArrayList<>();
  private Corner corner = Corner.UPPER_RIGHT;
  private boolean below;

  private record Entry(String name, Mark mark) {}

  void place(Corner place) {
    corner = place;
    below = false;
  }

  void placeBelow() {
    below = true;
  }

  void add(String name, Mark mark) {
    entries.add(new Entry(name, mark));
  }

  /** Height of what stands below the axes of a figure of some width; 0 for a key in a corner. */
  int heightBelow(int width) {
    return below ? (int) (PADDING + rows(width) * LINE_HEIGHT) : 0;
  }

  private int rows(int width) {
    int columns = Math.max(1, (int) ((width - INDENT) / columnWidth()));
    return (entries.size() + columns - 1) / columns;
  }

  private double columnWidth() {
    return SAMPLE + 3 * GAP + textWidth();
  }

  private double textWidth() {
    return entries.stream()
        .mapToDouble(entry -> Lettering.width(ChartStyle.SMALL, entry.name()))
        .max()
        .orElse(0);
  }

  /**
   * Draws the key.
   *
   * @param plot the plot area
   * @param bottom where the axes with their labels end
   * @param width of the figure
   */
  void paint(Graphics2D g, Rectangle2D plot, int bottom, int width) {
    if (entries.isEmpty()) {
      return;
    }
    if (below) {
      paintBelow(g, plot.getX(), bottom, rows(width));
    } else {
      paintBox(g, plot);
    }
  }

  private void paintBelow(Graphics2D g, double left, int top, int rows) {
    for (int k = 0; k < entries.size(); k++) {
      double middle = top + (k % rows + 0.5) * LINE_HEIGHT;
      entry(g, entries.get(k), left + k / rows * columnWidth(), middle);
    }
  }

  private void paintBox(Graphics2D g, Rectangle2D plot) {
    double width = 2 * PADDING + SAMPLE + GAP + textWidth();
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
      entry(g, entry, x + PADDING, middle);
      middle += LINE_HEIGHT;
    }
  }

  private static void entry(Graphics2D g, Entry entry, double left, double middle) {
    entry.mark().sample(g, left, left + SAMPLE, middle);
    Lettering.draw(g, ChartStyle.SMALL, entry.name(), left + SAMPLE + GAP, middle + 4.6);
  }
}

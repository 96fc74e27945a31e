package eddy.notebook;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** The layer of filled contours: the region above each level, painted over the one before. */
final class FilledContours {
  private final String label;
  private final double[] levels;
  private final ContourMap map;

  FilledContours(String label, double[] x, double[] y, double[] values, double[] levels) {
    if (levels.length < 2) {
      throw new IllegalArgumentException("Filled contours need at least two levels.");
    }
    for (int k = 1; k < levels.length; k++) {
      if (!(levels[k - 1] < levels[k])) {
        throw new IllegalArgumentException("The levels of filled contours must ascend.");
      }
    }
    this.label = label;
    this.levels = levels.clone();
    this.map = new ContourMap(x, y, values);
  }

  String label() {
    return label;
  }

  double[] levels() {
    return levels.clone();
  }

  /** Colour between levels k and k + 1; k = -1 is below the first, the last above the last. */
  Color colour(int k) {
    return Palette.fill((double) (k + 1) / levels.length);
  }

  void paint(Graphics2D g, ChartFrame frame) {
    Rectangle2D area = frame.plotArea();
    g.setColor(colour(-1));
    g.fill(area);
    AffineTransform toPage = toPage(frame);
    for (int k = 0; k < levels.length; k++) {
      g.setColor(colour(k));
      g.fill(toPage.createTransformedShape(map.region(levels[k])));
    }
  }

  /** From the coordinates of the axes to the page: both axes are linear. */
  private static AffineTransform toPage(ChartFrame frame) {
    double x0 = frame.screenX(0);
    double y0 = frame.screenY(0);
    return new AffineTransform(frame.screenX(1) - x0, 0, 0, frame.screenY(1) - y0, x0, y0);
  }
}

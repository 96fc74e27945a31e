package eddy.notebook;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;

/** Text drawn as outlines, as XChart does: an SVG file then looks the same without the font. */
final class Lettering {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private Lettering() {}

  /** Writes a line of text with its left end at x and its base line at y. */
  static void draw(Graphics2D g, Font font, String text, double x, double y) {
    g.setColor(Palette.BLACK);
    g.fill(font.createGlyphVector(EXACT, text).getOutline((float) x, (float) y));
  }

  /** Width of a line of text. */
  static double width(Font font, String text) {
    return font.createGlyphVector(EXACT, text).getLogicalBounds().getWidth();
  }
}

package eddy.notebook;

import java.awt.Graphics2D;
import tech.tablesaw.api.Table;

/** A figure: it draws itself, says what it shows, and gives the numbers that it draws. */
public interface FigureChart {

  /** Width in pixels at which it is meant to be shown. */
  int width();

  /** Height in pixels at which it is meant to be shown. */
  int height();

  /**
   * Draws the figure.
   *
   * @param g where to draw; one unit is one pixel of {@link #width()} and {@link #height()}
   */
  void paint(Graphics2D g);

  /** One or two sentences that say what is drawn: the text twin. */
  String description();

  /** The numbers drawn: the CSV file beside the picture. */
  Table numbers();
}

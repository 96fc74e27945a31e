package eddy.notebook;

import java.awt.Color;
import java.util.List;

/** Colours that survive print and colour-blindness. */
public final class Palette {
  public static final Color BLACK = new Color(0x222222);
  public static final Color ORANGE = new Color(0xE69F00);
  public static final Color SKY_BLUE = new Color(0x56B4E9);
  public static final Color GREEN = new Color(0x009E73);
  public static final Color YELLOW = new Color(0xF0E442);
  public static final Color BLUE = new Color(0x0072B2);
  public static final Color VERMILLION = new Color(0xD55E00);
  public static final Color PURPLE = new Color(0xCC79A7);
  static final Color GREY = new Color(0x6E6E6E);
  static final Color LIGHT_GREY = new Color(0xD9D9D9);

  /**
   * The order in which series take their colours: Okabe and Ito (2008), the well-separated ones
   * first, without yellow, which is too pale for lines on white.
   */
  public static final List<Color> SERIES =
      List.of(BLUE, VERMILLION, GREEN, PURPLE, ORANGE, SKY_BLUE, BLACK);

  private static final int[][] RAMP = {
    {0x5B, 0x93, 0xC7},
    {0x8D, 0xB8, 0xDC},
    {0xB9, 0xD5, 0xEA},
    {0xDC, 0xE9, 0xF4},
    {0xF7, 0xFA, 0xFD}
  };

  private Palette() {}

  /**
   * A ramp for fills beneath lines: from a middle blue to nearly white, falling in lightness evenly
   * and never so dark that a black line would drown.
   *
   * @param t from 0 (blue) to 1 (nearly white)
   */
  public static Color fill(double t) {
    return mix(RAMP, t);
  }

  /**
   * Shades of one colour for an ordered family of lines, such as stages of training.
   *
   * @param colour the colour of the last, darkest one
   * @param t from 0 (lightest) to 1 (the colour itself)
   */
  public static Color shade(Color colour, double t) {
    double light = 0.62 * (1 - t);
    return new Color(
        (int) Math.round(colour.getRed() + (255 - colour.getRed()) * light),
        (int) Math.round(colour.getGreen() + (255 - colour.getGreen()) * light),
        (int) Math.round(colour.getBlue() + (255 - colour.getBlue()) * light));
  }

  private static Color mix(int[][] stops, double t) {
    double position = Math.max(0, Math.min(1, t)) * (stops.length - 1);
    int i = Math.min((int) position, stops.length - 2);
    double f = position - i;
    int[] rgb = new int[3];
    for (int c = 0; c < 3; c++) {
      rgb[c] = (int) Math.round((1 - f) * stops[i][c] + f * stops[i + 1][c]);
    }
    return new Color(rgb[0], rgb[1], rgb[2]);
  }
}

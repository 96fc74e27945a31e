package eddy.notebook;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Points as a reader sees them in a table. */
public final class Coordinates {
  private Coordinates() {}

  /**
   * A point, like (1.026257, 0.003163).
   *
   * @param x its coordinates
   * @param decimals digits behind the point, at least 0
   */
  public static String text(double[] x, int decimals) {
    return Arrays.stream(x)
        .mapToObj(v -> String.format(Locale.ROOT, "%." + decimals + "f", v))
        .map(v -> v.matches("-0(\\.0*)?") ? v.substring(1) : v)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}

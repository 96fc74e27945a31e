package eddy.notebook;

/**
 * One axis of a figure.
 *
 * @param label what it shows, with its unit
 * @param low lower end, positive on a logarithmic axis
 * @param high upper end, above the lower one
 * @param log whether the axis is logarithmic
 */
public record Axis(String label, double low, double high, boolean log) {

  /**
   * @throws IllegalArgumentException when the ends are not finite, in the wrong order, or not
   *     positive on a logarithmic axis
   */
  public Axis {
    if (!(low < high) || !Double.isFinite(high - low) || (log && low <= 0)) {
      throw new IllegalArgumentException(
          "The axis '"
              + label
              + "' cannot run from "
              + low
              + " to "
              + high
              + (log ? " on a logarithmic scale." : "."));
    }
  }

  /** An axis with even steps. */
  public static Axis linear(String label, double low, double high) {
    return new Axis(label, low, high, false);
  }

  /** A logarithmic axis. */
  public static Axis log(String label, double low, double high) {
    return new Axis(label, low, high, true);
  }

  /** The label of a tick: powers of ten on a logarithmic axis, else at most five digits. */
  String tick(double value) {
    if (!log) {
      return Numbers.brief(Math.abs(value) < 1e-9 * (high - low) ? 0 : value, 5).replace('-', '−');
    }
    int exponent = (int) Math.rint(Math.log10(value));
    if (Math.abs(value / Math.pow(10, exponent) - 1) > 1e-6) {
      return "";
    }
    return switch (exponent) {
      case 0 -> "1";
      case 1 -> "10";
      default -> "10" + superscript(exponent);
    };
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder();
    for (char c : Integer.toString(exponent).toCharArray()) {
      text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return text.toString();
  }
}

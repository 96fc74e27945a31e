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
  private static final double SLACK = 1e-3;
  private static final double LOG_SLACK = 0.05;

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

  /** Where a number lies on the axis: 0 at the lower end, 1 at the upper one. */
  double fraction(double value) {
    return log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  }

  /** Whether a number can be drawn, inside or outside the frame. */
  boolean hasPlaceFor(double value) {
    return Double.isFinite(value) && (!log || value > 0);
  }

  /** The lower end that XChart is told: a little lower, or it draws no tick at the end. */
  double drawnLow() {
    return log ? low * (1 - LOG_SLACK) : low - SLACK * (high - low);
  }

  /** The upper end that XChart is told. */
  double drawnHigh() {
    return log ? high * (1 + LOG_SLACK) : high + SLACK * (high - low);
  }

  /** Whether powers of ten alone would be too few labels. */
  boolean isShort() {
    return log && high / low < 300;
  }

  /**
   * The label of a tick: on a logarithmic axis powers of ten, and 2 and 5 times them when it is
   * short; else at most five digits.
   */
  String tick(double value) {
    if (!log) {
      return Numbers.brief(Math.abs(value) < 1e-9 * (high - low) ? 0 : value, 5).replace('-', '−');
    }
    int exponent = (int) Math.floor(Math.log10(value) + 1e-9);
    double times = value / Math.pow(10, exponent);
    boolean labelled = near(times, 1) || (isShort() && (near(times, 2) || near(times, 5)));
    if (!labelled) {
      return "";
    }
    if (Math.abs(exponent) <= 1) {
      return Numbers.brief(value, 1);
    }
    return (near(times, 1) ? "" : Math.round(times) + "·") + "10" + superscript(exponent);
  }

  private static boolean near(double value, double whole) {
    return Math.abs(value - whole) < 1e-6;
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder();
    for (char c : Integer.toString(exponent).toCharArray()) {
      text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return text.toString();
  }
}

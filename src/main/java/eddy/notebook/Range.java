package eddy.notebook;

/**
 * A closed range of numbers; an end that is left out is infinite.
 *
 * @param low smallest number of the range, at most {@code high}
 * @param high largest number of the range
 */
public record Range(double low, double high) {

  /**
   * @throws IllegalArgumentException when an end is not a number or {@code low > high}
   */
  public Range {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "The range from " + low + " to " + high + " is empty: its low end must not be above.");
    }
  }

  /** The range that holds every number. */
  public static Range everything() {
    return new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** Whether {@code value} lies in the range, its ends included; false for NaN. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Whether all of {@code other} lies in this range. */
  public boolean contains(Range other) {
    return contains(other.low) && contains(other.high);
  }

  /** Whether the two ranges share a number. */
  public boolean overlaps(Range other) {
    return low <= other.high && other.low <= high;
  }

  /** Width of the range. */
  public double width() {
    return high - low;
  }
}

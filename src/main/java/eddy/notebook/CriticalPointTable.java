package eddy.notebook;

import eddy.fields.CriticalPoint;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.util.MathArrays;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Zeros that were found beside zeros that are known.
 *
 * @param found the zeros that were found
 * @param known the known ones
 */
public record CriticalPointTable(List<CriticalPoint> found, List<Known> known) {
  private static final int DIGITS = 10;

  /**
   * A known zero.
   *
   * @param x its coordinates
   * @param eigenvalues real eigenvalues of the drift's Jacobian there, the largest first
   * @param type its type
   */
  public record Known(double[] x, double[] eigenvalues, CriticalPoint.Type type) {}

  /** Copies the lists. */
  public CriticalPointTable {
    found = List.copyOf(found);
    known = List.copyOf(known);
  }

  /** How many zeros of a type were found. */
  public long count(CriticalPoint.Type type) {
    return found.stream().filter(point -> point.type() == type).count();
  }

  /** Coordinates of the zeros of a type, one row each. */
  public double[][] points(CriticalPoint.Type type) {
    return found.stream()
        .filter(point -> point.type() == type)
        .map(CriticalPoint::x)
        .toArray(double[][]::new);
  }

  /**
   * The largest distance from a known zero to the nearest one found; infinite when none was found.
   */
  public double distance() {
    return known.stream().mapToDouble(k -> distance(nearest(k), k)).max().orElse(0);
  }

  /**
   * The largest difference between the eigenvalues at a known zero and at the nearest one found;
   * infinite when none was found.
   */
  public double eigenvalueDifference() {
    return known.stream().mapToDouble(k -> difference(nearest(k), k)).max().orElse(0);
  }

  private CriticalPoint nearest(Known k) {
    return found.stream().min(Comparator.comparingDouble(p -> distance(p, k))).orElse(null);
  }

  private static double distance(CriticalPoint point, Known k) {
    return point == null ? Double.POSITIVE_INFINITY : MathArrays.distance(point.x(), k.x());
  }

  private static double difference(CriticalPoint point, Known k) {
    if (point == null) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = 0;
    for (int i = 0; i < k.eigenvalues().length; i++) {
      Complex gap = point.eigenvalues()[i].subtract(k.eigenvalues()[i]);
      largest = Math.max(largest, gap.abs());
    }
    return largest;
  }

  /** One row for each known zero: it, the nearest one found, and how far they are apart. */
  public Table table() {
    StringColumn type = StringColumn.create("type, paper");
    StringColumn typeFound = StringColumn.create("type, ours");
    StringColumn at = StringColumn.create("zero, paper");
    StringColumn atFound = StringColumn.create("zero, ours");
    DoubleColumn apart = DoubleColumn.create("distance");
    StringColumn eigenvalues = StringColumn.create("eigenvalues of the drift, ours");
    for (Known k : known) {
      CriticalPoint point = nearest(k);
      type.append(word(k.type()));
      at.append(coordinates(k.x()));
      typeFound.append(point == null ? "–" : word(point.type()));
      atFound.append(point == null ? "–" : coordinates(point.x()));
      apart.append(distance(point, k));
      eigenvalues.append(point == null ? "–" : eigenvalues(point.eigenvalues()));
    }
    return Table.create("", at, atFound, apart, type, typeFound, eigenvalues);
  }

  private static String word(CriticalPoint.Type type) {
    return type.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private static String coordinates(double[] x) {
    return Arrays.stream(x)
        .mapToObj(v -> Numbers.brief(Math.abs(v) < 1e-12 ? 0 : v, DIGITS))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String eigenvalues(Complex[] values) {
    return Arrays.stream(values)
        .map(
            z ->
                z.getImaginary() == 0
                    ? Numbers.brief(z.getReal(), DIGITS)
                    : Numbers.brief(z.getReal(), DIGITS)
                        + (z.getImaginary() < 0 ? " - " : " + ")
                        + Numbers.brief(Math.abs(z.getImaginary()), DIGITS)
                        + "i")
        .collect(Collectors.joining(", "));
  }
}

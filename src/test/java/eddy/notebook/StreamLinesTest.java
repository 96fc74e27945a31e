package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamLinesTest {
  private static final Box BOX = Box.of(-2, 2, -1, 1);

  @Test
  void aRotationIsFollowedOnCircles() {
    for (StreamLines.Line line : trace((x, v) -> set(v, -x[1], x[0]))) {
      double radius = Math.hypot(line.x()[0], line.y()[0]);
      for (int k = 0; k < line.x().length; k++) {
        assertThat(Math.hypot(line.x()[k], line.y()[k])).isCloseTo(radius, within(1e-6));
        assertThat(line.speed()[k]).isCloseTo(radius, within(1e-6));
      }
    }
  }

  @Test
  void linesRunInTheDirectionOfTheField() {
    for (StreamLines.Line line : trace((x, v) -> set(v, 3, 1))) {
      int last = line.x().length - 1;
      assertThat(line.x()[last]).isGreaterThan(line.x()[0]);
      assertThat(line.y()[last] - line.y()[0])
          .isCloseTo((line.x()[last] - line.x()[0]) / 3, within(1e-9));
    }
  }

  @Test
  void aSaddleKeepsTheProductOfTheCoordinates() {
    for (StreamLines.Line line : trace((x, v) -> set(v, x[0], -x[1]))) {
      for (int k = 0; k < line.x().length; k++) {
        assertThat(line.x()[k] * line.y()[k]).isCloseTo(line.x()[0] * line.y()[0], within(1e-5));
      }
    }
  }

  @Test
  void linesFillTheBoxAndKeepTheirDistance() {
    double separation = 0.05;
    List<StreamLines.Line> lines =
        StreamLines.trace((x, v) -> set(v, x[0], -x[1]), BOX, 0.5, separation);
    double closest = Double.POSITIVE_INFINITY;
    for (int a = 0; a < lines.size(); a++) {
      for (int b = 0; b < a; b++) {
        closest = Math.min(closest, distance(lines.get(a), lines.get(b)));
      }
    }
    // 0.42 of the separation on the page, where the width of the box is 1
    assertThat(closest / BOX.width(0)).isGreaterThan(0.41 * separation);
    for (double x = -1.9; x < 2; x += 0.1) {
      double[] at = {x, 0.37};
      double nearest =
          lines.stream()
              .mapToDouble(
                  line -> distance(line, new StreamLines.Line(slice(at, 0), slice(at, 1), at)))
              .min()
              .orElseThrow();
      assertThat(nearest / BOX.width(0)).isLessThan(1.5 * separation);
    }
  }

  @Test
  void aLineEndsAtAZeroAndASpiralEndsAtAll() {
    List<StreamLines.Line> sink = trace((x, v) -> set(v, -x[0], -x[1]));
    assertThat(sink)
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.x()).doesNotContain(Double.NaN));
    assertThat(trace((x, v) -> set(v, -x[0] - 9 * x[1], 9 * x[0] - x[1]))).isNotEmpty();
    assertThat(trace((x, v) -> set(v, 0, 0))).isEmpty();
  }

  private static List<StreamLines.Line> trace(eddy.fields.VectorField field) {
    return StreamLines.trace(field, BOX, 0.5, 1 / 20.0);
  }

  private static double[] slice(double[] values, int k) {
    return new double[] {values[k]};
  }

  private static double distance(StreamLines.Line a, StreamLines.Line b) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < a.x().length; i++) {
      for (int j = 0; j < b.x().length; j++) {
        least = Math.min(least, Math.hypot(a.x()[i] - b.x()[j], a.y()[i] - b.y()[j]));
      }
    }
    return least;
  }

  private static void set(double[] v, double first, double second) {
    v[0] = first;
    v[1] = second;
  }
}

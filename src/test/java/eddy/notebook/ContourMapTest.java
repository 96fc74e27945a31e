package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** Areas and membership against closed forms. */
class ContourMapTest {
  private static final int N = 201;

  @Test
  void aDisc() {
    Path2D disc = map((x, y) -> -(x * x + y * y)).region(-0.49);
    assertThat(area(disc)).isCloseTo(Math.PI * 0.49, within(1e-3));
    assertThat(disc.contains(0.69, 0)).isTrue();
    assertThat(disc.contains(0.71, 0)).isFalse();
  }

  @Test
  void aRing() {
    Path2D ring = map((x, y) -> -Math.abs(Math.hypot(x, y) - 0.6)).region(-0.2);
    assertThat(area(ring)).isCloseTo(Math.PI * (0.64 - 0.16), within(2e-3));
    assertThat(ring.contains(0, 0)).isFalse();
    assertThat(ring.contains(0, 0.6)).isTrue();
  }

  @Test
  void regionsAreClosedAlongTheBorder() {
    assertThat(area(map((x, y) -> 1).region(0))).isCloseTo(4, within(1e-12));
    assertThat(area(map((x, y) -> x).region(0.25))).isCloseTo(1.5, within(1e-12));
    assertThat(map((x, y) -> -1).region(0).getBounds2D().isEmpty()).isTrue();
  }

  @Test
  void bothSidesOfASaddle() {
    assertThat(area(map((x, y) -> x * y).region(0.25)))
        .isCloseTo(2 * (0.75 - 0.25 * Math.log(4)), within(1e-3));
  }

  @Test
  void twoByTwoSaddlesAreJoinedByTheirMean() {
    double[] ends = {0, 1};
    Path2D apart = new ContourMap(ends, ends, new double[] {1, -2, -2, 1}).region(0);
    Path2D joined = new ContourMap(ends, ends, new double[] {2, -1, -1, 2}).region(0);
    assertThat(apart.contains(0.5, 0.5)).isFalse();
    assertThat(joined.contains(0.5, 0.5)).isTrue();
  }

  @Test
  void whatIsNotANumberLiesBelowEveryLevel() {
    Path2D half = map((x, y) -> x < 0 ? Double.NaN : 1).region(0);
    assertThat(half.contains(-0.5, 0)).isFalse();
    assertThat(half.contains(0.5, 0)).isTrue();
  }

  private static ContourMap map(DoubleBinaryOperator f) {
    double[] x = new double[N];
    double[] values = new double[N * N];
    for (int i = 0; i < N; i++) {
      x[i] = -1 + 2.0 * i / (N - 1);
    }
    for (int j = 0; j < N; j++) {
      for (int i = 0; i < N; i++) {
        values[j * N + i] = f.applyAsDouble(x[i], x[j]);
      }
    }
    return new ContourMap(x, x, values);
  }

  /** Signed area (Gauss): holes count against their surroundings only if they turn against them. */
  private static double area(Path2D path) {
    double total = 0;
    double[] c = new double[6];
    double[] start = new double[2];
    double[] from = new double[2];
    for (PathIterator it = path.getPathIterator(null); !it.isDone(); it.next()) {
      int kind = it.currentSegment(c);
      double[] to = kind == PathIterator.SEG_CLOSE ? start : new double[] {c[0], c[1]};
      if (kind == PathIterator.SEG_MOVETO) {
        start = to;
      } else {
        total += (from[0] * to[1] - to[0] * from[1]) / 2;
      }
      from = to;
    }
    return total;
  }
}

package eddy.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.ReturnMap.Return;
import eddy.run.ComputationInterrupted;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowTest {
  private static final MatrixField PLAIN = MatrixField.identity(2);

  /** Hopf's normal form: r' = a r (1 - r^2), angle' = w, all in closed form. */
  private static Field hopf(double a, double w) {
    return Field.ofDrift(
        (x, b) -> {
          double growth = a * (1 - x[0] * x[0] - x[1] * x[1]);
          double x1 = x[0];
          double x2 = x[1];
          b[0] = growth * x1 - w * x2;
          b[1] = growth * x2 + w * x1;
        },
        PLAIN);
  }

  private static double hopfRadius(double r, double a, double t) {
    return 1 / Math.sqrt(1 + (1 / (r * r) - 1) * Math.exp(-2 * a * t));
  }

  @Test
  void followsTheClosedFormOfHopf() {
    FlowPath path = Flow.of(hopf(0.3, 2)).path(new double[] {0.2, 0}, 5, 11);
    assertThat(path.count()).isEqualTo(11);
    for (int i = 0; i < 11; i++) {
      double t = path.time()[i];
      double r = hopfRadius(0.2, 0.3, t);
      double[] expected = {r * Math.cos(2 * t), r * Math.sin(2 * t)};
      assertThat(path.point(i)).containsExactly(expected, within(1e-11));
    }
    assertThat(path.time()[10]).isEqualTo(5);
    assertThat(path.coordinate(0)[10]).isEqualTo(path.point(10)[0]);
  }

  /** A gradient flow ends in a minimum and f falls all the way. */
  @Test
  void gradientFlowFallsIntoTheWell() {
    FlowPath path = Flow.of(GradientDoubleWell.field()).path(new double[] {0.01, 1}, 40, 200);
    for (int i = 1; i < path.count(); i++) {
      double before = GradientDoubleWell.f(path.point(i - 1));
      assertThat(GradientDoubleWell.f(path.point(i))).isLessThanOrEqualTo(before + 1e-13);
    }
    assertThat(path.point(199)).containsExactly(new double[] {1, 0}, within(1e-9));
  }

  @Test
  void returnMapAgreesWithTheClosedFormOnEachRay() {
    double turn = 2 * Math.PI / 3;
    for (double angle : new double[] {0, 1, 4}) {
      for (double w : new double[] {3, -3}) {
        ReturnMap map = new ReturnMap(hopf(0.5, w), new double[2], angle, 20);
        for (double r : new double[] {0.01, 0.7, 1.6}) {
          Return back = map.from(r).orElseThrow();
          assertThat(back.image()).isCloseTo(hopfRadius(r, 0.5, turn), within(1e-11));
          assertThat(back.time()).isCloseTo(turn, within(1e-11));
        }
      }
    }
  }

  @Test
  void returnMapOfExample19AgreesWithTheReference() {
    Rows rows = Rows.read("example19-return-map.csv");
    ReturnMap map = ReturnMap.onPositiveAxis(Example19.field(1.5));
    for (double[] row : rows.values()) {
      Return back = map.from(rows.at(row, "r")).orElseThrow();
      assertThat(back.image()).isCloseTo(rows.at(row, "P"), within(1e-9));
      assertThat(back.time()).isCloseTo(rows.at(row, "T"), within(1e-9));
    }
    Return near = map.from(1e-4).orElseThrow(); // the linear period, up to r^2
    assertThat(near.time()).isCloseTo(3.8170288689930443, within(1e-7));
  }

  @Test
  void example19HasNoLimitCycle() {
    for (double lambda : new double[] {0.9, 1.5, 3}) {
      ReturnMap map = ReturnMap.onPositiveAxis(Example19.field(lambda));
      assertThat(LimitCycle.find(map, 1e-3, 2, 40)).isEmpty();
      for (double r = 1e-3; r < 2; r *= 1.5) {
        assertThat(map.from(r).orElseThrow().image()).isLessThan(r);
      }
    }
  }

  @Test
  void findsLimitCyclesWithPeriodAndMultiplier() {
    ReturnMap map = ReturnMap.onPositiveAxis(hopf(0.1, 2));
    List<LimitCycle> cycles = LimitCycle.find(map, 0.1, 3, 10);
    assertThat(cycles).hasSize(1);
    LimitCycle cycle = cycles.get(0);
    assertThat(cycle.r()).isCloseTo(1, within(1e-11));
    assertThat(cycle.period()).isCloseTo(Math.PI, within(1e-11));
    assertThat(cycle.multiplier()).isCloseTo(Math.exp(-0.2 * Math.PI), within(1e-7));
    assertThat(cycle.isStable()).isTrue();
  }

  /** Van der Pol's oscillator with mu = 1; period and amplitude as published to many digits. */
  @Test
  void agreesWithThePublishedVanDerPolCycle() {
    Field vanDerPol =
        Field.ofDrift(
            (x, b) -> {
              double x1 = x[0];
              b[0] = x[1];
              b[1] = (1 - x1 * x1) * x[1] - x1;
            },
            PLAIN);
    List<LimitCycle> cycles = LimitCycle.find(ReturnMap.onPositiveAxis(vanDerPol), 0.5, 4, 7);
    assertThat(cycles).hasSize(1);
    assertThat(cycles.get(0).period()).isCloseTo(6.663286859323130, within(1e-9));
    assertThat(cycles.get(0).r()).isCloseTo(2.008619860874843, within(1e-9));
  }

  @Test
  void saysWhatCannotBeFollowed() {
    Field blowUp = Field.ofDrift((x, b) -> b[0] = x[0] * x[0], MatrixField.identity(1));
    assertThatThrownBy(() -> Flow.of(blowUp).path(new double[] {1}, 2, 5))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Flow.of(blowUp).path(new double[] {1, 1}, 2, 5))
        .hasMessageContaining("1 finite coordinates");
    assertThatThrownBy(() -> ReturnMap.onPositiveAxis(blowUp))
        .hasMessageContaining("two dimensions");
    ReturnMap node =
        ReturnMap.onPositiveAxis(
            Field.ofDrift(
                (x, b) -> {
                  b[0] = -x[0];
                  b[1] = -2 * x[1] - 0.1 * x[0];
                },
                PLAIN));
    assertThat(node.from(1)).isEmpty();
    assertThatThrownBy(() -> node.from(0)).hasMessageContaining("above 0");
  }

  @Test
  void stopsOnInterrupt() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Flow.of(hopf(1, 1)).path(new double[] {1, 0}, 1e6, 2))
        .isInstanceOf(ComputationInterrupted.class);
    assertThat(Thread.interrupted()).isFalse();
  }
}

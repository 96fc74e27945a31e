package eddy.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Many points at once give what one point at a time gives. */
class ManyPointsTest {
  private static final MatrixField D =
      MatrixField.constant(new double[] {1, .3}, new double[] {.3, .5});

  static Stream<Arguments> fields() {
    Field linear =
        OrnsteinUhlenbeck.around(new double[] {.5, -1}, new double[][] {{1, 2}, {-1, 1.5}}, D);
    Field own = Field.ofDrift((x, b) -> b[0] = x[1] * (b[1] = Math.sin(x[0])), D);
    return Stream.of(
        Arguments.of("linear", linear),
        Arguments.of("double well", GradientDoubleWell.field()),
        Arguments.of("Example 19", Example19.field(1.5)),
        Arguments.of("manufactured", ManufacturedExample.plane(2).field()),
        Arguments.of("own", own),
        Arguments.of("sum", Field.sum(linear, own)),
        Arguments.of("own loss", Field.ofGradient((x, g) -> g[0] = g[1] = x[0] - x[1], D)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fields")
  void driftsAndMatricesAgree(String name, Field field) {
    int n = 37;
    RandomStream random = new RandomStream(1, StreamName.DATA);
    double[] x = new double[2 * n];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextGaussian();
    }
    double[] drifts = new double[2 * n];
    double[] matrices = new double[4 * n];
    field.drifts(n, x, drifts);
    field.diffusion().atAll(n, x, matrices);
    double[] b = new double[2];
    double[] d = new double[4];
    for (int k = 0; k < n; k++) {
      double[] point = {x[k], x[n + k]};
      field.drift(point, b);
      field.diffusion(point, d);
      for (int i = 0; i < 2; i++) {
        assertThat(drifts[i * n + k]).isCloseTo(b[i], within(1e-13 * (1 + Math.abs(b[i]))));
      }
      for (int i = 0; i < 4; i++) {
        assertThat(matrices[i * n + k]).isEqualTo(d[i]);
      }
    }
  }
}

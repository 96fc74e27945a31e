package eddy.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.linalg.FloatMatrix;
import eddy.run.Progress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RandomDirectionsTest {
  private static final int N = 400;
  private static final int D = 300;

  /** Lengths that differ widely, all along one direction. */
  private static ArrayGradients aligned() {
    double[] scale = new double[D];
    scale[0] = 1;
    return ArrayGradients.random(N, scale, 0, 3);
  }

  @Test
  void keepsTheLengths() {
    RandomDirections turned = new RandomDirections(aligned(), 7);
    double[] before = lengths(aligned());
    double[] after = lengths(turned);
    for (int k = 0; k < N; k++) {
      assertThat(after[k]).isCloseTo(before[k], within(1e-5 * (1 + before[k])));
    }
  }

  /** E tr D² = (tr D)² (1/n + (1 − 1/n)/d) of directions uniform on the sphere. */
  @Test
  void hasTheExpectedParticipationRatio() {
    double[] length = lengths(aligned());
    double two = Arrays.stream(length).map(l -> l * l).sum();
    double four = Arrays.stream(length).map(l -> l * l * l * l).sum();
    double effective = two * two / four;
    double expected = 1 / (1 / effective + (1 - 1 / effective) / D);
    double measured = participation(new RandomDirections(aligned(), 7));
    assertThat(participation(aligned())).isCloseTo(1, within(1e-6));
    // tr D² has a relative scatter of about √2/D here; the mean gradient takes off about 1/N.
    assertThat(measured).isCloseTo(expected, within(0.02 * expected));
  }

  @Test
  void anExampleKeepsItsDirectionWhateverTheBlock() throws Exception {
    RandomDirections turned = new RandomDirections(aligned(), 7);
    try (GradientSource.Reader reader = turned.open();
        FloatMatrix block = new FloatMatrix(5, D)) {
      float[] first = new float[D];
      float[] second = new float[D];
      reader.read(3, 5, block);
      block.row(4, first);
      reader.read(7, 1, block);
      block.row(0, second);
      assertThat(second).isEqualTo(first);
    }
  }

  private static double participation(GradientSource source) {
    return DiffusionMatrix.exact(source, Precision.FLOAT64, Progress.NONE)
        .spectrum("random directions test " + source)
        .participationRatio();
  }

  private static double[] lengths(GradientSource source) {
    double[] lengths = new double[N];
    float[] row = new float[D];
    try (GradientSource.Reader reader = source.open();
        FloatMatrix rows = new FloatMatrix(N, D)) {
      reader.read(0, N, rows);
      for (int k = 0; k < N; k++) {
        rows.row(k, row);
        double square = 0;
        for (float g : row) {
          square += (double) g * g;
        }
        lengths[k] = Math.sqrt(square);
      }
    }
    return lengths;
  }
}

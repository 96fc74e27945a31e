package eddy.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Closed forms and finite differences. */
class LossTest {

  @Test
  void equalOutputsCostTheLogarithmOfTheClasses() {
    double[] z = {3, 3, 3, 3};
    double[] gradient = new double[4];
    assertThat(new Loss.SoftmaxCrossEntropy().value(z, 2, gradient))
        .isCloseTo(Math.log(4), within(1e-15));
    assertThat(gradient).containsExactly(0.25, 0.25, -0.75, 0.25);
  }

  @Test
  void hugeOutputsDoNotOverflow() {
    double[] gradient = new double[2];
    double value = new Loss.SoftmaxCrossEntropy().value(new double[] {1000, -1000}, 1, gradient);
    assertThat(value).isEqualTo(2000);
    assertThat(gradient).containsExactly(1, -1);
  }

  @Test
  void squaredError() {
    double[] gradient = new double[3];
    assertThat(new Loss.SquaredError().value(new double[] {1, 2, -1}, 1, gradient)).isEqualTo(1.5);
    assertThat(gradient).containsExactly(1, 1, -1);
  }

  @Test
  void gradientsAreFiniteDifferences() {
    double[] z = {0.3, -1.2, 2.1};
    double h = 1e-6;
    for (Loss loss : new Loss[] {new Loss.SoftmaxCrossEntropy(), new Loss.SquaredError()}) {
      double[] gradient = new double[3];
      loss.value(z, 0, gradient);
      for (int c = 0; c < 3; c++) {
        double[] up = z.clone();
        double[] down = z.clone();
        up[c] += h;
        down[c] -= h;
        double slope =
            (loss.value(up, 0, new double[3]) - loss.value(down, 0, new double[3])) / (2 * h);
        assertThat(gradient[c]).isCloseTo(slope, within(1e-9));
      }
    }
  }
}

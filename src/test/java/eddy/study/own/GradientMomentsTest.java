package eddy.study.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.data.Images;
import eddy.run.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths of gradients against the closed form of softmax regression. */
class GradientMomentsTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 13, 300})
  void ofAllAndWithoutEachGroup(int examples) {
    SoftmaxRegression known = SoftmaxRegression.random(examples, 4, 3, 5);
    GradientMoments found =
        GradientMoments.of(known.network().gradients(known.images()), Progress.NONE);
    double[][] g = known.gradients();
    List<Integer> all = new ArrayList<>();
    for (int k = 0; k < examples; k++) {
      all.add(k);
    }
    assertPart(found.all(), g, all);
    int groups = Math.min(GradientMoments.GROUPS, examples);
    assertThat(found.without()).hasSize(groups);
    for (int j = 0; j < groups; j++) {
      int group = j;
      assertPart(found.without().get(j), g, all.stream().filter(k -> k % groups != group).toList());
    }
  }

  private static void assertPart(GradientMoments.Part part, double[][] g, List<Integer> which) {
    double squares = 0;
    double[] sum = new double[g[0].length];
    for (int k : which) {
      for (int i = 0; i < sum.length; i++) {
        squares += g[k][i] * g[k][i];
        sum[i] += g[k][i];
      }
    }
    double squaredSum = 0;
    for (double s : sum) {
      squaredSum += s * s;
    }
    assertThat(part.examples()).isEqualTo(which.size());
    assertThat(part.squares()).isCloseTo(squares, within(1e-5 * squares));
    assertThat(part.squaredSum()).isCloseTo(squaredSum, within(1e-5 * (squares + squaredSum)));
  }

  @Test
  void oneExampleHasNoNoise() {
    SoftmaxRegression known = SoftmaxRegression.random(1, 4, 3, 5);
    assertThatThrownBy(
            () -> GradientMoments.of(known.network().gradients(known.images()), Progress.NONE))
        .hasMessage("The noise of a gradient needs at least 2 examples, but there is 1.");
  }

  @Test
  void gradientThatOverflows() {
    SoftmaxRegression known = SoftmaxRegression.random(3, 4, 3, 5);
    float[] inputs = known.inputs().clone();
    inputs[4] = Float.MAX_VALUE;
    inputs[5] = Float.MAX_VALUE;
    Images images = Images.of(inputs, known.labels(), 4, 1, 1, 3, "huge");
    float[] weights = known.weights().clone();
    Arrays.fill(weights, 4);
    OwnNetwork network =
        new OwnNetwork(
            "steep", known.network().architecture(), known.network().loss(), weights, new float[0]);
    assertThatThrownBy(() -> GradientMoments.of(network.gradients(images), Progress.NONE))
        .hasMessage(
            "The gradient of example 1 (counted from 0) is not finite: its loss overflows, so scale"
                + " the inputs as in training.");
  }
}

package eddy.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eddy.nets.LayerSpec.Conv2d;
import eddy.nets.LayerSpec.Dropout;
import eddy.nets.LayerSpec.MaxPool;
import org.junit.jupiter.api.Test;

/** Layer sums read off the authors' code by hand. */
class ArchitecturesTest {

  private static int[] parameters(Architecture architecture) {
    return architecture.layers().stream()
        .mapToInt(Architecture.Layer::parameters)
        .filter(n -> n > 0)
        .toArray();
  }

  @Test
  void smallLenet() {
    Architecture net = Architectures.smallLenet();
    assertThat(parameters(net)).containsExactly(208, 16, 3216, 32, 8320, 256, 1290);
    assertThat(net.parameterCount()).isEqualTo(13_338);
    assertThat(net.runningCount()).isEqualTo(2 * (8 + 16 + 128));
    assertThat(net.layers().get(3).output()).isEqualTo(new Shape(8, 8, 8));
    assertThat(net.layers().stream().filter(l -> l.spec() instanceof Dropout)).hasSize(3);
    assertThat(Architectures.smallLenet(0).layers()).hasSize(net.layers().size() - 3);
  }

  @Test
  void fullyConnected() {
    assertThat(parameters(Architectures.smallFc())).containsExactly(3200, 128, 650);
    assertThat(Architectures.smallFc().parameterCount()).isEqualTo(3978);
    assertThat(parameters(Architectures.tinyFc(5))).containsExactly(800, 32, 85);
    assertThat(Architectures.tinyFc(5).parameterCount()).isEqualTo(917);
    assertThat(Architectures.tinyFc(10).parameterCount()).isEqualTo(1002);
  }

  @Test
  void smallAllcnn() {
    Architecture net = Architectures.smallAllcnn(10);
    assertThat(parameters(net))
        .containsExactly(
            336, 24, 1308, 24, 1308, 24, 2616, 48, 5208, 48, 5208, 48, 5208, 48, 5208, 48, 250, 20);
    assertThat(net.parameterCount()).isEqualTo(26_982);
    assertThat(net.output()).isEqualTo(Shape.vector(10));
    assertThat(Architectures.smallAllcnn(100).parameterCount()).isEqualTo(29_412);
  }

  @Test
  void offsetsFollowEachOther() {
    int offset = 0;
    for (Architecture.Layer layer : Architectures.smallAllcnn(10).layers()) {
      assertThat(layer.offset()).isEqualTo(offset);
      offset += layer.parameters();
    }
  }

  @Test
  void runningStatisticsStartAtMeanZeroAndVarianceOne() {
    float[] running = Architectures.tinyFc(5).initialRunning();
    assertThat(running).hasSize(32);
    assertThat(running[15]).isZero();
    assertThat(running[16]).isEqualTo(1);
  }

  @Test
  void whatDoesNotFitIsRefusedByName() {
    assertThatThrownBy(
            () -> Architecture.of("mine", new Shape(1, 4, 4), new MaxPool(2), new MaxPool(3)))
        .hasMessage(
            "Layer 1 of mine does not fit: A max pooling of size 3 does not fit into an input of"
                + " shape 1x2x2.");
    assertThatThrownBy(() -> Architecture.of("mine", new Shape(1, 4, 4)))
        .hasMessage("The network mine needs at least one layer.");
    assertThatThrownBy(() -> new Conv2d(4, 3, 1, 3))
        .hasMessage(
            "A convolution's padding must be smaller than its kernel, but 3 is not below 3.");
    assertThatThrownBy(() -> new Dropout(1)).hasMessageContaining("[0, 1)");
  }
}

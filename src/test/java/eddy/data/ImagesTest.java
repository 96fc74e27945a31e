package eddy.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ImagesTest {
  private static final Images FOUR =
      new Images(new float[] {0, 1, 128, 255}, new int[] {2, 0, 1, 2}, 1, 1, 1, 3, "four", "");

  @Test
  void wrapsAndScalesStoredBytes() {
    assertThat(Pixels.wrapped(FOUR).pixels()).containsExactly(0, 255, 128, 1);
    assertThat(Pixels.unit(FOUR).pixels()).containsExactly(0, 1 / 255f, 128 / 255f, 1);
    assertThat(Pixels.unit(Pixels.wrapped(FOUR)).name()).isEqualTo("four, wrapped, pixels / 255");
    assertThatThrownBy(() -> Pixels.wrapped(Pixels.unit(FOUR)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("whole numbers from 0 to 255");
  }

  @Test
  void wrapsBeforeItResizes() {
    Images pair = new Images(new float[] {0, 255}, new int[1], 1, 1, 2, 1, "pair", "");
    float wrappedFirst = Resize.bilinear8bit(Pixels.wrapped(pair), 1, 1).pixels()[0];
    float wrappedLast = Pixels.wrapped(Resize.bilinear8bit(pair, 1, 1)).pixels()[0];
    assertThat(wrappedFirst).isEqualTo(1);
    assertThat(wrappedLast).isEqualTo(128);
    float[] row = new float[49];
    row[0] = 255;
    Images seven = new Images(row, new int[1], 1, 7, 7, 1, "seven", "");
    assertThat(HalfMnist.coded(seven).pixels()[0]).isEqualTo(1 / 255f);
    assertThat(HalfMnist.printed(seven).pixels()[0]).isEqualTo(1);
  }

  @Test
  void takesSubsets() {
    Images some = Subset.classes(FOUR, 2, 1);
    assertThat(some.labels()).containsExactly(2, 1, 2);
    assertThat(some.pixels()).containsExactly(0, 128, 255);
    assertThat(some.classes()).isEqualTo(3);
    Images anew = Subset.relabelled(FOUR, 2, 1);
    assertThat(anew.labels()).containsExactly(0, 1, 0);
    assertThat(anew.classes()).isEqualTo(2);
    assertThat(Subset.first(FOUR, 2).labels()).containsExactly(2, 0);
    Images drawn = Subset.random(FOUR, 3, 7);
    assertThat(drawn.pixels()).isSorted().doesNotHaveDuplicates().hasSize(3);
    assertThat(drawn).isEqualTo(Subset.random(FOUR, 3, 7));
    assertThatThrownBy(() -> Subset.classes(FOUR, 3)).hasMessageContaining("from 0 to 2");
    assertThatThrownBy(() -> Subset.classes(FOUR, 1, 1)).hasMessageContaining("once");
    assertThatThrownBy(() -> Subset.first(FOUR, 5)).hasMessageContaining("4 images");
  }

  @Test
  void goesToNd4jAndBack() {
    float[] pixels = new float[2 * 3 * 4 * 5];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i;
    }
    Images images = new Images(pixels, new int[] {1, 0}, 3, 4, 5, 2, "small", "");
    INDArray features = images.toFeatures();
    assertThat(features.shape()).containsExactly(2, 3, 4, 5);
    assertThat(features.getFloat(1, 2, 3, 4)).isEqualTo(119);
    assertThat(features.getFloat(1, 0, 2, 1)).isEqualTo(71);
    INDArray oneHot = images.toOneHot();
    assertThat(oneHot.toFloatMatrix()).isDeepEqualTo(new float[][] {{0, 1}, {1, 0}});
    Images back = Images.of(features.dup('f'), oneHot, "small");
    assertThat(back).isEqualTo(images);
    assertThatThrownBy(() -> Images.of(features, Nd4j.ones(2, 2), "small"))
        .hasMessageContaining("not one-hot");
    assertThatThrownBy(() -> Images.of(features, Nd4j.ones(3, 2), "small"))
        .hasMessageContaining("[3, 2]");
  }

  @Test
  void refusesArraysThatDoNotFit() {
    assertThatThrownBy(() -> new Images(new float[3], new int[1], 1, 2, 2, 1, "", ""))
        .hasMessage("1 labels with images of 1 x 2 x 2 need 4 pixels, not 3.");
    assertThatThrownBy(() -> new Images(new float[1], new int[] {1}, 1, 1, 1, 1, "", ""))
        .hasMessage("Labels run from 0 to 0, but one is 1.");
  }
}

package eddy.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResizeTest {
  @Test
  void bilinearAgreesWithPillowInEveryByte() throws IOException {
    List<Images> images = pillow();
    assertThat(images).hasSize(14);
    for (int i = 0; i < images.size(); i += 2) {
      Images expected = images.get(i + 1);
      Images ours = Resize.bilinear8bit(images.get(i), expected.height(), expected.width());
      assertThat(ours.pixels()).containsExactly(expected.pixels());
    }
  }

  @Test
  void areaIsTheMeanOfBlocks() {
    float[] pixels = new float[2 * 28 * 28];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (i * 7919) % 256;
    }
    Images images = new Images(pixels, new int[2], 1, 28, 28, 1, "blocks", "");
    Images small = Resize.area(images, 7, 7);
    for (int image = 0; image < 2; image++) {
      for (int y = 0; y < 7; y++) {
        for (int x = 0; x < 7; x++) {
          double sum = 0;
          for (int k = 0; k < 16; k++) {
            sum += pixels[image * 784 + (4 * y + k / 4) * 28 + 4 * x + k % 4];
          }
          assertThat((double) small.pixels()[image * 49 + y * 7 + x])
              .isCloseTo(sum / 16, within(1e-4));
        }
      }
    }
    assertThat(small.name()).isEqualTo("blocks, area 7 x 7");
  }

  /** 3 pixels to 2: each result covers one pixel and half of the middle one. */
  @Test
  void areaCountsPartlyCoveredPixels() {
    Images line = new Images(new float[] {3, 6, 12}, new int[1], 1, 1, 3, 1, "line", "");
    assertThat(Resize.area(line, 1, 2).pixels()).containsExactly(4, 10);
  }

  @Test
  void refusesSizesAndPixelsThatCannotBe() {
    Images line = new Images(new float[] {3, 6, 12}, new int[1], 1, 1, 3, 1, "line", "");
    assertThatThrownBy(() -> Resize.area(line, 2, 2)).hasMessageContaining("smaller");
    assertThatThrownBy(() -> Resize.bilinear8bit(line, 0, 2)).hasMessageContaining("0 x 2");
    assertThatThrownBy(() -> Resize.bilinear8bit(Pixels.unit(line), 1, 2))
        .hasMessageContaining("apply it before any other scaling");
  }

  private static List<Images> pillow() throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                ResizeTest.class.getResourceAsStream("bilinear.txt"), StandardCharsets.UTF_8))) {
      return in.lines().filter(l -> !l.startsWith("#")).map(ResizeTest::image).toList();
    }
  }

  private static Images image(String line) {
    int[] v = Arrays.stream(line.split(" ")).mapToInt(Integer::parseInt).toArray();
    float[] pixels = new float[v.length - 2];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = v[i + 2];
    }
    return new Images(pixels, new int[1], 1, v[0], v[1], 1, "image", "");
  }
}

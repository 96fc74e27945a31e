package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngEncoderTest {

  @Test
  void aPictureOfFewColoursIsKeptExactly() throws IOException {
    BufferedImage image = new BufferedImage(37, 11, BufferedImage.TYPE_INT_RGB);
    int[] colours = {0xFFFFFF, 0x0072B2, 0xD55E00, 0x000000};
    for (int y = 0; y < 11; y++) {
      for (int x = 0; x < 37; x++) {
        image.setRGB(x, y, colours[(x * 7 + y * 3) % colours.length]);
      }
    }
    BufferedImage read = decoded(image, 256);
    for (int y = 0; y < 11; y++) {
      for (int x = 0; x < 37; x++) {
        assertThat(read.getRGB(x, y)).isEqualTo(image.getRGB(x, y));
      }
    }
  }

  @Test
  void amongManyShadesASmallBrightMarkKeepsItsColour() throws IOException {
    BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 256; y++) {
      for (int x = 0; x < 256; x++) {
        image.setRGB(x, y, x << 16 | x << 8 | 128 + x / 2);
      }
    }
    for (int x = 0; x < 6; x++) {
      image.setRGB(100 + x, 100, 0xD6241F);
    }
    BufferedImage read = decoded(image, 16);
    assertThat(read.getRGB(103, 100) & 0xFFFFFF).isEqualTo(0xD6241F);
    assertThat(read.getRGB(50, 50) & 255).isCloseTo(153, org.assertj.core.data.Offset.offset(12));
  }

  private static BufferedImage decoded(BufferedImage image, int colours) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(PngEncoder.encode(image, colours)));
  }
}

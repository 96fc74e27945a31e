package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import eddy.fields.Box;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class StreamPlotTest {
  @Test
  void aPathIsDrawnAndListed() {
    double[][] points = {{-1, 0.5}, {0, 0.5}, {1, 0.5}};
    StreamPlot bare = plot();
    StreamPlot drawn = plot().path("a level path", points);
    assertThat(drawn.height()).isGreaterThan(bare.height());
    assertThat(drawn.description()).contains("path: a level path");
    assertThat(drawn.numbers().stringColumn("series").countOccurrences("a level path"))
        .isEqualTo(3);
    assertThat(reds(drawn)).isGreaterThan(reds(bare) + 200); // some 300 pixels of a line
  }

  private static StreamPlot plot() {
    return new StreamPlot(Box.of(-2, 2, -2, 2), "x₁", "x₂");
  }

  private static long reds(StreamPlot plot) {
    BufferedImage image =
        new BufferedImage(plot.width(), plot.height(), BufferedImage.TYPE_INT_RGB);
    plot.paint(image.createGraphics());
    long count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        boolean red = (rgb >> 16 & 255) > 180 && (rgb >> 8 & 255) < 110 && (rgb & 255) < 110;
        count += red ? 1 : 0;
      }
    }
    return count;
  }
}

package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import eddy.fields.Box;
import eddy.fields.Example19;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class FigureFilesTest {

  private static final byte[] FIGURE4 = FigureFiles.png(figure4());

  @Test
  void theSameFigureGivesTheSameBytes() {
    assertThat(FigureFiles.png(figure4())).isEqualTo(FIGURE4);
    assertThat(FigureFiles.svg(figure4())).isEqualTo(FigureFiles.svg(figure4()));
    assertThat(FigureFiles.csv(figure4())).isEqualTo(FigureFiles.csv(figure4()));
    assertThat(FigureFiles.png(spectrum())).isEqualTo(FigureFiles.png(spectrum()));
    assertThat(FigureFiles.svg(spectrum())).isEqualTo(FigureFiles.svg(spectrum()));
  }

  @Test
  void filesKeepTheSizesOfTheDesign() throws IOException {
    for (FigureChart figure : List.of(figure4(), spectrum())) {
      byte[] png = figure instanceof StreamPlot ? FIGURE4 : FigureFiles.png(figure);
      assertThat(png.length).isLessThanOrEqualTo(80_000);
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      double pixels = (double) image.getWidth() / figure.width();
      assertThat(pixels).isGreaterThanOrEqualTo(1.25);
      assertThat(image.getHeight()).isEqualTo((int) Math.round(figure.height() * pixels));
      assertThat(FigureFiles.svg(figure).length).isLessThan(600_000);
    }
  }

  @Test
  void figure4IsPainted() throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(FIGURE4));
    double pixels = (double) image.getWidth() / StreamPlot.WIDTH;
    assertThat(image.getRGB(2, 2) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    int red = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        red += (image.getRGB(x, y) & 0xFFFFFF) == 0xD6241F ? 1 : 0;
      }
    }
    double disc = Math.PI * 6 * 6 * pixels * pixels; // two dots and the one of the key
    assertThat(red / disc).isBetween(1.5, 3.6);
  }

  @Test
  void svgIsXmlThatNeedsNothingElse() throws Exception {
    for (FigureChart figure : List.of(figure4(), spectrum())) {
      byte[] svg = FigureFiles.svg(figure);
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(svg));
      assertThat(document.getElementsByTagName("title").item(0).getTextContent())
          .isEqualTo(figure.description());
      String text = new String(svg, StandardCharsets.UTF_8);
      assertThat(text).doesNotContain("<!DOCTYPE", "<text", "<script", "NaN", "href=");
      assertThat(text).doesNotContainPattern("\\d\\.\\d{3}");
      assertThat(text.split("id=\"clip").length).isEqualTo(text.split("id=\"clip\\d+\"").length);
    }
  }

  @Test
  void csvHoldsTheNumbersDrawn() {
    assertThat(FigureFiles.csv(spectrum()).lines())
        .hasSize(10)
        .first()
        .isEqualTo("series,x,y,low,high");
    assertThat(FigureFiles.csv(figure4()).lines())
        .contains("most likely locations,-1,0,", "most likely locations,1,0,");
  }

  private static StreamPlot figure4() {
    return new StreamPlot(Box.of(-2, 2, -1.5, 1.5), "x₁", "x₂")
        .contours("Φ", Example19::phi, 0.05, 0.1, 0.25, 0.5, 1, 2, 3).stream(
                "|∇f|", Example19.field(0)::drift)
            .points("most likely locations", new double[][] {{-1, 0}, {1, 0}});
  }

  private static XyFigure spectrum() {
    double[] values = new double[1000];
    for (int k = 0; k < values.length; k++) {
      values[k] = Math.pow(k + 1, -1.5);
    }
    return new EigenspectrumFigure("network").stage("100 %", values).figure();
  }
}

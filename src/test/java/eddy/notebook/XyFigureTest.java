package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class XyFigureTest {

  @Test
  void axesMapNumbersToThePlotArea() {
    ChartFrame frame =
        new ChartFrame(700, 400, "", Axis.log("x", 1e-5, 1e2), Axis.linear("y", -1, 3));
    frame.layout();
    Rectangle2D area = frame.plotArea();
    assertThat(frame.screenX(1e-5)).isCloseTo(area.getMinX(), within(1e-9));
    assertThat(frame.screenX(1e2)).isCloseTo(area.getMaxX(), within(1e-9));
    assertThat(frame.screenX(Math.pow(10, -1.5))).isCloseTo(area.getCenterX(), within(1e-9));
    assertThat(frame.screenY(-1)).isCloseTo(area.getMaxY(), within(1e-9));
    assertThat(frame.screenY(1)).isCloseTo(area.getCenterY(), within(1e-9));
    // XChart's own places of numbers inside, from which its ticks come
    assertThat(frame.screenX(0.01)).isCloseTo(frame.chart().getScreenXFromChart(0.01), within(0.6));
    assertThat(frame.screenY(2)).isCloseTo(frame.chart().getScreenYFromChart(2), within(0.6));
    assertThat(area.getWidth()).isBetween(550.0, 690.0);
  }

  @Test
  void equalAspect() {
    ChartFrame frame =
        new ChartFrame(700, 700, "", Axis.linear("x", -2, 2), Axis.linear("y", -1, 1));
    frame.equalAspect();
    Rectangle2D area = frame.plotArea();
    assertThat(area.getHeight()).isCloseTo(area.getWidth() / 2, within(1.0));
  }

  @Test
  void numbersHoldEverySeries() {
    Table numbers =
        new XyFigure(Axis.linear("x", 0, 1), Axis.linear("y", 0, 1))
            .band("band", new double[] {0, 1}, new double[] {0, .1}, new double[] {.5, .6})
            .line("line", new double[] {0, 1}, new double[] {.2, .3})
            .points("points", new double[] {.5}, new double[] {.5})
            .horizontal("null", 0.4)
            .numbers();
    assertThat(numbers.stringColumn("series").asList())
        .containsExactly("band", "band", "line", "line", "points", "null", "null");
    assertThat(numbers.doubleColumn("high").get(1)).isEqualTo(.6);
    assertThat(numbers.doubleColumn("y").get(3)).isEqualTo(.3);
  }

  @Test
  void pointsCarryTheirErrorBars() {
    XyFigure figure =
        new XyFigure(Axis.linear("x", 0, 1), Axis.linear("y", 0, 1))
            .points("p (± s.e.)", new double[] {.5}, new double[] {.4}, new double[] {.3});
    assertThat(figure.numbers().doubleColumn("low").get(0)).isCloseTo(.1, within(1e-15));
    assertThat(figure.numbers().doubleColumn("high").get(0)).isCloseTo(.7, within(1e-15));
    BufferedImage with = new BufferedImage(760, 480, BufferedImage.TYPE_INT_RGB);
    BufferedImage without = new BufferedImage(760, 480, BufferedImage.TYPE_INT_RGB);
    figure.paint(with.createGraphics());
    new XyFigure(Axis.linear("x", 0, 1), Axis.linear("y", 0, 1))
        .points("p (± s.e.)", new double[] {.5}, new double[] {.4})
        .paint(without.createGraphics());
    int tall = 0;
    for (int y = 0; y < 480; y++) {
      boolean differs = false;
      for (int x = 0; x < 760; x++) {
        differs |= with.getRGB(x, y) != without.getRGB(x, y);
      }
      tall += differs ? 1 : 0;
    }
    assertThat(tall).isBetween(200, 320); // 0.6 of the height of the axes, less the point
    assertThatThrownBy(() -> figure.points("q", new double[2], new double[2], new double[1]))
        .hasMessageContaining("one y for each x");
  }

  @Test
  void aLongLineIsThinnedButKeepsItsExtremes() {
    int n = 100_000;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      x[k] = k + 1;
      y[k] = Math.sin(k * 0.37);
    }
    y[54_321] = 9;
    y[7] = -9;
    for (boolean log : new boolean[] {false, true}) {
      double[][] thin = Thinning.thin(x, y, log);
      assertThat(thin[0].length).isLessThanOrEqualTo(4000).isGreaterThan(1000);
      assertThat(thin[0]).isSorted();
      assertThat(Arrays.stream(thin[1]).max()).hasValue(9);
      assertThat(Arrays.stream(thin[1]).min()).hasValue(-9);
    }
    assertThat(Thinning.thin(x, y, true)[0]).startsWith(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  @Test
  void wrongLengthsAndAxesAreRefused() {
    XyFigure figure = new XyFigure(Axis.linear("x", 0, 1), Axis.linear("y", 0, 1));
    assertThatThrownBy(() -> figure.line("ours", new double[2], new double[3]))
        .hasMessageContaining("'ours' has 2 x and 3 y");
    assertThatThrownBy(() -> Axis.log("λ", 0, 1)).hasMessageContaining("logarithmic");
    assertThatThrownBy(() -> Axis.linear("y", 1, 1)).hasMessageContaining("'y' cannot run");
  }

  @Test
  void ticksOfLogarithmicAxes() {
    Axis wide = Axis.log("λ", 1e-5, 1e2);
    assertThat(wide.tick(1e-5)).isEqualTo("10⁻⁵");
    assertThat(wide.tick(2e-5)).isEmpty();
    assertThat(wide.tick(10)).isEqualTo("10");
    Axis narrow = Axis.log("g", 5e-4, 5e-3);
    assertThat(narrow.tick(2e-3)).isEqualTo("2·10⁻³");
    assertThat(narrow.tick(3e-3)).isEmpty();
    assertThat(Axis.linear("x", -2, 2).tick(-1.5)).isEqualTo("−1.5");
  }
}

package eddy.notebook;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A figure as files: PNG, SVG and the CSV of its numbers. The same figure gives the same bytes on
 * one machine, JDK and font set.
 */
public final class FigureFiles {
  /** Largest PNG in bytes: ten figures and their cells fit a published notebook of 1 MB. */
  static final int MOST_PNG_BYTES = 80_000;

  /** Pixels a unit and colours, the best first. */
  private static final double[][] QUALITIES = {
    {2, 256}, {2, 64}, {1.5, 96}, {1.5, 48}, {1.25, 64}, {1, 64}
  };

  private FigureFiles() {}

  /** Draws something in units of one pixel. */
  @FunctionalInterface
  interface Painter {
    void paint(Graphics2D g, int width, int height);
  }

  /** The figure as PNG: two pixels a unit; fewer colours and pixels when it exceeds 80 KB. */
  public static byte[] png(FigureChart figure) {
    return png(figure.width(), figure.height(), (g, w, h) -> figure.paint(g));
  }

  static byte[] png(int width, int height, Painter painter) {
    byte[] png = new byte[0];
    for (double[] quality : QUALITIES) {
      double pixels = quality[0];
      BufferedImage image =
          new BufferedImage(
              (int) Math.round(width * pixels),
              (int) Math.round(height * pixels),
              BufferedImage.TYPE_INT_RGB);
      Graphics2D g = image.createGraphics();
      quality(g);
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, image.getWidth(), image.getHeight());
      g.scale(pixels, pixels);
      painter.paint(g, width, height);
      g.dispose();
      png = PngEncoder.encode(image, (int) quality[1]);
      if (png.length <= MOST_PNG_BYTES) {
        return png;
      }
    }
    return png;
  }

  /** The figure as SVG, coordinates to a tenth of a pixel. */
  public static byte[] svg(FigureChart figure) {
    VectorGraphics2D g = new VectorGraphics2D();
    figure.paint(g);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new SVGProcessor()
          .getDocument(g.getCommands(), new PageSize(figure.width(), figure.height()))
          .writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String raw = bytes.toString(StandardCharsets.UTF_8);
    return SvgText.tidy(raw, figure.description()).getBytes(StandardCharsets.UTF_8);
  }

  /** The numbers of the figure as CSV. */
  public static String csv(FigureChart figure) {
    Table table = figure.numbers();
    StringBuilder text = new StringBuilder(Csv.line(table.columnNames())).append('\n');
    for (int row = 0; row < table.rowCount(); row++) {
      List<String> fields = new ArrayList<>();
      for (Column<?> column : table.columns()) {
        fields.add(
            column instanceof NumericColumn<?> numbers
                ? Numbers.exact(numbers.getDouble(row))
                : column.getString(row));
      }
      text.append(Csv.line(fields)).append('\n');
    }
    return text.toString();
  }

  /**
   * Writes {@code <name>.png}, {@code .svg} and {@code .csv} into a folder, made if need be.
   *
   * @return the bytes of the PNG file
   */
  public static byte[] write(FigureChart figure, Path folder, String name) {
    try {
      Files.createDirectories(folder);
      byte[] png = png(figure);
      Files.write(folder.resolve(name + ".png"), png);
      Files.write(folder.resolve(name + ".svg"), svg(figure));
      Files.writeString(folder.resolve(name + ".csv"), csv(figure));
      return png;
    } catch (IOException e) {
      throw new UncheckedIOException("The figure " + name + " cannot be written to " + folder, e);
    }
  }

  static void quality(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }
}

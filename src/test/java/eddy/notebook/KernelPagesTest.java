package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.ServiceLoader;
import org.dflib.jjava.jupyter.Extension;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * JJava's adapter against the library that the kernel is built on; IJava's: {@link
 * IJavaKernelTest}.
 */
class KernelPagesTest {
  private static final Table TABLE = Table.create("t", DoubleColumn.create("a", 1.5));

  @Test
  void jjavaFindsItsExtension() {
    assertThat(ServiceLoader.load(Extension.class))
        .anySatisfy(extension -> assertThat(extension).isInstanceOf(JJavaExtension.class));
  }

  @Test
  void withoutAKernelThePageIsPlain() {
    assertThat(JJavaPage.attached()).isEmpty();
    assertThat(IJavaPage.attached()).isEmpty();
    assertThat(Page.current()).isInstanceOf(PlainPage.class);
  }

  @Test
  void jjavaRendersFiguresAndTables() {
    var renderer = new org.dflib.jjava.jupyter.kernel.display.Renderer();
    JJavaExtension.register(renderer);
    var html = org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_HTML;
    var text = org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN;
    var png = org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.IMAGE_PNG;
    assertThat(renderer.render(TABLE).getData(html)).asString().startsWith("<table>");
    assertThat(renderer.render(TABLE).getData(text)).asString().contains("1.5");
    assertThat(renderer.render(figure()).getData(png)).isEqualTo(encoded());
    assertThat(renderer.render(figure()).getData(text)).isEqualTo(figure().description());
  }

  private static XyFigure figure() {
    return new XyFigure(Axis.linear("x", 0, 1), Axis.linear("y", 0, 1))
        .line("ours", new double[] {0, 1}, new double[] {0, 1});
  }

  /** Base64 without line breaks: JupyterLab shows no picture otherwise. */
  private static String encoded() {
    return Base64.getEncoder().encodeToString(FigureFiles.png(figure()));
  }
}

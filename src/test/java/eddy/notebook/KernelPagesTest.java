package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.ServiceLoader;
import org.dflib.jjava.jupyter.Extension;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Both adapters against the libraries that the kernels are built on. */
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

  @Test
  void ijavaRendersFiguresAndTables() {
    var renderer = new io.github.spencerpark.jupyter.kernel.display.Renderer();
    IJavaRenderers.register(renderer);
    var html = io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML;
    var png = io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.IMAGE_PNG;
    assertThat(renderer.render(TABLE).getData(html)).asString().startsWith("<table>");
    assertThat(renderer.render(figure()).getData(png)).isEqualTo(encoded());
  }

  @Test
  void ijavaShowsAnOutputAndNamesALineThatIsUpdated() {
    RecordingKernel kernel = new RecordingKernel();
    IJavaPage page = new IJavaPage(kernel);
    page.show(Output.text("hello"));
    page.update("line", Output.text("half"));
    page.update("line", Output.text("done")); // goes to the display stream, not attached here
    assertThat(kernel.displayed).hasSize(2);
    assertThat(kernel.displayed.get(0).hasDisplayId()).isFalse();
    assertThat(kernel.displayed.get(1).getDisplayId()).isEqualTo("line");
  }

  private static XyFigure figure() {
    return new XyFigure(Axis.linear("x", 0, 1), Axis.linear("y", 0, 1))
        .line("ours", new double[] {0, 1}, new double[] {0, 1});
  }

  /** Base64 without line breaks: JupyterLab shows no picture otherwise. */
  private static String encoded() {
    return Base64.getEncoder().encodeToString(FigureFiles.png(figure()));
  }

  private static final class RecordingKernel
      extends io.github.spencerpark.jupyter.kernel.BaseKernel {
    final List<io.github.spencerpark.jupyter.kernel.display.DisplayData> displayed =
        new ArrayList<>();

    @Override
    public void display(io.github.spencerpark.jupyter.kernel.display.DisplayData data) {
      displayed.add(data);
    }

    @Override
    public io.github.spencerpark.jupyter.kernel.display.DisplayData eval(String code) {
      throw new UnsupportedOperationException();
    }

    @Override
    public io.github.spencerpark.jupyter.kernel.LanguageInfo getLanguageInfo() {
      throw new UnsupportedOperationException();
    }
  }
}

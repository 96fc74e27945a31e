package eddy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The Java code of README and overview page is quoted from the project in src/it, which the build
 * compiles, runs and checks against closed forms; so it cannot rot. Nor can the picture of the
 * house.
 */
class DocumentedCodeTest {
  private static final Path PROJECT =
      Path.of("src/it/own-project/src/main/java/org/example/OwnProject.java");

  @Test
  void readmeQuotesTheProject() throws IOException {
    assertQuoted(Path.of("README.md"), "```java\\n(.*?)```");
  }

  @Test
  void overviewPageQuotesTheProject() throws IOException {
    assertQuoted(Path.of("src/main/javadoc/overview.html"), "<pre>\\{@code\\n(.*?)\\n\\}</pre>");
  }

  @Test
  void theStartUpLineOfIJavaIsThatOfItsJavadoc() throws IOException {
    String line =
        "eddy.notebook.IJavaRenderers.install(io.github.spencerpark.ijava.IJava.getKernelInstance());";
    assertThat(Files.readString(Path.of("README.md"))).contains(line);
    assertThat(Files.readString(Path.of("src/main/java/eddy/notebook/IJavaRenderers.java")))
        .contains(line);
  }

  @Test
  void thePictureOfTheHouseShowsEveryPackage() throws IOException {
    String picture = Files.readString(Path.of("figures/house.svg"));
    Path root = Path.of("src/main/java/eddy");
    try (Stream<Path> folders = Files.walk(root)) {
      assertThat(folders.filter(Files::isDirectory).filter(folder -> !folder.equals(root)))
          .isNotEmpty()
          .allSatisfy(
              folder ->
                  assertThat(picture)
                      .contains(
                          (folder.getParent().equals(root) ? "eddy." : ".")
                              + folder.getFileName()));
    }
  }

  private static void assertQuoted(Path page, String block) throws IOException {
    List<String> quotes =
        Pattern.compile(block, Pattern.DOTALL)
            .matcher(Files.readString(page))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(quotes).as("Java code in " + page).isNotEmpty();
    String project = stripped(Files.readString(PROJECT));
    assertThat(quotes).allSatisfy(quote -> assertThat(project).contains(stripped(quote)));
  }

  /** Without indentation and empty lines. */
  private static String stripped(String code) {
    return code.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}

package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that every notebook keeps. */
class NotebookRulesTest {
  private static final Pattern DECLARATION =
      Pattern.compile("\\b(class|interface|enum|record)\\s+\\w+\\s*[<({]|\\)\\s*\\{\\s*$");
  private static final Pattern CLAIM =
      Pattern.compile("(?:claim|verdict)\\(\"([^\"]+)\"(?:,\\s*\"([^\"]+)\")?");
  private static final Pattern QUANTITY = Pattern.compile("\\.quantity\\(\"([^\"]+)\"");

  static Stream<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void cellsCallTheLibraryAndStayShort(Path file) throws IOException {
    for (String cell : cells(file, "code")) {
      assertThat(cell.lines().count()).as(cell).isLessThanOrEqualTo(16);
      assertThat(cell.lines()).as("a page is 100 characters wide").allMatch(s -> s.length() <= 100);
      assertThat(DECLARATION.matcher(cell).find()).as("declares something: " + cell).isFalse();
      assertThat(cell).as("a loop in a cell").doesNotContainPattern("\\b(for|while)\\s*\\(");
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void aNotebookHasATitleALessonParametersAndProvenance(Path file) throws IOException {
    String name = file.getFileName().toString().replace(".ipynb", "");
    List<String> code = cells(file, "code");
    assertThat(cells(file, "markdown").get(0)).startsWith("# ");
    assertThat(code.get(0)).contains("Lesson.open(\"" + name + "\")");
    assertThat(code.get(code.size() - 1)).contains("lesson.provenance()");
    JsonObject kernel = json(file).getAsJsonObject("metadata").getAsJsonObject("kernelspec");
    assertThat(kernel.get("name").getAsString()).isEqualTo("eddy");
    assertThat(kernel.get("display_name").getAsString()).isEqualTo("Eddy (Java)");
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void everyClaimIsARowOfTheTable(Path file) throws IOException {
    Claims claims = Claims.load();
    for (String cell : cells(file, "code")) {
      Matcher claim = CLAIM.matcher(cell);
      while (claim.find()) {
        assertThat(claims.of(claim.group(1))).isNotEmpty();
        if (claim.group(2) != null) {
          assertThat(claims.of(claim.group(1), claim.group(2))).isNotNull();
        }
        String statement = cell.substring(claim.end()).split(";", 2)[0];
        Matcher quantity = QUANTITY.matcher(statement);
        while (quantity.find()) {
          assertThat(claims.of(claim.group(1), quantity.group(1))).isNotNull();
        }
      }
    }
  }

  private static JsonObject json(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  private static List<String> cells(Path file, String type) throws IOException {
    List<String> cells = new ArrayList<>();
    for (JsonElement cell : json(file).getAsJsonArray("cells")) {
      if (cell.getAsJsonObject().get("cell_type").getAsString().equals(type)) {
        StringBuilder source = new StringBuilder();
        JsonElement lines = cell.getAsJsonObject().get("source");
        if (lines.isJsonArray()) {
          lines.getAsJsonArray().forEach(line -> source.append(line.getAsString()));
        } else {
          source.append(lines.getAsString());
        }
        cells.add(source.toString());
      }
    }
    return cells;
  }
}

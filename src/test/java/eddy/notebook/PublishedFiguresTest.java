package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is tracked below {@code figures/}: each figure in three forms, each a figure of its
 * notebook.
 */
class PublishedFiguresTest {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  static Stream<Path> published() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("figures"))) {
      return folders.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("published")
  void aFigureIsAPictureADrawingAndItsNumbers(Path folder) throws IOException {
    Set<String> pictures = names(folder, ".png");
    assertThat(pictures).isNotEmpty().allMatch(name -> NAME.matcher(name).matches());
    assertThat(names(folder, ".svg")).isEqualTo(pictures);
    Set<String> numbers = names(folder, ".csv");
    assertThat(numbers.remove("verdicts")).isTrue();
    assertThat(numbers).isEqualTo(pictures);
    for (String name : pictures) {
      assertThat(Files.size(folder.resolve(name + ".png"))).as(name).isLessThanOrEqualTo(80_000);
      assertThat(Files.readString(folder.resolve(name + ".csv")).lines().count())
          .as("lines of " + name + ".csv")
          .isGreaterThan(1);
    }
  }

  @ParameterizedTest
  @MethodSource("published")
  void aFigureIsOneThatTheNotebookDraws(Path folder) throws IOException {
    Path file = Path.of("notebooks", folder.getFileName() + ".ipynb");
    JsonObject notebook = new Gson().fromJson(Files.readString(file), JsonObject.class);
    String sources = notebook.getAsJsonArray("cells").toString();
    assertThat(names(folder, ".png"))
        .allSatisfy(name -> assertThat(sources).contains("figure(\\\"" + name + "\\\""));
  }

  private static Set<String> names(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}

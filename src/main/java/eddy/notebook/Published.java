package eddy.notebook;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one notebook has published.
 *
 * @param notebook its file name without {@code .ipynb}
 * @param verdicts its {@code verdicts.csv}
 * @param headings for each claim that its outputs decide, the heading above them
 */
record Published(String notebook, Verdicts verdicts, Map<String, String> headings) {
  private static final Pattern HEADING = Pattern.compile("^##+ +(.+?) *$", Pattern.MULTILINE);
  private static final Pattern DECIDED = Pattern.compile("Verdict on ([^:]+):");

  /**
   * All that was published, in the order of the notebooks.
   *
   * @param home the repository, with {@code figures} and {@code notebooks}
   */
  static List<Published> all(Path home) {
    List<Published> published = new ArrayList<>();
    Path figures = home.resolve("figures");
    try (Stream<Path> folders = Files.list(figures)) {
      for (Path folder : folders.sorted().toList()) {
        Path verdicts = folder.resolve("verdicts.csv");
        if (Files.exists(verdicts)) {
          String name = folder.getFileName().toString();
          Path notebook = home.resolve("notebooks").resolve(name + ".ipynb");
          published.add(new Published(name, Verdicts.read(verdicts), headings(notebook)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("What is published in " + figures + " cannot be read.", e);
    }
    return published;
  }

  /** Where this notebook decides a claim. */
  VerdictPlace place(String claim) {
    return new VerdictPlace(notebook, headings.getOrDefault(claim, ""));
  }

  private static Map<String, String> headings(Path file) throws IOException {
    Map<String, String> headings = new HashMap<>();
    if (!Files.exists(file)) {
      return headings;
    }
    JsonObject notebook = new Gson().fromJson(Files.readString(file), JsonObject.class);
    String heading = "";
    for (JsonElement element : notebook.getAsJsonArray("cells")) {
      JsonObject cell = element.getAsJsonObject();
      if (cell.get("cell_type").getAsString().equals("markdown")) {
        Matcher found = HEADING.matcher(text(cell.get("source")));
        while (found.find()) {
          heading = found.group(1).replaceAll("[*`]", "");
        }
      } else {
        for (JsonElement output : cell.getAsJsonArray("outputs")) {
          Matcher decided = DECIDED.matcher(plain(output.getAsJsonObject()));
          while (decided.find()) {
            headings.put(decided.group(1), heading);
          }
        }
      }
    }
    return headings;
  }

  private static String plain(JsonObject output) {
    if (output.has("text")) {
      return text(output.get("text"));
    }
    JsonObject data = output.getAsJsonObject("data");
    return data != null && data.has("text/plain") ? text(data.get("text/plain")) : "";
  }

  private static String text(JsonElement lines) {
    if (!lines.isJsonArray()) {
      return lines.getAsString();
    }
    StringBuilder text = new StringBuilder();
    lines.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
    return text.toString();
  }
}

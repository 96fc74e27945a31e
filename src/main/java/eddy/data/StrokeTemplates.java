package eddy.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The ways of writing each digit, from the resource {@code strokes.txt}. */
final class StrokeTemplates {
  /**
   * One stroke.
   *
   * @param points x, y, x, y, ...
   * @param corner whether the curve has a corner there, one for each point
   */
  record Stroke(double[] points, boolean[] corner) {
    int count() {
      return corner.length;
    }
  }

  /** One way of writing a digit, and how often it is used. */
  record Template(int weight, List<Stroke> strokes) {}

  private final List<List<Template>> ofDigit = new ArrayList<>();

  StrokeTemplates() {
    for (int digit = 0; digit < 10; digit++) {
      ofDigit.add(new ArrayList<>());
    }
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                StrokeTemplates.class.getResourceAsStream("strokes.txt"),
                StandardCharsets.UTF_8))) {
      in.lines().filter(l -> !l.startsWith("#")).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    String[] part = line.split("\\|");
    String[] head = part[0].trim().split(" ");
    List<Stroke> strokes = new ArrayList<>();
    for (int k = 1; k < part.length; k++) {
      strokes.add(stroke(part[k].trim().split(" ")));
    }
    ofDigit.get(Integer.parseInt(head[0])).add(new Template(Integer.parseInt(head[1]), strokes));
  }

  private static Stroke stroke(String[] words) {
    double[] points = new double[2 * words.length];
    boolean[] corner = new boolean[words.length];
    for (int i = 0; i < words.length; i++) {
      corner[i] = words[i].endsWith("!");
      String[] xy = words[i].replace("!", "").split(",");
      points[2 * i] = Double.parseDouble(xy[0]);
      points[2 * i + 1] = Double.parseDouble(xy[1]);
    }
    return new Stroke(points, corner);
  }

  /** The template that a number u in [0, 1) picks, by weight. */
  Template pick(int digit, double u) {
    List<Template> choice = ofDigit.get(digit);
    double left = u * choice.stream().mapToInt(Template::weight).sum();
    for (Template t : choice) {
      left -= t.weight();
      if (left < 0) {
        return t;
      }
    }
    return choice.get(choice.size() - 1);
  }
}

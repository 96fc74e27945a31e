package eddy.fields;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Rows of numbers from a CSV file beside the tests, computed independently with SciPy. */
record Rows(List<String> head, List<double[]> values) {
  static Rows read(String name) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(Rows.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      List<String> lines = in.lines().toList();
      return new Rows(
          Arrays.asList(lines.get(0).split(",")),
          lines.stream()
              .skip(1)
              .map(l -> Arrays.stream(l.split(",")).mapToDouble(Double::parseDouble).toArray())
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double at(double[] row, String column) {
    return row[head.indexOf(column)];
  }

  double[] pair(double[] row, String column) {
    return new double[] {at(row, column + "1"), at(row, column + "2")};
  }
}

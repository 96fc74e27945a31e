package eddy.notebook;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values as in RFC 4180, with LF line ends: fields quoted only where needed. */
final class Csv {
  private Csv() {}

  /** One line, without its end. */
  static String line(List<String> fields) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < fields.size(); i++) {
      String field = fields.get(i);
      boolean quoted =
          field.indexOf(',') >= 0 || field.indexOf('"') >= 0 || field.indexOf('\n') >= 0;
      line.append(i == 0 ? "" : ",")
          .append(quoted ? '"' + field.replace("\"", "\"\"") + '"' : field);
    }
    return line.toString();
  }

  /**
   * Reads a text whose first line holds the column names.
   *
   * @param text the file; CR LF and LF both end a line, empty lines are skipped
   * @param columns the names that the first line must hold, in this order
   * @param name the file's name, for messages
   * @return the rows, each as long as {@code columns}
   * @throws IllegalArgumentException when the columns differ or a row has another length
   */
  static List<List<String>> parse(String text, List<String> columns, String name) {
    List<List<String>> rows = split(text);
    if (rows.isEmpty() || !rows.get(0).equals(columns)) {
      throw new IllegalArgumentException(
          name + " must begin with the line " + String.join(",", columns) + ".");
    }
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).size() != columns.size()) {
        throw new IllegalArgumentException(
            name
                + ", row "
                + i
                + " ("
                + rows.get(i).get(0)
                + ") has "
                + rows.get(i).size()
                + " fields instead of "
                + columns.size()
                + ": put fields that hold commas in quotes.");
      }
    }
    return rows.subList(1, rows.size());
  }

  private static List<List<String>> split(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          field.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          field.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',') {
        row.add(field.toString());
        field.setLength(0);
      } else if (c == '\n') {
        endRow(rows, row, field);
        row = new ArrayList<>();
      } else if (c != '\r') {
        field.append(c);
      }
    }
    endRow(rows, row, field);
    return rows;
  }

  private static void endRow(List<List<String>> rows, List<String> row, StringBuilder field) {
    if (!row.isEmpty() || field.length() > 0) {
      row.add(field.toString());
      field.setLength(0);
      rows.add(row);
    }
  }
}

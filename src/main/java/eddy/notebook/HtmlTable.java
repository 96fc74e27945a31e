package eddy.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A Tablesaw table as plain HTML with a text twin: no script, no colours of its own (so it reads on
 * a dark page too), numbers to six significant digits and aligned to the right.
 */
public final class HtmlTable {
  private static final int DIGITS = 6;
  private static final Pattern EXPONENT = Pattern.compile("-?[0-9.]+e-[0-9]+");

  private HtmlTable() {}

  /** The table as an output; its name, when it has one, becomes the caption. */
  public static Output of(Table table) {
    List<List<String>> cells = new ArrayList<>();
    for (int row = 0; row < table.rowCount(); row++) {
      List<String> line = new ArrayList<>();
      for (Column<?> column : table.columns()) {
        line.add(cell(column, row));
      }
      cells.add(line);
    }
    return Output.html(html(table, cells), text(table, cells));
  }

  private static String cell(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return "–";
    }
    if (column instanceof NumericColumn<?> numbers) {
      return Numbers.brief(numbers.getDouble(row), DIGITS);
    }
    return column.getString(row);
  }

  private static boolean right(Column<?> column) {
    return column instanceof NumericColumn<?>;
  }

  private static String html(Table table, List<List<String>> cells) {
    StringBuilder html = new StringBuilder("<table>");
    if (table.name() != null && !table.name().isEmpty()) {
      html.append("<caption style=\"text-align:left\">")
          .append(escape(table.name()))
          .append("</caption>");
    }
    html.append("<thead><tr>");
    for (Column<?> column : table.columns()) {
      html.append(cellStart("th", right(column))).append(escape(column.name())).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    for (List<String> line : cells) {
      html.append("<tr>");
      for (int i = 0; i < line.size(); i++) {
        html.append(cellStart("td", right(table.column(i))))
            .append(unbroken(escape(line.get(i))))
            .append("</td>");
      }
      html.append("</tr>");
    }
    return html.append("</tbody></table>").toString();
  }

  private static String cellStart(String tag, boolean right) {
    return "<" + tag + " style=\"text-align:" + (right ? "right" : "left") + "\">";
  }

  /** A browser would break a line at the minus sign of an exponent. */
  private static String unbroken(String cell) {
    return EXPONENT.matcher(cell).replaceAll("<span style=\"white-space:nowrap\">$0</span>");
  }

  private static String text(Table table, List<List<String>> cells) {
    int columns = table.columnCount();
    int[] widths = new int[columns];
    for (int i = 0; i < columns; i++) {
      widths[i] = table.column(i).name().length();
      for (List<String> line : cells) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    if (table.name() != null && !table.name().isEmpty()) {
      text.append(table.name()).append('\n');
    }
    text.append(line(table, table.columnNames(), widths));
    for (List<String> line : cells) {
      text.append('\n').append(line(table, line, widths));
    }
    return text.toString();
  }

  private static String line(Table table, List<String> fields, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String blanks = " ".repeat(widths[i] - fields.get(i).length());
      line.append(i == 0 ? "" : "  ")
          .append(right(table.column(i)) ? blanks + fields.get(i) : fields.get(i) + blanks);
    }
    return line.toString().stripTrailing();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

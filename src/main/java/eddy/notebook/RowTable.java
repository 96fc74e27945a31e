package eddy.notebook;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table for readers that is filled line by line. Numbers are shown with a fixed count of
 * significant digits; what needs all of them belongs into a figure's CSV or into {@code
 * verdicts.csv}.
 */
public final class RowTable {
  private static final int DIGITS = 5;

  private final String title;
  private final List<StringColumn> columns = new ArrayList<>();

  /**
   * A table without lines.
   *
   * @param title its caption; may be empty
   * @param columns the heads of the columns, with units, all different
   * @throws IllegalArgumentException if there is no column, or two have one name
   */
  public RowTable(String title, String... columns) {
    if (columns.length == 0 || List.of(columns).stream().distinct().count() != columns.length) {
      throw new IllegalArgumentException(
          "A table needs columns with different names, but got " + List.of(columns) + ".");
    }
    this.title = title;
    for (String column : columns) {
      this.columns.add(StringColumn.create(column));
    }
  }

  /**
   * Adds a line.
   *
   * @param cells one a column: numbers (shown with five significant digits), an {@link Evidence}
   *     (number and interval) or anything else by its text; null and NaN are shown as a dash
   * @return this table
   * @throws IllegalArgumentException if there are more or fewer cells than columns
   */
  public RowTable row(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "The table has " + columns.size() + " columns, the line " + cells.length + " cells.");
    }
    for (int i = 0; i < cells.length; i++) {
      columns.get(i).append(text(cells[i]));
    }
    return this;
  }

  /**
   * Adds a line for each place of some columns of numbers.
   *
   * @param numbers one array for each column of the table, all of one length
   * @return this table
   * @throws IllegalArgumentException if there are more or fewer arrays than columns, or their
   *     lengths differ
   */
  public RowTable columns(double[]... numbers) {
    for (double[] column : numbers) {
      if (column.length != numbers[0].length) {
        throw new IllegalArgumentException(
            "The columns have " + numbers[0].length + " and " + column.length + " numbers.");
      }
    }
    for (int i = 0; numbers.length > 0 && i < numbers[0].length; i++) {
      Object[] cells = new Object[numbers.length];
      for (int k = 0; k < cells.length; k++) {
        cells[k] = numbers[k][i];
      }
      row(cells);
    }
    return this;
  }

  private static String text(Object cell) {
    if (cell == null) {
      return "–";
    }
    if (cell instanceof Evidence evidence) {
      String interval = VerdictTable.interval(evidence);
      return Numbers.brief(evidence.ours(), DIGITS)
          + (interval.equals("–") ? "" : " (" + interval + ")");
    }
    if (cell instanceof Double || cell instanceof Float) {
      return Numbers.brief(((Number) cell).doubleValue(), DIGITS);
    }
    return cell.toString();
  }

  /** The table. */
  public Table table() {
    return Table.create(title, columns.toArray(Column[]::new));
  }
}

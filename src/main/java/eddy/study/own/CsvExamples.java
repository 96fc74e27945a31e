package eddy.study.own;

import eddy.data.DataException;
import eddy.data.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.io.csv.CsvReadOptions;

/** Examples from a CSV file, by Tablesaw. */
final class CsvExamples {
  private CsvExamples() {}

  static Images read(ExampleReader reader, Path file, String labelColumn) {
    Table table = table(file);
    if (!table.columnNames().contains(labelColumn)) {
      List<String> names = table.columnNames();
      throw new DataException(
          "%s has no column '%s' for the labels; its first line names %d columns: %s%s."
              .formatted(
                  file,
                  labelColumn,
                  names.size(),
                  String.join(", ", names.subList(0, Math.min(5, names.size()))),
                  names.size() > 5 ? ", ..." : ""));
    }
    int size = reader.shape().size();
    if (table.columnCount() != size + 1) {
      throw new DataException(
          "%s has %d columns beside '%s', but one example has %d numbers (%s)."
              .formatted(file, table.columnCount() - 1, labelColumn, size, reader.shape()));
    }
    int count = table.rowCount();
    float[] pixels = new float[Math.multiplyExact(count, size)];
    int place = 0;
    for (Column<?> column : table.columns()) {
      if (!column.name().equals(labelColumn)) {
        double[] values = values((DoubleColumn) column, file);
        for (int k = 0; k < count; k++) {
          pixels[k * size + place] = (float) values[k];
        }
        place++;
      }
    }
    double[] labels = values(table.doubleColumn(labelColumn), file);
    return reader.images(
        pixels, WholeLabels.of(labels, file.toString()), file.getFileName().toString());
  }

  private static Table table(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new DataException("There is no file " + file + ".");
    }
    try (var in = Files.newBufferedReader(file)) {
      return Table.read()
          .usingOptions(CsvReadOptions.builder(in).columnTypes(name -> ColumnType.DOUBLE));
    } catch (IOException | RuntimeException e) {
      String said = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
      throw new DataException(
          file + " is not a CSV file of numbers under a line of headings (" + said + ").");
    }
  }

  private static double[] values(DoubleColumn column, Path file) {
    for (int k = 0; k < column.size(); k++) {
      if (column.isMissing(k)) {
        throw new DataException(
            "Line %d of %s has no number in column '%s': fill it in or leave out the line."
                .formatted(k + 2, file, column.name()));
      }
    }
    return column.asDoubleArray();
  }
}

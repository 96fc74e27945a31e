package eddy.notebook;

import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The numbers of a figure in one long table: series, x, y, and low and high where y has a band. */
final class SeriesNumbers {
  private final StringColumn series = StringColumn.create("series");
  private final DoubleColumn x = DoubleColumn.create("x");
  private final DoubleColumn y = DoubleColumn.create("y");
  private final DoubleColumn low = DoubleColumn.create("low");
  private final DoubleColumn high = DoubleColumn.create("high");

  void line(String name, double[] xs, double[] ys) {
    for (int k = 0; k < xs.length; k++) {
      add(name, xs[k], ys[k], Double.NaN, Double.NaN);
    }
  }

  void band(String name, double[] xs, double[] lows, double[] highs) {
    for (int k = 0; k < xs.length; k++) {
      add(name, xs[k], Double.NaN, lows[k], highs[k]);
    }
  }

  /** Of a histogram, x is the lower edge of a bin, and low and high are its edges. */
  void histogram(String name, LogHistogram histogram) {
    for (int k = 0; k < histogram.counts().length; k++) {
      double left = histogram.edges()[k];
      add(name, left, histogram.counts()[k], left, histogram.edges()[k + 1]);
    }
  }

  void add(String name, double xk, double yk, double lowk, double highk) {
    series.append(name);
    x.append(xk);
    y.append(yk);
    low.append(lowk);
    high.append(highk);
  }

  Table table() {
    return Table.create(series, x, y, low, high);
  }
}

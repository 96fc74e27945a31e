package eddy.notebook;

import eddy.spectral.CirculationResult;
import eddy.study.own.OwnTrajectory;
import java.util.Arrays;
import tech.tablesaw.api.Table;

/**
 * What a user's trajectory shows: its statistic among those of reversible surrogates, and planes.
 */
public final class OwnTrajectoryReport {
  private static final int BINS = 30;

  private final String title;
  private final OwnTrajectory trajectory;

  /**
   * A report.
   *
   * @param title which trajectory
   * @param trajectory what was found
   */
  public OwnTrajectoryReport(String title, OwnTrajectory trajectory) {
    this.title = title;
    this.trajectory = trajectory;
  }

  /** The statistic of the circulation test among those of its surrogates. */
  public FigureChart surrogates() {
    CirculationResult result = trajectory.result();
    double[] drawn = result.surrogates();
    double low = Math.min(result.statistic(), Arrays.stream(drawn).min().orElseThrow());
    double high = Math.max(result.statistic(), Arrays.stream(drawn).max().orElseThrow());
    double from = Math.log10(low) - 0.05;
    double to = Math.log10(high) + 0.05;
    LogHistogram histogram = LogHistogram.of(drawn, from, to, BINS);
    int most = Arrays.stream(histogram.counts()).max().orElseThrow();
    XyFigure figure =
        new XyFigure(
            title,
            Axis.log("T = |(K − Kᵀ)/2|", Math.pow(10, from), Math.pow(10, to)),
            Axis.linear("number of surrogates", 0, 1.5 * most));
    figure.histogram(drawn.length + " reversible surrogates", histogram);
    return figure.vertical("the trajectory", result.statistic()).key(Corner.UPPER_LEFT);
  }

  /** The area rate in each plane of two directions, with its error by blocks. */
  public Table areas() {
    RowTable table =
        new RowTable(
            "Area rates in the leading directions of " + title,
            "plane",
            "share of the variance",
            "area rate per snapshot",
            "standard error",
            "rate by error");
    int k = trajectory.areas().size();
    for (int i = 0; i < k; i++) {
      for (int j = i + 1; j < k; j++) {
        double rate = trajectory.areas().rate(i, j);
        double error = trajectory.areas().error(i, j);
        table.row(
            (i + 1) + " → " + (j + 1),
            Numbers.brief(trajectory.share()[i] + trajectory.share()[j], 3),
            rate,
            error,
            Numbers.brief(rate / error, 2));
      }
    }
    return table.table();
  }
}

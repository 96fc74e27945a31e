package eddy.notebook;

import eddy.spectral.CirculationResult;
import eddy.spectral.CorrelationTime;
import eddy.spectral.PrincipalComponents;
import eddy.spectral.ReversibleNull;
import eddy.spectral.TrajectoryAnalysis;
import java.util.Locale;
import tech.tablesaw.api.Table;

/** The analysis of any trajectory in two tables: what moves, and whether it circulates. */
public final class TrajectoryReport {
  private final TrajectoryAnalysis analysis;

  /**
   * A report.
   *
   * @param analysis of a trajectory
   */
  public TrajectoryReport(TrajectoryAnalysis analysis) {
    this.analysis = analysis;
  }

  /** The principal components after detrending. */
  public Table components() {
    PrincipalComponents found = analysis.components();
    int dropped = analysis.autocorrelation().dropped();
    RowTable table =
        new RowTable(
            "Principal components after detrending; "
                + analysis.autocorrelation().count()
                + " series move, "
                + dropped
                + " are at rest or not numbers",
            "component",
            "share of the variance",
            "integrated correlation time (snapshots)",
            "± (standard error)");
    for (int i = 0; i < found.variances().length; i++) {
      CorrelationTime time = analysis.correlationTimes().get(i);
      table.row(i + 1, found.variances()[i] / found.totalVariance(), time.time(), time.error());
    }
    return table.table();
  }

  /** Each test of circulation in these components, with the conditions that are not met. */
  public Table circulation() {
    RowTable table =
        new RowTable(
            "Do they circulate?",
            "null model",
            "statistic T",
            "by the mean of the null",
            "p",
            "warnings");
    for (ReversibleNull nullModel : ReversibleNull.values()) {
      CirculationResult result = analysis.circulation().get(nullModel.ordinal());
      table.row(
          nullModel.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          result.statistic(),
          result.excess(),
          result.pValue(),
          result.warnings().isEmpty() ? "none" : String.join(" ", result.warnings()));
    }
    return table.table();
  }
}

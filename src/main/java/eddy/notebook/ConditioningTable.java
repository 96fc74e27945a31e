package eddy.notebook;

import eddy.study.SpectrumStatistic;
import java.util.List;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Remark 16 as a table: what the spectrum of D says of a network, beside how good the network is.
 */
public final class ConditioningTable {
  private static final int DIGITS = 3;

  private ConditioningTable() {}

  /** One column a network; medians over seeds, with the null model where it has a number. */
  public static Table of(SpectrumReport... reports) {
    StringColumn quantity =
        StringColumn.create(
            "quantity",
            List.of(
                "validation error, %",
                "rank, % of d",
                "participation ratio, % of d",
                "the same, null model",
                "√var λ(D)",
                "tr D / d"));
    Table table = Table.create("Networks and their noise, after the last epoch", quantity);
    for (SpectrumReport report : reports) {
      Evidence conditioning = report.conditioning();
      table.addColumns(
          StringColumn.create(
              report.title(),
              List.of(
                  brief(report.validationError().ours()),
                  brief(report.of(SpectrumStatistic.RANK).ours()),
                  brief(100 * conditioning.ours()),
                  brief(100 * conditioning.nullModel()),
                  brief(report.of(SpectrumStatistic.RAW_STD).ours()),
                  brief(report.of(SpectrumStatistic.RAW_MEAN).ours()))));
    }
    return table;
  }

  private static String brief(double number) {
    return Numbers.brief(number, DIGITS);
  }
}

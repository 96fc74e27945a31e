package eddy.notebook;

import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The table that stands before a verdict: the paper's number, ours with its interval over seeds,
 * the null model.
 */
public final class ComparisonTable {
  private final String title;
  private final StringColumn quantity = StringColumn.create("quantity");
  private final StringColumn paper = StringColumn.create("paper");
  private final StringColumn ours = StringColumn.create("ours");
  private final StringColumn interval = StringColumn.create("interval");
  private final StringColumn nullModel = StringColumn.create("null model");
  private final StringColumn seeds = StringColumn.create("seeds");

  /**
   * An empty table.
   *
   * @param title its caption; may be empty
   */
  public ComparisonTable(String title) {
    this.title = title;
  }

  /**
   * Adds a line.
   *
   * @param name the quantity, with its unit
   * @param published the paper's number as printed; empty when there is none
   * @param found our number, with its interval and the null model
   * @return this table
   */
  public ComparisonTable row(String name, String published, Evidence found) {
    quantity.append(name);
    paper.append(published.isEmpty() ? "–" : published);
    ours.append(Numbers.brief(found.ours(), 4));
    interval.append(VerdictTable.interval(found));
    nullModel.append(Numbers.brief(found.nullModel(), 4));
    seeds.append(found.seeds().isEmpty() ? "–" : Integer.toString(found.seeds().size()));
    return this;
  }

  /** The table. */
  public Table table() {
    return Table.create(title, quantity, paper, ours, interval, nullModel, seeds);
  }
}

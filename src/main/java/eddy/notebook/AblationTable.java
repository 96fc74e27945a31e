package eddy.notebook;

import eddy.study.Experiment;
import eddy.study.Instant;
import eddy.study.SpectrumStatistic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** One line an experiment: what each changed setting does to the spectrum after the last epoch. */
public final class AblationTable {
  private static final int MEDIAN_DIGITS = 3;
  private static final int RANGE_DIGITS = 2;
  private static final List<SpectrumStatistic> SHOWN =
      List.of(
          SpectrumStatistic.RANK,
          SpectrumStatistic.CLIPPED_MEAN,
          SpectrumStatistic.CLIPPED_STD,
          SpectrumStatistic.RAW_MEAN,
          SpectrumStatistic.PARTICIPATION_RATIO);

  private final String title;
  private final StringColumn name = StringColumn.create("experiment");
  private final IntColumn seeds = IntColumn.create("seeds");
  private final StringColumn error = StringColumn.create("validation error, %");
  private final List<StringColumn> columns = new ArrayList<>();

  /** An empty table. */
  public AblationTable(String title) {
    this.title = title;
    for (SpectrumStatistic statistic : SHOWN) {
      columns.add(StringColumn.create(statistic.label()));
    }
  }

  /** Adds a line of published numbers, in the order of the columns; empty where there is none. */
  public AblationTable published(String label, String... numbers) {
    name.append(label);
    seeds.appendMissing();
    error.append("–");
    for (int k = 0; k < columns.size(); k++) {
      boolean there = k < numbers.length && !numbers[k].isEmpty();
      columns.get(k).append(there ? numbers[k] : "–");
    }
    return this;
  }

  /**
   * Adds a line.
   *
   * @param experiment what was run
   * @param ends the instant after the last epoch, one a seed
   */
  public AblationTable row(Experiment experiment, List<Instant> ends) {
    name.append(experiment.name());
    seeds.append(ends.size());
    error.append(over(ends, end -> 100 * end.validation().error()));
    for (int k = 0; k < columns.size(); k++) {
      SpectrumStatistic statistic = SHOWN.get(k);
      columns.get(k).append(over(ends, end -> statistic.of(end.spectrum())));
    }
    return this;
  }

  /**
   * Adds a line for each experiment.
   *
   * @param experiments what is run
   * @param run gives the instants after the last epoch, one a seed
   */
  public AblationTable rows(List<Experiment> experiments, Function<Experiment, List<Instant>> run) {
    experiments.forEach(experiment -> row(experiment, run.apply(experiment)));
    return this;
  }

  /** The median, and beside it the range over seeds. */
  private static String over(List<Instant> ends, ToDoubleFunction<Instant> number) {
    long[] seeds = new long[ends.size()];
    double[] values = ends.stream().mapToDouble(number).toArray();
    Evidence evidence = Evidence.ofSeeds(seeds, values);
    String median = Numbers.brief(evidence.ours(), MEDIAN_DIGITS);
    if (evidence.low() == evidence.high()) {
      return median;
    }
    String low = Numbers.brief(evidence.low(), RANGE_DIGITS);
    return median + " (" + low + " to " + Numbers.brief(evidence.high(), RANGE_DIGITS) + ")";
  }

  /** The table. */
  public Table table() {
    Table table = Table.create(title, name, seeds, error);
    columns.forEach(table::addColumns);
    return table;
  }
}

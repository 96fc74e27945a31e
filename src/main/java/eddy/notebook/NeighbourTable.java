package eddy.notebook;

import eddy.study.Neighbour;
import java.util.List;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** D at the last epochs of one run, iterate by iterate. */
public final class NeighbourTable {
  private NeighbourTable() {}

  /** One line an epoch. */
  public static Table of(String title, List<Neighbour> neighbours) {
    IntColumn epoch = IntColumn.create("epoch");
    StringColumn trace = StringColumn.create("tr D");
    StringColumn largest = StringColumn.create("largest eigenvalue");
    StringColumn ratio = StringColumn.create("participation ratio");
    for (Neighbour neighbour : neighbours) {
      epoch.append(neighbour.epoch());
      trace.append(Numbers.brief(neighbour.trace(), 3));
      largest.append(Numbers.brief(neighbour.largest(), 3));
      ratio.append(Numbers.brief(neighbour.participationRatio(), 3));
    }
    return Table.create(title, epoch, trace, largest, ratio);
  }
}

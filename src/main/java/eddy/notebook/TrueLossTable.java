package eddy.notebook;

import eddy.study.locations.TrueLoss;
import java.util.List;
import tech.tablesaw.api.Table;

/** The double well with constant noise at several temperatures (Remark 25), one line each. */
public final class TrueLossTable {
  private static final int DECIMALS = 4;

  private TrueLossTable() {}

  /**
   * The table.
   *
   * @param losses the steady states, in the order of the lines
   */
  public static Table of(List<TrueLoss> losses) {
    RowTable table =
        new RowTable(
            "The double well with constant noise",
            "β",
            "most likely location",
            "distance from (1, 0)",
            "minimum by Theorem 22",
            "barrier of Φ",
            "barrier of the marginal",
            "entropy production",
            "β × area rate");
    for (TrueLoss loss : losses) {
      double[] right = {loss.right().x1(), loss.right().x2()};
      table.row(
          loss.beta(),
          Coordinates.text(right, DECIMALS),
          loss.distance(),
          Coordinates.text(loss.predictedMinimum(), DECIMALS),
          loss.barrier(),
          loss.marginalBarrier(),
          loss.state().entropyProduction(),
          loss.beta() * loss.state().areaRate());
    }
    return table.table();
  }
}

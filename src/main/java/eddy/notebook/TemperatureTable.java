package eddy.notebook;

import eddy.study.locations.TemperatureDependence;
import eddy.study.locations.TrueLoss;
import tech.tablesaw.api.Table;

/**
 * Φ at two temperatures, process by process: where it depends on β, and where it does not (Theorem
 * 22).
 */
public final class TemperatureTable {
  private static final double X = 1.3;

  private TemperatureTable() {}

  /**
   * One line for each process of {@link TemperatureDependence}, on a grid and exactly, and one for
   * the double well with constant noise.
   *
   * @param one the double well at one temperature
   * @param other the double well at another one
   */
  public static Table of(TrueLoss one, TrueLoss other) {
    return new RowTable("Φ at two temperatures", "process", "β₁", "Φ at β₁", "β₂", "Φ at β₂")
        .row(
            "f = x²/2, D = 1 + x²/2: Φ(1.3) on a grid",
            1,
            TemperatureDependence.onGrid(X, 1),
            10,
            TemperatureDependence.onGrid(X, 10))
        .row(
            "the same, exactly",
            1,
            TemperatureDependence.exact(1).at(X),
            10,
            TemperatureDependence.exact(10).at(X))
        .row(
            "double well, constant D: barrier of Φ",
            one.beta(),
            one.barrier(),
            other.beta(),
            other.barrier())
        .row(
            "linear: Φ(0.6, 0.4) on a grid",
            2,
            TemperatureDependence.linear(2),
            8,
            TemperatureDependence.linear(8))
        .row(
            "the same by Lemma 20",
            2,
            TemperatureDependence.linearExact(),
            8,
            TemperatureDependence.linearExact())
        .table();
  }
}

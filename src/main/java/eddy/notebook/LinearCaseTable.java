package eddy.notebook;

import eddy.potential.LinearSteadyState;
import eddy.study.linear.DecompositionCheck;
import eddy.study.linear.ReferenceCase;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/** Lemma 20 case by case: our numbers, the reference, and how far they are apart. */
public final class LinearCaseTable {
  private LinearCaseTable() {}

  /**
   * One line for each case.
   *
   * @param cases which ones
   */
  public static Table of(ReferenceCase... cases) {
    RowTable table =
        new RowTable(
            "F = (D + Q) U; the reference is SciPy's solution of the Lyapunov equation",
            "case",
            "Q₁₂, reference",
            "Q₁₂, ours",
            "entropy production",
            "j turns at (rad per time)",
            "|(D+Q)U − F| / |F|",
            "largest difference");
    for (ReferenceCase c : cases) {
      LinearSteadyState state = c.state();
      table.row(
          c.label(),
          rounded(c.reference("Q")[1]),
          rounded(state.q()[1]),
          state.isStable() ? rounded(state.entropyProduction()) : "no stationary law",
          frequencies(state),
          power(DecompositionCheck.residual(state)),
          power(c.difference()));
    }
    return table.table();
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.9f", Math.abs(value) < 1e-12 ? 0 : value);
  }

  private static String power(double value) {
    return String.format(Locale.ROOT, "%.0e", value);
  }

  private static String frequencies(LinearSteadyState state) {
    String all =
        Arrays.stream(state.rotationFrequencies())
            .mapToObj(w -> String.format(Locale.ROOT, "%.4f", w))
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "does not turn" : all;
  }
}

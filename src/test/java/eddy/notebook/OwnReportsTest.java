package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.diffusion.Precision;
import eddy.spectral.AreaRate;
import eddy.spectral.CirculationResult;
import eddy.study.own.EquivalentRuns;
import eddy.study.own.EquivalentTraining;
import eddy.study.own.NoiseScale;
import eddy.study.own.OwnSpectrum;
import eddy.study.own.OwnTrajectory;
import eddy.study.own.SpectrumPlan;
import eddy.study.own.SpectrumPlan.Way;
import eddy.study.own.Temperature;
import eddy.trajectory.Sampling;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** What notebook 07 shows, from numbers that are made up. */
class OwnReportsTest {
  private static final double[] ALL = {8, 4, 2, 1, 1e-3, 1e-20, 0, -1e-17};
  private static final double[] NULL = {2, 2, 2, 2, 2, 2, 2, 1};

  private static OwnSpectrum exact(double... values) {
    SpectrumPlan plan = new SpectrumPlan(Way.MATRIX, Precision.FLOAT64, 8, 8, 100, "");
    double trace = 0;
    for (double value : values) {
      trace += value;
    }
    return new OwnSpectrum(plan, values, trace, 0);
  }

  private static OwnSpectrum leading(double... values) {
    SpectrumPlan plan =
        new SpectrumPlan(Way.LEADING, Precision.FLOAT32, values.length, 80, 100, "");
    return new OwnSpectrum(plan, values, 15.001, 1e-7);
  }

  private static String cell(Table table, String row, String column) {
    for (int i = 0; i < table.rowCount(); i++) {
      if (table.getString(i, 0).equals(row)) {
        return table.getString(i, column);
      }
    }
    throw new AssertionError("no row " + row + " in " + table.print());
  }

  @Test
  void spectrumWithAllEigenvalues() {
    OwnSpectrumReport report = new OwnSpectrumReport("mine", exact(ALL), exact(NULL));
    Table table = report.table();
    assertThat(cell(table, "rank, threshold of float32", "D")).isEqualTo("5");
    assertThat(cell(table, "rank, threshold of float64", "null model")).isEqualTo("8");
    assertThat(cell(table, "mean λ = tr D/d", "D")).isEqualTo("1.8751");
    // 15.001² / (64 + 16 + 4 + 1 + 1e-6)
    assertThat(cell(table, "participation ratio (tr D)²/tr D²", "D")).isEqualTo("2.6474");
    assertThat(report.histogram().description())
        .contains("D, 3 below the axis", "null model: random directions");
    assertThat(report.ranked().description()).contains("threshold, float64");
    assertThat(counted(report.histogram().numbers(), "D, 3 below the axis")).isEqualTo(5);
    assertThat(counted(report.histogram().numbers(), "null model: random directions")).isEqualTo(8);
  }

  /** The sum of a histogram's counts, from the table of its numbers. */
  private static double counted(Table numbers, String series) {
    return IntStream.range(0, numbers.rowCount())
        .filter(i -> numbers.getString(i, 0).equals(series))
        .mapToDouble(i -> Double.parseDouble(numbers.getString(i, "y")))
        .sum();
  }

  @Test
  void spectrumWithLeadingEigenvalues() {
    OwnSpectrumReport report =
        new OwnSpectrumReport("mine", leading(8, 4, 2), leading(2, 1.5, 1.25));
    Table table = report.table();
    assertThat(cell(table, "rank, threshold of float32", "D")).isEqualTo("3 to 80");
    assertThat(cell(table, "rank, threshold of float64", "D"))
        .isEqualTo("not above round-off of float32");
    assertThat(cell(table, "largest residual/λmax", "D")).isEqualTo("1e-7");
    // tr D² from 84 + 1.001²/77 to 84 + 1.001 · 2
    assertThat(cell(table, "participation ratio (tr D)²/tr D²", "D")).isEqualTo("2.617 to 2.679");
    assertThat(report.ranked().description()).doesNotContain("threshold, float64");
  }

  @Test
  void checkOfThePaths() {
    Table table = OwnSpectrumReport.check(exact(8, 4, 2, 1, 0, 0, 0, 0), leading(8, 4.0008, 2));
    assertThat(cell(table, "largest difference by λmax", "leading")).isEqualTo("0.0001");
    assertThat(cell(table, "the last leading one", "exact")).isEqualTo("2");
  }

  @Test
  void noise() {
    Temperature own = new Temperature(0.1, 10, 0.9, 101, Sampling.WITHOUT_REPLACEMENT);
    Table temperature = OwnNoiseReport.temperature(own);
    assertThat(cell(temperature, "η/(2b)", "value")).isEqualTo("0.005");
    assertThat(cell(temperature, "finite population, (N − b)/(N − 1)", "value")).isEqualTo("0.91");
    assertThat(cell(temperature, "β⁻¹ with both", "value")).isEqualTo("0.0455");
    NoiseScale scale = new NoiseScale(12, 3, 4, 5, 2, Double.POSITIVE_INFINITY);
    Table noise = OwnNoiseReport.noiseScale(scale, own);
    assertThat(cell(noise, "noise of your batch by gradient, tr D/(b |g|²)", "value"))
        .isEqualTo("0.4");
    assertThat(cell(noise, "its 95 % interval, jackknife over groups of examples", "value"))
        .isEqualTo("2 to ∞");
  }

  @Test
  void equivalentRuns() {
    Temperature own = new Temperature(0.1, 10, 0, 1000, Sampling.WITH_REPLACEMENT);
    Table known = OwnNoiseReport.equivalents(EquivalentRuns.of(own, 2, 5));
    assertThat(known.name()).endsWith("= 0.01");
    assertThat(cell(known, "10 (yours)", "its variance by that of yours")).isEqualTo("1");
    assertThat(cell(known, "20", "η")).isEqualTo("0.2");
    assertThat(cell(known, "20", "steps for the same time")).isEqualTo("× 0.5");
    assertThat(cell(known, "20", "its variance by that of yours")).isEqualTo("1.5");
    assertThat(cell(known, "40", "stable there")).isEqualTo("no");
    Table unknown = OwnNoiseReport.equivalents(EquivalentRuns.of(own, 2, Double.NaN));
    assertThat(cell(unknown, "40", "stable there")).isEqualTo("not known");
    assertThat(cell(unknown, "40", "η that keeps its variance")).isEqualTo("–");
  }

  @Test
  void training() {
    EquivalentTraining.Outcome[] one = {new EquivalentTraining.Outcome(0.25, 0.5)};
    EquivalentTraining.Outcome[] other = {new EquivalentTraining.Outcome(0.75, 2)};
    Table table =
        OwnNoiseReport.training(
            new EquivalentTraining.Comparison(new long[] {3}, one, one, other), 4);
    assertThat(cell(table, "3", "at (4η, 4b)")).isEqualTo("0.25");
    assertThat(cell(table, "3", "null: noise at (4η, b)")).isEqualTo("2");
  }

  @Test
  void trajectory() {
    CirculationResult result =
        new CirculationResult(2, 0.25, new double[] {1, 1.5, 3}, 4, 100, List.of());
    AreaRate areas =
        new AreaRate(2, new double[] {0, 0.5, -0.5, 0}, new double[] {0, 0.1, 0.1, 0}, 9);
    OwnTrajectoryReport report =
        new OwnTrajectoryReport(
            "walk.npy", new OwnTrajectory(7, 900, new double[] {0.5, 0.25}, result, areas));
    Table table = report.areas();
    assertThat(table.rowCount()).isEqualTo(1);
    assertThat(cell(table, "1 → 2", "rate by error")).isEqualTo("5");
    assertThat(cell(table, "1 → 2", "share of the variance")).isEqualTo("0.75");
    assertThat(report.surrogates().description())
        .contains("3 reversible surrogates", "the trajectory");
    assertThat(counted(report.surrogates().numbers(), "3 reversible surrogates"))
        .isCloseTo(3, within(0.0));
  }
}

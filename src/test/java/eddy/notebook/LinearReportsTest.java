package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.run.Progress;
import eddy.study.linear.Circulation;
import eddy.study.linear.ReferenceCase;
import eddy.study.linear.WeightSpectrum;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** What the lesson on critical points shows: tables, figures and evidence of linear systems. */
class LinearReportsTest {
  @Test
  void casesAreListedWithTheReferenceBesideOurNumbers() {
    Table table = LinearCaseTable.of(ReferenceCase.ROTATION_2, ReferenceCase.SADDLE_2);
    assertThat(table.rowCount()).isEqualTo(2);
    assertThat(table.getString(0, 1)).isEqualTo("0.740000000");
    assertThat(table.getString(0, 2)).isEqualTo("0.740000000");
    assertThat(table.getString(0, 3)).isEqualTo("3.339024390");
    assertThat(table.getString(0, 4)).isEqualTo("1.4147");
    assertThat(table.getString(1, 3)).isEqualTo("no stationary law");
    assertThat(table.getString(1, 4)).isEqualTo("does not turn");
  }

  @Test
  void circulationIsReportedBesideItsTwin() {
    Circulation.Sampling sampling = new Circulation.Sampling(0.05, 20, 200, 3);
    CirculationReport report =
        new CirculationReport(
            sampling, Progress.NONE, ReferenceCase.ROTATION_2, ReferenceCase.HESSIAN_3);
    Evidence area = report.area(ReferenceCase.ROTATION_2, 0, 1);
    assertThat(area.ours()).isCloseTo(0.695, within(0.06)); // 0.74 less what a step of 0.05 hides
    assertThat(area.high() - area.low()).isBetween(0.02, 0.1);
    assertThat(Math.abs(area.nullModel())).isLessThan(0.06);
    assertThat(area.seeds()).containsExactly(3L);
    assertThat(report.production(ReferenceCase.ROTATION_2).ours()).isCloseTo(3, within(0.4));
    assertThat(report.boundByProduction(ReferenceCase.ROTATION_2)).isBetween(0.2, 0.7);
    assertThat(report.covarianceDeviation()).isBetween(0.3, 4.5);
    assertThat(report.twinCovarianceDeviation()).isBetween(0.3, 4.5);
    assertThat(report.twinArea()).isBetween(0.2, 4.0);
    assertThat(report.weakestArea()).isGreaterThan(4);
    assertThat(report.areas().description()).contains("(b) 1→2", "(c) 2→3", "null");
    assertThat(report.areaTable().rowCount()).isEqualTo(4);
    assertThat(report.productionTable().rowCount()).isEqualTo(2);
  }

  @Test
  void spectraOfThreeNoisesAreComparedWithOneLorentzian() {
    WeightSpectrum.Sampling sampling = new WeightSpectrum.Sampling(0.05, 1 << 18, 4096, 2);
    ForceSpectra spectra = new ForceSpectra(ReferenceCase.HESSIAN_6, sampling, Progress.NONE);
    for (int k = 0; k < 3; k++) {
      assertThat(spectra.deviation(k).ours()).isBetween(0.02, 0.2); // a standard error is 4 to 5 %
    }
    assertThat(spectra.peak().ours()).isBetween(0.9, 1.3);
    assertThat(spectra.table().rowCount()).isEqualTo(3);
    assertThat(spectra.figure().description()).contains("frequencies of the force", "twin");
  }
}

package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.run.Progress;
import eddy.spectral.Series;
import eddy.spectral.TrajectoryAnalysis;
import eddy.study.Experiment;
import eddy.study.longrun.CirculationTest;
import eddy.study.longrun.CirculationTest.Outcome;
import eddy.study.longrun.HeavyBallModes;
import eddy.study.longrun.LongChain;
import eddy.study.longrun.LongStudy;
import eddy.study.longrun.NormDrift;
import eddy.study.longrun.QuadraticFit;
import eddy.study.longrun.QuadraticModel;
import eddy.study.longrun.Rejections;
import eddy.study.longrun.SeedCurves;
import eddy.study.longrun.TwinDrift;
import eddy.trajectory.LearningRate;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** What the lesson on long trajectories shows, of two short ones. */
class LongReportsTest {
  private static final Experiment SMALL =
      Experiment.fig3()
          .quick(800, 3050)
          .withLearningRate("short burn-in", LearningRate.constant(0.1).then(50, 0.01));
  private static final long[] SEEDS = {1, 2};

  @TempDir static Path runs;

  private static LongStudy study;
  private static List<LongChain> chains;
  private static List<QuadraticModel> models;
  private static List<HeavyBallModes> modes;

  @BeforeAll
  static void train() {
    study = new LongStudy(runs);
    chains = study.chains(SMALL, SEEDS);
    models = study.models(chains, 2, new QuadraticFit.Settings(2, 1000, 128, 1));
    modes = LongChain.modes(chains, models, 3e-3);
  }

  @Test
  void curvesStandBesideTheirNullModels() {
    List<SeedCurves> curves = study.figure3(chains, models, modes);
    Figure3Report report = new Figure3Report(curves);
    assertThat(report.spectrum().description())
        .contains("mean, seed 1", "seed 2", "Q = 0 (reversible)", "Brownian motion", "AR(1)");
    assertThat(report.autocorrelation().description()).contains("99 % band of white noise");
    assertThat(report.table().rowCount()).isEqualTo(2 * 7);
    double[] ratio = new double[2];
    for (int s = 0; s < 2; s++) {
      ratio[s] = curves.get(s).data().colour() / curves.get(s).reversible().colour();
    }
    Evidence found = report.colourByReversible();
    assertThat(found.ours()).isCloseTo((ratio[0] + ratio[1]) / 2, within(1e-12));
    assertThat(found.low()).isEqualTo(Math.min(ratio[0], ratio[1]));
    assertThat(report.colourOfTheForce().low()).isGreaterThanOrEqualTo(1);
    assertThat(report.colour().nullModel()).isEqualTo(curves.get(0).brownian().colour());
  }

  /** Σ k² S by the modes; what one partition adds is the rest. */
  @Test
  void gradientsStandBesideTheStationaryState() {
    GradientReport report = new GradientReport(chains, models, modes);
    assertThat(report.figure().description())
        .contains("full gradient, seed 2", "stationary state of Lemma 20", "the paper's range");
    Evidence drop = report.drop();
    assertThat(drop.low()).isGreaterThan(1);
    double expected = modes.get(0).squaredGradient() / modes.get(0).dimension();
    double[] measured = models.get(0).gradientNorm();
    double mean = Arrays.stream(measured).map(v -> v * v / expected).average().orElseThrow();
    Evidence random = report.meanBySteadyState();
    assertThat(Math.min(Math.abs(random.low() - mean), Math.abs(random.high() - mean)))
        .isLessThan(1e-12 * mean);
    int batches = chains.get(0).images().count() / 128;
    double unit = models.get(0).noiseTrace() / models.get(0).dimension() / batches;
    double excess = (report.bySteadyState().high() - 1) * expected / unit;
    assertThat(report.partitionNoise().high()).isGreaterThanOrEqualTo(Math.min(excess, 0));
    assertThat(report.atTheEnd().ours()).isBetween(1e-5, 1e-1);
  }

  @Test
  void restIsJudgedByNormsLossAndTwins() {
    List<TwinDrift> twins = study.twins(chains, 40, 10, 40);
    StationarityReport report = new StationarityReport(chains, NormDrift.of(chains, models), twins);
    assertThat(report.norms().description()).contains("by scale invariance alone, seed 1");
    assertThat(report.growth().ours()).isGreaterThan(1);
    assertThat(report.lossRatio().ours()).isBetween(0.1, 1.5);
    assertThat(report.displacement().high())
        .isEqualTo(Math.max(twins.get(0).byIndependent(), twins.get(1).byIndependent()));
    Table table = report.twinTable();
    assertThat(table.rowCount()).isEqualTo(4);
    assertThat(table.getString(3, 0)).isEqualTo("2");
    assertThat(table.getString(3, 1)).isEqualTo("40");
  }

  @Test
  void testsStandBesideTheirPower() {
    CirculationTest few = new CirculationTest(3, 50, 200, 199);
    CirculationTest more = new CirculationTest(6, 50, 200, 199);
    List<Outcome> primary = few.of(chains, modes, Progress.NONE);
    LongRunReport report = new LongRunReport(SEEDS, primary, more.of(chains, modes, Progress.NONE));
    assertThat(report.circulation().power()).isNaN();
    report.rejections(
        List.of(new Rejections(20, 20), new Rejections(10, 20)),
        List.of(new Rejections(1, 20), new Rejections(0, 20)));
    assertThat(report.circulation().power()).isEqualTo(new Rejections(10, 20).low());
    assertThat(report.circulation().pValue()).isBetween(1e-6, 1.0);
    Table table = report.table();
    assertThat(table.getString(0, "power (95 %)")).startsWith("1 (0.8316");
    assertThat(table.getString(1, "size (95 %)")).startsWith("0 (0 to 0.168");
    assertThat(report.turnsOfTheForce().high())
        .isEqualTo(primary.stream().mapToDouble(Outcome::turnsOfTheForce).max().orElseThrow());
    assertThat(report.areas().description()).contains("± 1 standard error", "detailed balance");
    assertThat(report.areas().numbers().doubleColumn("low").get(0))
        .isLessThan(report.areas().numbers().doubleColumn("y").get(0));
    assertThat(report.variances().description()).contains("Lemma 20");
    assertThat(report.wideTable().rowCount()).isEqualTo(2);
    assertThat(LongRunReport.models(chains, models, modes).rowCount()).isEqualTo(2);
    assertThat(LongRunReport.ablations("others", chains, primary).rowCount()).isEqualTo(2);
  }

  @Test
  void aTrajectoryOfOnesOwnIsShownInTwoTables() {
    Series mine = Series.open(chains.get(0).trajectory().weightsFile());
    TrajectoryReport report =
        new TrajectoryReport(
            TrajectoryAnalysis.of(mine.part(50, 550, 1), 3, 10, 99, Progress.NONE));
    assertThat(report.components().rowCount()).isEqualTo(3);
    assertThat(report.components().name()).contains("are at rest");
    Table tests = report.circulation();
    assertThat(tests.stringColumn(0).asList())
        .containsExactly("autoregression", "spectrum", "block signs");
    assertThat(tests.getString(2, "warnings")).contains("decorrelation lags");
  }
}

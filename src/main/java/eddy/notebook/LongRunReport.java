package eddy.notebook;

import eddy.study.longrun.CirculationTest.Outcome;
import eddy.study.longrun.CombinedTest;
import eddy.study.longrun.HeavyBallModes;
import eddy.study.longrun.LongChain;
import eddy.study.longrun.PrincipalCirculation;
import eddy.study.longrun.QuadraticModel;
import eddy.study.longrun.Rejections;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * What notebook 03 shows of Lemma 20 and Lemma 7 on the trained network: measured beside predicted
 * variances and area rates, and the test of circulation with its power.
 */
public final class LongRunReport {
  private static final int BINS = 15;

  private final long[] seeds;
  private final List<Outcome> primary;
  private final List<Outcome> wide;
  private List<Rejections> power = List.of();
  private List<Rejections> size = List.of();

  /**
   * A report.
   *
   * @param seeds the seeds
   * @param primary outcome of the primary test, one a seed
   * @param wide the same in many more directions
   */
  public LongRunReport(long[] seeds, List<Outcome> primary, List<Outcome> wide) {
    this.seeds = seeds.clone();
    this.primary = List.copyOf(primary);
    this.wide = List.copyOf(wide);
  }

  /**
   * Puts rejection rates on the quadratic model beside the p-values.
   *
   * @param ofPower with the predicted Q, one a seed
   * @param ofSize with Q = 0
   */
  public LongRunReport rejections(List<Rejections> ofPower, List<Rejections> ofSize) {
    power = List.copyOf(ofPower);
    size = List.copyOf(ofSize);
    return this;
  }

  /** Variances along the directions of the wide outcomes, measured by predicted. */
  public XyFigure variances() {
    double[] times = wide.get(0).modes().relaxationTimes();
    XyFigure figure =
        new XyFigure(
            "Variances along directions of the Hessian",
            Axis.log("relaxation time (epochs)", times[0] / 1.5, times[times.length - 1] * 1.5),
            Axis.linear("variance, measured by predicted", 0, 2));
    for (int s = 0; s < seeds.length; s++) {
      figure.points(
          "seed " + seeds[s], wide.get(s).modes().relaxationTimes(), wide.get(s).varianceRatios());
    }
    return figure.horizontal("Lemma 20, exact heavy ball", 1);
  }

  /** Area rates of all pairs, measured against predicted, in units of the standard deviations. */
  public XyFigure areas() {
    double[][] near = pairs(primary.get(0));
    double reach = 1.2 * Arrays.stream(near[0]).map(Math::abs).max().orElseThrow();
    double[] line = {-reach, reach};
    XyFigure figure =
        new XyFigure(
                "Circulation in the plane of two directions",
                Axis.linear("area rate per epoch, predicted", -reach, reach),
                Axis.linear("area rate per epoch, measured", -1.6 * reach, 1.6 * reach))
            .keyBelow();
    for (int s = 0; s < seeds.length; s++) {
      double[][] p = pairs(primary.get(s));
      String name = primary.get(s).modes().count() + " stiffest, seed " + seeds[s];
      figure.points(name + " (± 1 standard error by blocks)", p[0], p[1], p[2]);
    }
    double[][] mean = binned(pairs(wide.get(0)), reach);
    return figure
        .line(
            "mean over pairs of " + wide.get(0).modes().count() + ", seed " + seeds[0],
            mean[0],
            mean[1])
        .nullModel("Lemma 20", line, line)
        .horizontal("detailed balance", 0);
  }

  /** Predicted and measured A_ij/√(V_i V_j) of all pairs i > j, and the standard error. */
  private static double[][] pairs(Outcome outcome) {
    int m = outcome.modes().count();
    double[] measured = outcome.areas().mean();
    double[] variance = outcome.areas().variance();
    int count = m * (m - 1) / 2;
    double[] error = outcome.areas().standardError();
    double[][] found = new double[3][count];
    int at = 0;
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < i; j++) {
        double unit = Math.sqrt(variance[i] * variance[j]);
        found[0][at] = outcome.predicted()[i * m + j] / unit;
        found[1][at] = measured[i * m + j] / unit;
        found[2][at++] = error[i * m + j] / unit;
      }
    }
    return found;
  }

  private static double[][] binned(double[][] pairs, double reach) {
    double[] x = new double[BINS];
    double[] y = new double[BINS];
    int[] n = new int[BINS];
    for (int k = 0; k < pairs[0].length; k++) {
      int bin = (int) Math.floor((pairs[0][k] / reach + 1) / 2 * BINS);
      if (bin >= 0 && bin < BINS) {
        x[bin] += pairs[0][k];
        y[bin] += pairs[1][k];
        n[bin]++;
      }
    }
    int[] filled = IntStream.range(0, BINS).filter(b -> n[b] > 0).toArray();
    return new double[][] {
      Arrays.stream(filled).mapToDouble(b -> x[b] / n[b]).toArray(),
      Arrays.stream(filled).mapToDouble(b -> y[b] / n[b]).toArray()
    };
  }

  /** The primary test, seed by seed. */
  public Table table() {
    RowTable table =
        new RowTable(
            "The primary test",
            "seed",
            "blocks",
            "T",
            "p",
            "p, Holm",
            "power (95 %)",
            "size (95 %)",
            "slope",
            "±",
            "warnings");
    double[] holm = CombinedTest.holm(pValues());
    for (int s = 0; s < seeds.length; s++) {
      Outcome o = primary.get(s);
      table.row(
          seeds[s],
          o.areas().blocks(),
          o.result().statistic(),
          o.result().pValue(),
          holm[s],
          power.isEmpty() ? null : evidence(power.get(s)),
          size.isEmpty() ? null : evidence(size.get(s)),
          o.slope(),
          o.slopeError(),
          o.result().warnings().isEmpty() ? "none" : String.join(" ", o.result().warnings()));
    }
    return table.table();
  }

  /** Measured against predicted in many directions, seed by seed; exploratory. */
  public Table wideTable() {
    RowTable table =
        new RowTable(
            "In more directions (exploratory)",
            "seed",
            "directions",
            "slowest (epochs)",
            "median variance ratio",
            "slope of area rates",
            "± (blocks)",
            "p");
    for (int s = 0; s < seeds.length; s++) {
      Outcome o = wide.get(s);
      double[] times = o.modes().relaxationTimes();
      table.row(
          seeds[s],
          o.modes().count(),
          times[times.length - 1],
          median(o.varianceRatios()),
          o.slope(),
          o.slopeError(),
          o.result().pValue());
    }
    return table.table();
  }

  private static Evidence evidence(Rejections of) {
    double unknown = Double.NaN;
    return new Evidence(of.rate(), of.low(), of.high(), unknown, unknown, unknown, List.of());
  }

  /**
   * Slope of measured on predicted area rates, Fisher's p, and the smallest power over seeds, of
   * which the lower end of its interval counts.
   */
  public Evidence circulation() {
    double[] slopes = primary.stream().mapToDouble(Outcome::slope).toArray();
    double least = power.stream().mapToDouble(Rejections::low).min().orElse(Double.NaN);
    return Evidence.ofSeeds(seeds, slopes)
        .withNull(0)
        .withTest(CombinedTest.fisher(pValues()), least);
  }

  private double[] pValues() {
    return primary.stream().mapToDouble(o -> o.result().pValue()).toArray();
  }

  /** Turns within a relaxation time. */
  public Evidence turns() {
    return Evidence.ofSeeds(seeds, primary.stream().mapToDouble(Outcome::turns).toArray());
  }

  /** Turns that the force alone would make within a relaxation time. */
  public Evidence turnsOfTheForce() {
    return Evidence.ofSeeds(
        seeds, primary.stream().mapToDouble(Outcome::turnsOfTheForce).toArray());
  }

  /** The median variance ratio of the wide outcomes. */
  public Evidence varianceRatio() {
    return Evidence.ofSeeds(
        seeds, wide.stream().mapToDouble(o -> median(o.varianceRatios())).toArray());
  }

  /** The slope of area rates of the wide outcomes. */
  public Evidence slope() {
    return Evidence.ofSeeds(seeds, wide.stream().mapToDouble(Outcome::slope).toArray()).withNull(0);
  }

  /** The quadratic models, one line a seed. */
  public static Table models(
      List<LongChain> chains, List<QuadraticModel> models, List<HeavyBallModes> modes) {
    RowTable table =
        new RowTable(
            "The quadratic models",
            "seed",
            "points",
            "tr F",
            "largest k",
            "modes kept",
            "they relax in (epochs)",
            "tr C",
            "C/k, stiffest",
            "error of F");
    for (int s = 0; s < chains.size(); s++) {
      HeavyBallModes m = modes.get(s);
      double[] times = m.relaxationTimes();
      table.row(
          chains.get(s).seed(),
          models.get(s).loss().length,
          models.get(s).hessianTrace(),
          m.curvatures()[0],
          m.count() + " of " + m.dimension(),
          Numbers.brief(times[0], 2) + " to " + Numbers.brief(times[times.length - 1], 2),
          models.get(s).noiseTrace(),
          m.noise()[0] / m.curvatures()[0],
          models.get(s).hessianError());
    }
    return table.table();
  }

  /** Area rates in pairs of principal directions, measured and predicted; exploratory. */
  public static Table principal(PrincipalCirculation found) {
    RowTable table =
        new RowTable(
            "In the principal directions of the detrended trajectory (exploratory)",
            "pair",
            "share in the modes",
            "measured",
            "± (blocks)",
            "predicted");
    int k = found.measured().count();
    double[] rate = found.measured().mean();
    double[] error = found.measured().standardError();
    for (int i = 0; i < k; i++) {
      for (int j = i + 1; j < k; j++) {
        table.row(
            (i + 1) + ", " + (j + 1),
            Math.min(found.share()[i], found.share()[j]),
            rate[i * k + j],
            error[i * k + j],
            found.predicted()[i * k + j]);
      }
    }
    return table.table();
  }

  /**
   * The test of other trajectories, one line each.
   *
   * @param title of the table
   * @param chains the trajectories
   * @param outcomes what the test found in them
   */
  public static Table ablations(String title, List<LongChain> chains, List<Outcome> outcomes) {
    RowTable table =
        new RowTable(
            title,
            "experiment",
            "snapshots",
            "steps between",
            "median variance ratio",
            "slope of area rates",
            "± (blocks)",
            "p");
    for (int i = 0; i < chains.size(); i++) {
      Outcome o = outcomes.get(i);
      table.row(
          chains.get(i).experiment().name(),
          chains.get(i).snapshots(),
          chains.get(i).steps(),
          median(o.varianceRatios()),
          o.slope(),
          o.slopeError(),
          o.result().pValue());
    }
    return table.table();
  }

  /** The slope of one outcome with its p-value. */
  public static Evidence of(LongChain chain, Outcome outcome) {
    double error = outcome.slopeError();
    return new Evidence(
        outcome.slope(),
        outcome.slope() - 1.96 * error,
        outcome.slope() + 1.96 * error,
        0,
        outcome.result().pValue(),
        Double.NaN,
        List.of(chain.seed()));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
  }
}

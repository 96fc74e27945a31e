package eddy.notebook;

import eddy.diffusion.Precision;
import eddy.study.own.OwnSpectrum;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import tech.tablesaw.api.Table;

/** The spectrum of D of a user's network: histogram, all eigenvalues by place, and a table. */
public final class OwnSpectrumReport {
  private static final int BINS_PER_DECADE = 3;
  private static final double DEEPEST = 16;

  private final String title;
  private final OwnSpectrum own;
  private final OwnSpectrum nullModel;

  /**
   * A report.
   *
   * @param title network and examples, above its figures and its table
   * @param own the spectrum
   * @param nullModel that of gradients of the same lengths in random directions, computed in the
   *     same way
   */
  public OwnSpectrumReport(String title, OwnSpectrum own, OwnSpectrum nullModel) {
    this.title = title;
    this.own = own;
    this.nullModel = nullModel;
  }

  /** How many eigenvalues lie in each third of a decade, beside the null model. */
  public FigureChart histogram() {
    double high = Math.ceil(Math.log10(Math.max(own.largest(), nullModel.largest())) + 1e-9);
    double low = Math.max(high - DEEPEST, Math.floor(Math.log10(smallest())));
    int bins = (int) (BINS_PER_DECADE * (high - low));
    LogHistogram mine = LogHistogram.of(own.values(), low, high, bins);
    LogHistogram theirs = LogHistogram.of(nullModel.values(), low, high, bins);
    int most =
        Math.max(
            Arrays.stream(mine.counts()).max().orElse(1),
            Arrays.stream(theirs.counts()).max().orElse(1));
    XyFigure figure =
        new XyFigure(
            title,
            Axis.log("eigenvalue λ of D(x)", Math.pow(10, low), Math.pow(10, high)),
            Axis.log("number of eigenvalues", 0.7, 3 * Math.pow(10, Math.ceil(Math.log10(most)))));
    figure.histogram("D" + below(mine), mine);
    figure.histogram("null model: random directions" + below(theirs), theirs, Palette.BLACK);
    if (own.resolves(Precision.FLOAT32)) {
      vertical(figure, "threshold, float32", Precision.FLOAT32, low);
    }
    return figure.key(Corner.UPPER_LEFT);
  }

  private void vertical(XyFigure figure, String name, Precision epsilon, double low) {
    if (own.threshold(epsilon) > Math.pow(10, low)) {
      figure.vertical(name, own.threshold(epsilon));
    }
  }

  private static String below(LogHistogram histogram) {
    return histogram.below() > 0 ? ", " + histogram.below() + " below the axis" : "";
  }

  /** All known eigenvalues in descending order, beside the null model. */
  public FigureChart ranked() {
    int n = own.values().length;
    EigenvaluePlaces places = EigenvaluePlaces.of(n);
    double top = Math.pow(10, Math.ceil(Math.log10(Math.max(own.largest(), nullModel.largest()))));
    double bottom =
        own.complete()
            ? own.threshold(own.resolves(Precision.FLOAT64) ? Precision.FLOAT64 : Precision.FLOAT32)
                / 10
            : smallest() / 2;
    XyFigure figure =
        new XyFigure(
            title,
            Axis.log("place of the eigenvalue", 1, Math.max(2, n)),
            Axis.log("eigenvalue of D", bottom, top));
    figure.line("D", places.numbers(), places.of(own.values()));
    figure.nullModel(
        "null model: random directions", places.numbers(), places.of(nullModel.values()));
    horizontal(figure, "threshold, float32", Precision.FLOAT32, bottom);
    horizontal(figure, "threshold, float64", Precision.FLOAT64, bottom);
    return figure.key(Corner.LOWER_LEFT);
  }

  private void horizontal(XyFigure figure, String name, Precision epsilon, double bottom) {
    if (own.resolves(epsilon) && own.threshold(epsilon) > bottom) {
      figure.horizontal(name, own.threshold(epsilon));
    }
  }

  /** The smallest eigenvalue above the rank threshold of its precision, of both. */
  private double smallest() {
    Precision precision = own.plan().precision();
    double floor =
        own.resolves(precision) ? own.threshold(precision) : own.largest() * precision.noiseFloor();
    return DoubleStream.concat(Arrays.stream(own.values()), Arrays.stream(nullModel.values()))
        .filter(value -> value > floor)
        .min()
        .orElseThrow();
  }

  /** What is read off it, beside the null model; bounds where only leading ones are known. */
  public Table table() {
    RowTable table = new RowTable(title, "quantity", "D", "null model");
    int d = own.plan().dimension();
    table.row("weights d", d, d);
    table.row("examples N", own.plan().examples(), own.plan().examples());
    table.row("eigenvalues computed", own.values().length, nullModel.values().length);
    for (Precision epsilon : Precision.values()) {
      table.row(
          "rank, threshold of " + name(epsilon), rank(own, epsilon), rank(nullModel, epsilon));
    }
    table.row("mean λ = tr D/d", own.mean(), nullModel.mean());
    table.row("standard deviation of λ", said(own.deviation()), said(nullModel.deviation()));
    table.row("λmax", own.largest(), nullModel.largest());
    table.row(
        "participation ratio (tr D)²/tr D²",
        said(own.participationRatio()),
        said(nullModel.participationRatio()));
    table.row("share of the trace in the computed ones", own.shown(), nullModel.shown());
    if (!own.complete()) {
      table.row("largest residual/λmax", own.residual(), nullModel.residual());
    }
    return table.table();
  }

  private static String rank(OwnSpectrum spectrum, Precision epsilon) {
    return spectrum.resolves(epsilon)
        ? said(spectrum.rank(epsilon))
        : "not above round-off of " + name(spectrum.plan().precision());
  }

  private static String name(Precision precision) {
    return precision.name().toLowerCase(Locale.ROOT);
  }

  private static String said(OwnSpectrum.Bounds bounds) {
    return bounds.exact()
        ? Numbers.brief(bounds.low(), 5)
        : Numbers.brief(bounds.low(), 4) + " to " + Numbers.brief(bounds.high(), 4);
  }

  /**
   * The leading eigenvalues beside the exact ones of the same D, and whether the bounds from the
   * leading ones hold what is known exactly.
   *
   * @param exact all eigenvalues
   * @param leading the leading ones
   */
  public static Table check(OwnSpectrum exact, OwnSpectrum leading) {
    double[] all = exact.values();
    double[] some = leading.values();
    double worst = 0;
    for (int i = 0; i < some.length; i++) {
      worst = Math.max(worst, Math.abs(some[i] - all[i]) / all[0]);
    }
    return new RowTable("The two paths on the same examples", "quantity", "exact", "leading")
        .row("eigenvalues", all.length, some.length)
        .row("λmax", all[0], some[0])
        .row("the last leading one", all[some.length - 1], some[some.length - 1])
        .row("largest difference by λmax", 0.0, worst)
        .row("largest residual by λmax", 0.0, leading.residual())
        .row("sum of eigenvalues by trace", exact.shown(), leading.shown())
        .row(
            "participation ratio",
            said(exact.participationRatio()),
            said(leading.participationRatio()))
        .row(
            "rank, threshold of float32",
            rank(exact, Precision.FLOAT32),
            rank(leading, Precision.FLOAT32))
        .table();
  }
}

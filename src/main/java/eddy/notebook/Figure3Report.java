package eddy.notebook;

import eddy.spectral.AutocorrelationBand;
import eddy.study.longrun.Curve;
import eddy.study.longrun.Figure3Curves;
import eddy.study.longrun.SeedCurves;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.Table;

/**
 * What notebook 03 shows of Figure 3a and b: both panels in the paper's axes with the null models,
 * and the evidence over seeds.
 */
public final class Figure3Report {
  private static final double LEVEL = 0.99;
  private static final int SHOWN = 1000;
  private static final int BINS_PER_DECADE = 30;
  private static final double PAPER_TOP = 0.15;
  private static final String AR1 = "null: AR(1) per weight";

  private final List<SeedCurves> curves;

  /**
   * A report.
   *
   * @param curves one a seed, at least one
   */
  public Figure3Report(List<SeedCurves> curves) {
    this.curves = List.copyOf(curves);
  }

  /**
   * Figure 3a: mean |FFT| of the increments, as the authors compute it; for drawing, a mean over
   * each thirtieth of a decade.
   */
  public XyFigure spectrum() {
    SeedCurves first = curves.get(0);
    double n = first.snapshots();
    double level = first.data().spectrum().level(0, 1);
    Curve data = drawn(first.data());
    double top = level > PAPER_TOP / 5 ? PAPER_TOP : 2 * level;
    XyFigure figure =
        new XyFigure(
                "Figure 3a: increments of the weights",
                Axis.log("frequency (cycles/epoch), 30 bins a decade", 10 / n, SHOWN / n),
                Axis.linear("mean amplitude |FFT|", 0, top))
            .keyBelow()
            .band("68 % of the weights", data.x(), data.low(), data.high())
            .line("mean, seed " + first.seed(), data.x(), data.mean());
    others(figure, c -> drawn(c.data()));
    boolean above = first.ar1().spectrum().level(0, 1) > top;
    String ar1 = AR1 + (above ? " (above the frame)" : "");
    return nulls(figure, first, ar1, Figure3Report::drawn);
  }

  private static Curve drawn(Figure3Curves curves) {
    return curves.spectrum().binned(BINS_PER_DECADE);
  }

  /** Figure 3b: the biased autocorrelation at the authors' lags. */
  public XyFigure autocorrelation() {
    SeedCurves first = curves.get(0);
    Curve data = first.data().autocorrelation();
    double n = first.snapshots();
    double band = AutocorrelationBand.white(first.snapshots(), LEVEL);
    XyFigure figure =
        new XyFigure(
                "Figure 3b: autocorrelation of the weights",
                Axis.log("lag (epochs)", n / 100, n),
                Axis.linear("autocorrelation", -0.4, 1))
            .keyBelow()
            .band("68 % of the weights", data.x(), data.low(), data.high())
            .line("mean, seed " + first.seed(), data.x(), data.mean());
    others(figure, c -> c.data().autocorrelation());
    return nulls(figure, first, AR1, Figure3Curves::autocorrelation)
        .horizontals("99 % band of white noise", -band, band);
  }

  private void others(XyFigure figure, Function<SeedCurves, Curve> which) {
    curves.stream()
        .skip(1)
        .forEach(c -> figure.line("seed " + c.seed(), which.apply(c).x(), which.apply(c).mean()));
  }

  private static XyFigure nulls(
      XyFigure figure, SeedCurves of, String ar1Name, Function<Figure3Curves, Curve> which) {
    Curve reversible = which.apply(of.reversible());
    Curve brownian = which.apply(of.brownian());
    Curve ar1 = which.apply(of.ar1());
    Curve quadratic = which.apply(of.quadratic());
    return figure
        .line("SGD on the quadratic model", quadratic.x(), quadratic.mean())
        .nullModel("null: the same, Q = 0 (reversible)", reversible.x(), reversible.mean())
        .nullModel("null: Brownian motion", brownian.x(), brownian.mean())
        .nullModel(ar1Name, ar1.x(), ar1.mean());
  }

  /** The colour of the increments, over seeds, with that of Brownian motion. */
  public Evidence colour() {
    return over(c -> c.data().colour()).withNull(curves.get(0).brownian().colour());
  }

  /** The colour of the network by that of the reversible null. */
  public Evidence colourByReversible() {
    return over(c -> c.data().colour() / c.reversible().colour());
  }

  /** The colour of the quadratic model with Q against that without, the larger by the smaller. */
  public Evidence colourOfTheForce() {
    return over(
        c -> {
          double ratio = c.quadratic().colour() / c.reversible().colour();
          return Math.max(ratio, 1 / ratio);
        });
  }

  /** The autocorrelation of the weights at a lag of 5 % of the run. */
  public Evidence correlation() {
    return over(c -> c.data().autocorrelationAt(0.05))
        .withNull(curves.get(0).reversible().autocorrelationAt(0.05));
  }

  /** The same of Brownian motion. */
  public Evidence correlationOfBrownianMotion() {
    return over(c -> c.brownian().autocorrelationAt(0.05));
  }

  /** The network beside its null models, seed by seed. */
  public Table table() {
    RowTable table =
        new RowTable(
            "Figure 3a and b in numbers",
            "seed",
            "series",
            "colour of the increments",
            "autocorrelation at 1 %",
            "at 5 %",
            "at 20 % of the run",
            "weights",
            "at rest");
    for (SeedCurves c : curves) {
      row(table, c.seed(), "tiny-fc", c.data());
      row(table, c.seed(), "quadratic model", c.quadratic());
      row(table, c.seed(), "quadratic model, Q = 0", c.reversible());
      row(table, c.seed(), "Brownian motion", c.brownian());
      row(table, c.seed(), "AR(1) per weight", c.ar1());
      row(table, c.seed(), "tiny-fc along the modes kept", c.kept());
      row(table, c.seed(), "quadratic model, Q = 0, along the same", c.keptReversible());
    }
    return table.table();
  }

  private static void row(RowTable table, long seed, String name, Figure3Curves c) {
    table.row(
        seed,
        name,
        c.colour(),
        c.autocorrelationAt(0.01),
        c.autocorrelationAt(0.05),
        c.autocorrelationAt(0.2),
        c.autocorrelation().weights(),
        c.autocorrelation().dropped());
  }

  private Evidence over(ToDoubleFunction<SeedCurves> number) {
    return Evidence.ofSeeds(seeds(), curves.stream().mapToDouble(number).toArray());
  }

  private long[] seeds() {
    return curves.stream().mapToLong(SeedCurves::seed).toArray();
  }
}

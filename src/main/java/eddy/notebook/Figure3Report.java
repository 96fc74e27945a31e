package eddy.notebook;

import eddy.spectral.AutocorrelationBand;
import eddy.spectral.Ewma;
import eddy.study.longrun.Curve;
import eddy.study.longrun.Figure3Curves;
import eddy.study.longrun.HeavyBallModes;
import eddy.study.longrun.LongChain;
import eddy.study.longrun.QuadraticModel;
import eddy.study.longrun.SeedCurves;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * What notebook 03 shows of Figure 3: its three panels in the paper's axes with the null models,
 * and the evidence over seeds.
 */
public final class Figure3Report {
  private static final double LEVEL = 0.99;
  private static final double COM = 100;
  private static final int SHOWN = 1000;
  private static final double PAPER_TOP = 0.15;
  private static final String AR1 = "null: AR(1) per weight";

  private final List<LongChain> chains;
  private final List<SeedCurves> curves;
  private final List<QuadraticModel> models;
  private final List<HeavyBallModes> modes;

  /**
   * A report.
   *
   * @param chains one a seed, at least one
   * @param curves theirs, in the same order
   * @param models the quadratic model around each
   * @param modes its modes
   */
  public Figure3Report(
      List<LongChain> chains,
      List<SeedCurves> curves,
      List<QuadraticModel> models,
      List<HeavyBallModes> modes) {
    this.chains = List.copyOf(chains);
    this.curves = List.copyOf(curves);
    this.models = List.copyOf(models);
    this.modes = List.copyOf(modes);
  }

  /** Figure 3a: mean |FFT| of the increments, as the authors compute it. */
  public XyFigure spectrum() {
    SeedCurves first = curves.get(0);
    Curve data = first.data().spectrum();
    double n = first.snapshots();
    double level = data.level(0, 1);
    double top = level > PAPER_TOP / 5 ? PAPER_TOP : 2 * level;
    XyFigure figure =
        new XyFigure(
                "Figure 3a: increments of the weights",
                Axis.log("frequency (cycles/epoch)", 10 / n, SHOWN / n),
                Axis.linear("mean amplitude |FFT|", 0, top))
            .key(Corner.LOWER_RIGHT)
            .band("68 % of the weights", data.x(), data.low(), data.high())
            .line("mean, seed " + first.seed(), data.x(), data.mean());
    others(figure, c -> c.data().spectrum());
    boolean above = first.ar1().spectrum().level(0, 1) > top;
    String ar1 = AR1 + (above ? " (above the frame)" : "");
    return nulls(figure, first, ar1, Figure3Curves::spectrum);
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
            .key(Corner.LOWER_LEFT)
            .band("68 % of the weights", data.x(), data.low(), data.high())
            .line("mean, seed " + first.seed(), data.x(), data.mean());
    others(figure, c -> c.data().autocorrelation());
    nulls(figure, first, AR1, Figure3Curves::autocorrelation);
    return two(figure, "99 % band of white noise", n / 100, n, -band, band);
  }

  /** Two horizontal lines under one name. */
  private static XyFigure two(
      XyFigure figure, String name, double from, double to, double low, double high) {
    return figure.nullModel(
        name,
        new double[] {from, to, Double.NaN, from, to},
        new double[] {low, low, Double.NaN, high, high});
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

  /** Figure 3c: the norm of the full gradient from the first epoch on. */
  public XyFigure gradient() {
    LongChain first = chains.get(0);
    double end = first.trajectory().snapshots();
    XyFigure figure =
        new XyFigure(
                "Figure 3c: gradient norm",
                Axis.log("epoch, burn-in included", 1, end),
                Axis.log("norm / √d", 1e-5, 0.1))
            .key(Corner.LOWER_LEFT);
    double[] noise = Ewma.adjusted(first.batchGradientNorms(), COM);
    int[] shown = Ewma.logarithmicIndices(noise.length, SHOWN);
    double[] epochs = Arrays.stream(shown).mapToDouble(t -> t + 1).toArray();
    double[] smooth = Arrays.stream(shown).mapToDouble(t -> noise[t]).toArray();
    figure.line("mini-batch gradient, seed " + first.seed(), epochs, smooth);
    for (LongChain chain : chains) {
      double[][] norms = chain.gradientNorms();
      figure.line("full gradient, seed " + chain.seed(), norms[0], smoothed(norms[1]));
    }
    double[] measured = models.get(0).gradientNorm();
    double[] at = Arrays.stream(first.points(measured.length)).mapToDouble(t -> t + 1).toArray();
    figure.points("mean over random batches, seed " + first.seed(), at, measured);
    figure.horizontal("stationary state of Lemma 20", stationaryNorm(0));
    return two(figure, "the paper's range", 1, end, 0.001, 0.003)
        .vertical("end of the burn-in", first.burnIn());
  }

  /** Geometric mean over ten neighbours of measured values on both sides. */
  private static double[] smoothed(double[] norm) {
    double[] out = new double[norm.length];
    for (int t = 0; t < norm.length; t++) {
      int from = Math.max(0, t - 10);
      int to = Math.min(norm.length, t + 11);
      out[t] = Math.exp(Arrays.stream(norm, from, to).map(Math::log).average().orElseThrow());
    }
    return out;
  }

  private double stationaryNorm(int seed) {
    HeavyBallModes m = modes.get(seed);
    return Math.sqrt(m.squaredGradient() / m.dimension());
  }

  /** The colour of the increments, over seeds, with that of Brownian motion. */
  public Evidence colour() {
    return over(c -> c.data().colour()).withNull(curves.get(0).brownian().colour());
  }

  /** The colour of the data against that of the reversible null, the larger by the smaller. */
  public Evidence colourAgainstReversible() {
    return over(c -> larger(c.data().colour() / c.reversible().colour()));
  }

  /** The colour of the quadratic model with Q against that without. */
  public Evidence colourOfTheForce() {
    return over(c -> larger(c.quadratic().colour() / c.reversible().colour()));
  }

  private static double larger(double ratio) {
    return Math.max(ratio, 1 / ratio);
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

  /** The largest by the smallest of the smoothed norm of the full gradient. */
  public Evidence gradientDrop() {
    return overChains(
        chain -> {
          double[] norm = smoothed(chain.gradientNorms()[1]);
          return Arrays.stream(norm).max().orElseThrow() / Arrays.stream(norm).min().orElseThrow();
        });
  }

  /** |∇f|/√d in the last decade of epochs, geometric mean. */
  public Evidence gradientAtTheEnd() {
    return overChains(
        chain -> {
          double last = chain.trajectory().snapshots();
          double[][] norms = chain.gradientNorms();
          double sum = 0;
          int count = 0;
          for (int t = 0; t < norms[0].length; t++) {
            if (norms[0][t] > last / 10) {
              sum += Math.log(norms[1][t]);
              count++;
            }
          }
          return Math.exp(sum / count);
        });
  }

  /** |∇f|² in the second half of the run by that of the stationary state, the median. */
  public Evidence gradientBySteadyState() {
    double[] ratios = IntStream.range(0, chains.size()).mapToDouble(this::excess).toArray();
    return Evidence.ofSeeds(seeds(), ratios).withNull(1);
  }

  private double excess(int seed) {
    LongChain chain = chains.get(seed);
    double[][] norms = chain.gradientNorms();
    double half = chain.burnIn() + chain.snapshots() / 2.0;
    double expected = stationaryNorm(seed);
    double[] late =
        IntStream.range(0, norms[0].length)
            .filter(t -> norms[0][t] > half)
            .mapToDouble(t -> norms[1][t] / expected)
            .map(v -> v * v)
            .sorted()
            .toArray();
    return late[late.length / 2];
  }

  /**
   * The same for the gradient of the mean loss of random batches, corrected for their number: the
   * function that SGD descends. The mean over the points of the quadratic model.
   */
  public Evidence meanGradientBySteadyState() {
    double[] ratios = new double[chains.size()];
    for (int i = 0; i < ratios.length; i++) {
      double expected = stationaryNorm(i);
      ratios[i] =
          Arrays.stream(models.get(i).gradientNorm())
              .map(norm -> norm * norm / (expected * expected))
              .average()
              .orElseThrow();
    }
    return Evidence.ofSeeds(seeds(), ratios).withNull(1);
  }

  /**
   * What the authors' full gradient has on top: |∇f|² of one partition into N/b batches by tr
   * C/(N/b d), the noise of as many batches, after the stationary value is taken off.
   */
  public Evidence partitionNoise() {
    double[] ratios = new double[chains.size()];
    for (int i = 0; i < ratios.length; i++) {
      double expected = stationaryNorm(i);
      double excess = (excess(i) - 1) * expected * expected;
      QuadraticModel model = models.get(i);
      int batches = chains.get(i).images().count() / chains.get(i).experiment().batchSize();
      ratios[i] = excess * model.dimension() * batches / model.noiseTrace();
    }
    return Evidence.ofSeeds(seeds(), ratios);
  }

  /** Training loss after the burn-in: last tenth by first tenth. */
  public Evidence lossRatio() {
    return overChains(
        chain -> {
          double[] loss = chain.trajectory().batchLosses();
          int tenth = chain.snapshots() / 10;
          int from = chain.burnIn();
          double early = Arrays.stream(loss, from, from + tenth).average().orElseThrow();
          return Arrays.stream(loss, loss.length - tenth, loss.length).average().orElseThrow()
              / early;
        });
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

  private Evidence overChains(ToDoubleFunction<LongChain> number) {
    return Evidence.ofSeeds(seeds(), chains.stream().mapToDouble(number).toArray());
  }

  private long[] seeds() {
    return chains.stream().mapToLong(LongChain::seed).toArray();
  }
}

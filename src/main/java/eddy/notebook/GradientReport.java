package eddy.notebook;

import eddy.spectral.Ewma;
import eddy.study.longrun.HeavyBallModes;
import eddy.study.longrun.LongChain;
import eddy.study.longrun.QuadraticModel;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What notebook 03 shows of Figure 3c: the norm of the gradient in the paper's horizontal axis, and
 * beside the stationary state of Lemma 20, which has a gradient without any force.
 */
public final class GradientReport {
  private static final double COM = 100;
  private static final int SHOWN = 1000;

  private final List<LongChain> chains;
  private final List<QuadraticModel> models;
  private final List<HeavyBallModes> modes;

  /**
   * A report.
   *
   * @param chains one a seed, at least one
   * @param models the quadratic model around each
   * @param modes its modes
   */
  public GradientReport(
      List<LongChain> chains, List<QuadraticModel> models, List<HeavyBallModes> modes) {
    this.chains = List.copyOf(chains);
    this.models = List.copyOf(models);
    this.modes = List.copyOf(modes);
  }

  /** Figure 3c: the norm of the full gradient from the first epoch on. */
  public XyFigure figure() {
    LongChain first = chains.get(0);
    double end = first.trajectory().snapshots();
    XyFigure figure =
        new XyFigure(
                "Figure 3c: gradient norm",
                Axis.log("epoch, burn-in included", 1, end),
                Axis.log("norm / √d", 1e-5, 2e-2))
            .keyBelow();
    for (LongChain chain : chains) {
      double[][] norms = chain.gradientNorms();
      figure.line("full gradient, seed " + chain.seed(), norms[0], smoothed(norms[1]));
    }
    double[] noise = Ewma.adjusted(first.batchGradientNorms(), COM);
    int[] shown = Ewma.logarithmicIndices(noise.length, SHOWN);
    double[] epochs = Arrays.stream(shown).mapToDouble(t -> t + 1).toArray();
    double[] smooth = Arrays.stream(shown).mapToDouble(t -> noise[t]).toArray();
    figure.line("mini-batch gradient, seed " + first.seed(), epochs, smooth);
    double[] measured = models.get(0).gradientNorm();
    double[] at = Arrays.stream(first.points(measured.length)).mapToDouble(t -> t + 1).toArray();
    return figure
        .points("mean over random batches, seed " + first.seed(), at, measured)
        .horizontal("stationary state of Lemma 20", stationaryNorm(0))
        .horizontals("the paper's range", 0.001, 0.003)
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

  /** The largest by the smallest of the smoothed norm of the full gradient. */
  public Evidence drop() {
    return overChains(
        chain -> {
          double[] norm = smoothed(chain.gradientNorms()[1]);
          return Arrays.stream(norm).max().orElseThrow() / Arrays.stream(norm).min().orElseThrow();
        });
  }

  /** |∇f|/√d in the last decade of epochs, geometric mean. */
  public Evidence atTheEnd() {
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
  public Evidence bySteadyState() {
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
  public Evidence meanBySteadyState() {
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

  private Evidence overChains(ToDoubleFunction<LongChain> number) {
    return Evidence.ofSeeds(seeds(), chains.stream().mapToDouble(number).toArray());
  }

  private long[] seeds() {
    return chains.stream().mapToLong(LongChain::seed).toArray();
  }
}

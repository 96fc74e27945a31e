package eddy.study.longrun;

import eddy.run.Progress;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import eddy.spectral.Circulation;
import eddy.spectral.CirculationResult;
import eddy.spectral.CirculationSettings;
import eddy.spectral.MovingAverage;
import eddy.spectral.ReversibleNull;
import eddy.spectral.Series;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * The test of circulation, with all that has to be fixed before the data are seen. It looks at the
 * trajectory along the directions of largest curvature, which relax within a few snapshots, less a
 * centred moving average; its statistic is T of {@link Circulation} at lag 1, its null distribution
 * comes from flipping the signs of blocks.
 *
 * @param directions how many directions
 * @param half snapshots on each side of the moving average
 * @param block snapshots in a block, many relaxation times
 * @param flips how many sign flips are drawn
 */
public record CirculationTest(int directions, int half, int block, int flips) {
  /** Sign flips of a simulated run: enough for a level of 0.003. */
  private static final int FLIPS = 999;

  /**
   * What the test found in one trajectory.
   *
   * @param areas the area rates, block by block
   * @param result the test of detailed balance
   * @param modes the quadratic model in the same directions
   * @param filter the detrending, as weights
   * @param predicted the model's area rates after the same detrending
   * @param slope of measured on predicted area rates
   * @param slopeError its standard error by blocks
   * @param turns within a relaxation time, {@link FittedPropagator#turns}
   * @param turnsOfTheForce alone, {@link FittedPropagator#turnsOfTheForce}
   */
  public record Outcome(
      ModeAreas areas,
      CirculationResult result,
      HeavyBallModes modes,
      double[] filter,
      double[] predicted,
      double slope,
      double slopeError,
      double turns,
      double turnsOfTheForce) {

    /** Variance of each direction, measured by predicted. */
    public double[] varianceRatios() {
      int m = modes.count();
      double[] expected = modes.lagCovariance(0, filter);
      double[] ratio = areas.variance();
      for (int i = 0; i < m; i++) {
        ratio[i] /= expected[i * m + i];
      }
      return ratio;
    }
  }

  /**
   * Tests a trajectory.
   *
   * @param weights snapshots of all weights
   * @param modes the modes of the quadratic model around it
   * @param seed of the flips
   * @throws eddy.run.ComputationInterrupted on interrupt
   */
  public Outcome of(Series weights, HeavyBallModes modes, long seed, Progress progress) {
    HeavyBallModes leading = modes.leading(directions);
    return of(Projection.of(weights, leading.directions(), half, progress), leading, seed);
  }

  /** Tests some chains, each with its own seed, with the modes around each. */
  public List<Outcome> of(List<LongChain> chains, List<HeavyBallModes> modes, Progress progress) {
    return IntStream.range(0, chains.size())
        .mapToObj(i -> of(chains.get(i).weights(), modes.get(i), chains.get(i).seed(), progress))
        .toList();
  }

  private Outcome of(double[][] detrended, HeavyBallModes leading, long seed) {
    ModeAreas areas = ModeAreas.of(detrended, block);
    FittedPropagator fitted = FittedPropagator.of(detrended);
    double[] filter = Projection.filter(half);
    double[] predicted = leading.areaRates(filter);
    double[] rates = IntStream.range(0, leading.count()).mapToDouble(leading::rateOf).toArray();
    double[] slope = areas.slope(predicted, rates);
    CirculationResult result = Circulation.test(detrended, settings(flips, seed));
    return new Outcome(
        areas,
        result,
        leading,
        filter,
        predicted,
        slope[0],
        slope[1],
        fitted.turns(),
        fitted.turnsOfTheForce());
  }

  private CirculationSettings settings(int surrogates, long seed) {
    return CirculationSettings.of(ReversibleNull.BLOCK_SIGNS)
        .withSurrogates(surrogates)
        .withBlockLength(block)
        .withSeed(seed);
  }

  /**
   * How often the test rejects at a level when the quadratic model is true: its power with the
   * model as it is, its size with the noise made diagonal, {@link
   * HeavyBallModes#withoutCirculation}.
   *
   * @param modes the model
   * @param snapshots length of a trajectory
   * @param runs how many are simulated
   * @param at the level
   * @param seed of the noise
   * @throws eddy.run.ComputationInterrupted on interrupt
   */
  public Rejections rejections(
      HeavyBallModes modes, int snapshots, int runs, double at, long seed, Progress progress) {
    HeavyBallModes leading = modes.leading(directions);
    List<Callable<Integer>> halves =
        IntStream.range(0, 2)
            .<Callable<Integer>>mapToObj(
                first ->
                    () -> {
                      QuadraticSgd sgd = QuadraticSgd.of(leading);
                      int rejected = 0;
                      for (int r = first; r < runs; r += 2) {
                        double[][] y = detrended(sgd, leading.count(), snapshots, (seed << 20) + r);
                        double p = Circulation.test(y, settings(FLIPS, r)).pValue();
                        rejected += p < at ? 1 : 0;
                        progress.report("power of the test", r + 1, runs, "");
                      }
                      return rejected;
                    })
            .toList();
    return new Rejections(Workers.all("", halves).stream().mapToInt(Integer::intValue).sum(), runs);
  }

  /**
   * The propagator fitted to a simulated run of the quadratic model, after the same detrending:
   * what its turns are where the model is true.
   *
   * @param modes the model, or the one without circulation
   * @param snapshots length of the run
   * @param seed of the noise
   */
  public FittedPropagator simulated(HeavyBallModes modes, int snapshots, long seed) {
    HeavyBallModes leading = modes.leading(directions);
    QuadraticSgd sgd = QuadraticSgd.of(leading);
    return FittedPropagator.of(detrended(sgd, leading.count(), snapshots, seed << 20));
  }

  private double[][] detrended(QuadraticSgd sgd, int count, int snapshots, long substream) {
    double[][] x = new double[count][snapshots];
    double[] row = new double[count];
    sgd.run(
        snapshots,
        new RandomStream(1, StreamName.NOISE, substream),
        (first, rows, n) -> {
          for (int t = 0; t < n; t++) {
            rows.row(t, row);
            for (int i = 0; i < count; i++) {
              x[i][first + t] = row[i];
            }
          }
        });
    return MovingAverage.subtract(x, half);
  }
}

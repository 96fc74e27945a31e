package eddy.spectral;

import eddy.run.Progress;
import eddy.run.RandomStream;
import eddy.run.StreamName;

/**
 * Tests whether some series circulate, that is, whether they differ from themselves backward in
 * time. The statistic is T = |(K - K^T)/2|_F with the lagged correlation K = S^-1/2 C(lag) S^-1/2;
 * a stationary reversible process has C = C^T and T near 0. It needs at least two series: a
 * stationary Gaussian series by itself is always reversible.
 *
 * <p>The result says which conditions of the chosen {@link ReversibleNull} are not met. Apply
 * {@link MovingAverage} first where the series drift.
 */
public final class Circulation {
  private static final int FEWEST_BLOCKS = 10;

  private Circulation() {}

  /**
   * Tests series that fluctuate about a mean.
   *
   * @param x {@code x[i][t]}: at least two series of one length, at least 50 values
   * @param settings null model, lag, number of surrogates
   * @throws IllegalArgumentException if there are fewer, or they are linearly dependent
   * @throws eddy.run.ComputationInterrupted on interrupt
   */
  public static CirculationResult test(double[][] x, CirculationSettings settings) {
    return test(x, settings, Workers.all(), Progress.NONE);
  }

  /**
   * Tests the leading principal components of a trajectory after a centred moving average was
   * subtracted from each of its series.
   *
   * @param trajectory for instance {@link Series#open} of a {@code .npy} file
   * @param components how many, at least 2; keep them few: n/decorrelation lag far above their
   *     square
   * @param halfWidth of the moving average, in snapshots; 0 subtracts the mean only
   * @param settings null model, lag, number of surrogates
   * @throws IllegalArgumentException if there are fewer series or snapshots
   * @throws eddy.run.ComputationInterrupted on interrupt
   */
  public static CirculationResult test(
      Series trajectory,
      int components,
      int halfWidth,
      CirculationSettings settings,
      Progress progress) {
    PrincipalComponents pcs = PrincipalComponents.of(trajectory, components, halfWidth, progress);
    return test(pcs.scores(), settings, Workers.all(), progress);
  }

  static CirculationResult test(
      double[][] x, CirculationSettings settings, int threads, Progress progress) {
    requireSeries(x, settings.lag());
    LaggedCovariance one = LaggedCovariance.of(x, 1);
    LaggedCovariance covariance =
        settings.lag() == 1 ? one : LaggedCovariance.of(x, settings.lag());
    LaggedCovariance.Modes modes = one.modes();
    double[][] z = modes.of(x);
    TestConditions conditions = new TestConditions(modes, z);
    int block = blockLength(settings, conditions.decorrelationLag(), x[0].length);
    Surrogates surrogates =
        switch (settings.nullModel()) {
          case AUTOREGRESSION -> {
            conditions.requireAutoregression(z, settings.lag());
            yield new AutoregressiveSurrogates(modes, x[0].length, settings.lag());
          }
          case SPECTRUM -> {
            conditions.requireSmoothSpectrum(settings.smoothing());
            yield new SpectralSurrogates(x, covariance, settings.smoothing());
          }
          case BLOCK_SIGNS -> {
            conditions.requireLongBlocks(block);
            yield new BlockSums(x, covariance, block);
          }
        };
    double statistic = covariance.statistic();
    double[] drawn = new double[settings.surrogates()];
    Workers.forEach(
        threads,
        drawn.length,
        "surrogates",
        progress,
        () ->
            i ->
                drawn[i] =
                    surrogates.draw(new RandomStream(settings.seed(), StreamName.SURROGATE, i)));
    int above = 1;
    for (double t : drawn) {
      above += t >= statistic ? 1 : 0;
    }
    return new CirculationResult(
        statistic,
        above / (drawn.length + 1.0),
        drawn,
        conditions.decorrelationLag(),
        block,
        conditions.warnings());
  }

  private static int blockLength(CirculationSettings settings, int decorrelationLag, int n) {
    return settings.blockLength() > 0
        ? settings.blockLength()
        : (int) Math.min(Math.max(1, n / FEWEST_BLOCKS), Math.max(100, 20L * decorrelationLag));
  }

  private static void requireSeries(double[][] x, int lag) {
    if (x.length < 2) {
      throw new IllegalArgumentException(
          "Circulation needs at least 2 series: one by itself is always reversible.");
    }
    for (double[] series : x) {
      if (series.length != x[0].length || series.length < Math.max(50, 2 * lag)) {
        throw new IllegalArgumentException(
            "Circulation needs series of one length, at least 50 snapshots and two lags; one has "
                + series.length
                + ", the first "
                + x[0].length
                + ".");
      }
    }
  }
}

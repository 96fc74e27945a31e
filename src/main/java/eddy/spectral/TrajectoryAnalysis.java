package eddy.spectral;

import eddy.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole analysis of a trajectory: the authors' two statistics of single weights, and what they
 * cannot show, circulation of the leading principal components after detrending, by every test.
 *
 * @param increments amplitude of the Fourier transform of increments ({@link IncrementSpectrum})
 * @param autocorrelation biased autocorrelation at logarithmic lags
 * @param components of the detrended trajectory
 * @param correlationTimes of each component, by Geyer's window
 * @param areas swept by pairs of components, blocks of 20 decorrelation lags
 * @param circulation one result for each {@link ReversibleNull}, in that order
 */
public record TrajectoryAnalysis(
    Spread increments,
    Spread autocorrelation,
    PrincipalComponents components,
    List<CorrelationTime> correlationTimes,
    AreaRate areas,
    List<CirculationResult> circulation) {
  private static final int BINS = 1000;
  private static final int LAGS = 200;

  /**
   * Analyses a file.
   *
   * @param npy float32 or float64, one row a snapshot
   * @param components how many principal components to test, at least 2
   * @param halfWidth of the moving average in snapshots; 0 subtracts the mean only
   * @param surrogates how many for each test
   * @throws java.io.UncheckedIOException with one sentence, if it cannot be read
   * @throws eddy.run.ComputationInterrupted on interrupt
   */
  public static TrajectoryAnalysis of(
      Path npy, int components, int halfWidth, int surrogates, Progress progress) {
    return of(Series.open(npy), components, halfWidth, surrogates, progress);
  }

  /** The same of series from elsewhere, such as a {@link NullModel#twin}. */
  public static TrajectoryAnalysis of(
      Series trajectory, int components, int halfWidth, int surrogates, Progress progress) {
    Spread increments = IncrementSpectrum.over(trajectory, BINS, progress);
    int[] lags = Autocorrelation.logarithmicLags(trajectory.length(), LAGS);
    Spread autocorrelation = Autocorrelation.over(trajectory, lags, progress);
    PrincipalComponents pcs = PrincipalComponents.of(trajectory, components, halfWidth, progress);
    List<CorrelationTime> times = new ArrayList<>();
    for (double[] score : pcs.scores()) {
      times.add(CorrelationTime.geyer(Autocorrelation.of(score)));
    }
    List<CirculationResult> results = new ArrayList<>();
    for (ReversibleNull nullModel : ReversibleNull.values()) {
      CirculationSettings settings = CirculationSettings.of(nullModel).withSurrogates(surrogates);
      results.add(Circulation.test(pcs.scores(), settings, Workers.all(), progress));
    }
    AreaRate areas = AreaRate.of(pcs.scores(), results.get(0).blockLength());
    return new TrajectoryAnalysis(increments, autocorrelation, pcs, times, areas, results);
  }
}

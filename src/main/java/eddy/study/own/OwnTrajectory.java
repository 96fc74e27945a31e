package eddy.study.own;

import eddy.run.Progress;
import eddy.spectral.AreaRate;
import eddy.spectral.Circulation;
import eddy.spectral.CirculationResult;
import eddy.spectral.CirculationSettings;
import eddy.spectral.PrincipalComponents;
import eddy.spectral.ReversibleNull;
import eddy.spectral.Series;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a trajectory of weights shows: whether it circulates, tested in the directions in which it
 * varies most after a centred moving average was taken off, against surrogates that are reversible
 * and have the same spectra; and the area rates in those planes.
 *
 * @param weights series of the trajectory
 * @param snapshots its length
 * @param share of the variance, after the moving average, in each direction
 * @param result statistic, surrogates, p-value, and the conditions that are not met
 * @param areas area rates of all planes, per snapshot, with errors by blocks
 */
public record OwnTrajectory(
    int weights, int snapshots, double[] share, CirculationResult result, AreaRate areas) {
  private static final int FEWEST = 50;

  /**
   * Analyses a file.
   *
   * @param npy float32 or float64, one row a snapshot
   * @param burnIn snapshots at its beginning that are left out
   * @param directions how many leading directions, at least 2
   * @param half snapshots on each side of the moving average
   * @param progress hears about series and surrogates
   * @throws java.io.UncheckedIOException with one sentence, if the file cannot be read
   * @throws IllegalArgumentException with one sentence, if it holds too few snapshots or series, or
   *     numbers that are not finite
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted
   */
  public static OwnTrajectory of(
      Path npy, int burnIn, int directions, int half, Progress progress) {
    Series all = Series.open(npy);
    int needed = burnIn + Math.max(FEWEST, 4 * half + 2);
    if (all.length() < needed || all.count() < Math.max(2, directions)) {
      throw new IllegalArgumentException(
          "%s has %d snapshots of %d weights, but a burn-in of %d, a moving average over %d and %d directions need %d snapshots of %d: lower them, or take a longer trajectory."
              .formatted(
                  npy,
                  all.length(),
                  all.count(),
                  burnIn,
                  2 * half + 1,
                  directions,
                  needed,
                  Math.max(2, directions)));
    }
    requireRoom(npy, all.count(), Budget.ofThisMachine().bytes());
    requireFinite(npy, all);
    Series settled = all.part(burnIn, all.length(), 1);
    PrincipalComponents leading = PrincipalComponents.of(settled, directions, half, progress);
    CirculationResult result =
        Circulation.test(leading.scores(), CirculationSettings.of(ReversibleNull.SPECTRUM));
    AreaRate areas = AreaRate.of(leading.scores(), result.blockLength());
    double[] share = new double[directions];
    for (int i = 0; i < directions; i++) {
      share[i] = leading.variances()[i] / leading.totalVariance();
    }
    return new OwnTrajectory(all.count(), settled.length(), share, result, areas);
  }

  /** The principal components come from the covariance of all weights and its eigenvectors. */
  static void requireRoom(Path npy, int weights, long bytes) {
    double need = 16.0 * weights * weights;
    if (need > bytes) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %,d weights in each snapshot, whose covariance takes %.1f GB and this machine can spare %.1f: store fewer of them, such as those of one layer or every tenth.",
              npy,
              weights,
              need / 1e9,
              bytes / 1e9));
    }
  }

  private static void requireFinite(Path npy, Series series) {
    double[] row = new double[series.count()];
    for (int t = 0; t < series.length(); t++) {
      series.snapshot(t, row);
      for (int i = 0; i < row.length; i++) {
        if (!Double.isFinite(row[i])) {
          throw new IllegalArgumentException(
              "Weight %d of snapshot %d of %s is %s (both counted from 0): the training diverged there, so cut the file before."
                  .formatted(i, t, npy, row[i]));
        }
      }
    }
  }

  /** What was found, in a sentence. */
  public String sentence() {
    String found =
        result.rejects(0.05)
            ? "The trajectory circulates: T is %.2f times that of reversible surrogates, p = %.3g."
            : "No circulation can be told from reversible surrogates: T is %.2f times theirs, p = %.3g.";
    return String.format(Locale.ROOT, found, result.excess(), result.pValue())
        + (result.warnings().isEmpty()
            ? ""
            : " A condition is not met, so the p-value may be wrong: "
                + String.join(" ", result.warnings()));
  }
}

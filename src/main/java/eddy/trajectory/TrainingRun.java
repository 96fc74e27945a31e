package eddy.trajectory;

import java.util.List;

/**
 * What a run of SGD leaves behind.
 *
 * @param snapshots those asked for, by epoch
 * @param log one entry an epoch
 * @param last the weights after the last epoch
 * @param resumedAt how many epochs were already done when this call began; 0 for a run from the
 *     start
 * @param note empty, or a sentence on what the reader should know, such as that the run went on
 *     with another arithmetic
 */
public record TrainingRun(
    List<Snapshot> snapshots, List<EpochLog> log, Snapshot last, int resumedAt, String note) {
  /** Takes copies. */
  public TrainingRun {
    snapshots = List.copyOf(snapshots);
    log = List.copyOf(log);
  }

  /**
   * The snapshot at an epoch.
   *
   * @throws IllegalArgumentException if it was not asked for
   */
  public Snapshot at(int epoch) {
    return snapshots.stream()
        .filter(snapshot -> snapshot.epoch() == epoch)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "This run kept no snapshot at epoch "
                        + epoch
                        + ": ask for it before the run."));
  }
}

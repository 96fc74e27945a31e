package eddy.trajectory;

/**
 * At which snapshots loss and gradient over all examples are measured. Over N examples this costs
 * as much as N/b steps, so with a snapshot an epoch every measurement doubles the epoch's time.
 *
 * @param every each so many snapshots; 0 for not regularly
 * @param perDecade so many in each factor of ten of the snapshot's number, evenly on a logarithmic
 *     axis (fewer where numbers are sparse); 0 for none
 */
public record FullGradients(int every, int perDecade) {
  /** Checks the counts. */
  public FullGradients {
    if (every < 0 || perDecade < 0) {
      throw new IllegalArgumentException(
          "Full gradients cannot be measured a negative number of times.");
    }
  }

  /** Never. */
  public static FullGradients none() {
    return new FullGradients(0, 0);
  }

  /** At every snapshot. */
  public static FullGradients all() {
    return new FullGradients(1, 0);
  }

  /** At each so many snapshots, the first one included. */
  public static FullGradients every(int snapshots) {
    return new FullGradients(snapshots, 0);
  }

  /** So many in each decade: 200 make 1000 from epoch 1 to 100,000. */
  public static FullGradients logSpaced(int perDecade) {
    return new FullGradients(0, perDecade);
  }

  /** Whether snapshot number {@code index}, from 0, is measured. */
  boolean at(long index) {
    boolean regular = every > 0 && index % every == 0;
    boolean spaced =
        perDecade > 0
            && (index == 0
                || Math.floor(perDecade * Math.log10(index + 1.0))
                    > Math.floor(perDecade * Math.log10(index)));
    return regular || spaced;
  }
}

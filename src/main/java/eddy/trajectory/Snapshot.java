package eddy.trajectory;

/**
 * The weights at one moment of a run.
 *
 * @param epoch how many epochs are done; 0 is the start
 * @param weights x, length d
 * @param running running statistics
 */
public record Snapshot(int epoch, float[] weights, float[] running) {
  /** Takes copies. */
  public Snapshot {
    weights = weights.clone();
    running = running.clone();
  }
}

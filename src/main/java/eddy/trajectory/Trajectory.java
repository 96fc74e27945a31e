package eddy.trajectory;

import eddy.run.Npy;
import eddy.run.NpyRows;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A trajectory that {@link LongRun} has put on disk: snapshots of d weights in float32, mapped into
 * memory, and what was measured with them.
 */
public final class Trajectory {
  private final Path weightsFile;
  private final Path folder;
  private final NpyRows rows;
  private final int stepsPerEpoch;
  private final String arithmetic;

  Trajectory(Path weightsFile, Path folder, int stepsPerEpoch, String arithmetic) {
    this.weightsFile = weightsFile;
    this.folder = folder;
    this.stepsPerEpoch = stepsPerEpoch;
    this.arithmetic = arithmetic;
    rows = NpyRows.open(weightsFile);
  }

  /** d, the number of weights. */
  public int dimension() {
    return rows.rowLength();
  }

  /** How many snapshots there are. */
  public int snapshots() {
    return Math.toIntExact(rows.rows());
  }

  /** Steps in an epoch of the run. */
  public int stepsPerEpoch() {
    return stepsPerEpoch;
  }

  /** The file with the weights, for NumPy. */
  public Path weightsFile() {
    return weightsFile;
  }

  /**
   * Which arithmetic computed it; names several when the run went on with another, whose bits may
   * differ.
   */
  public String arithmetic() {
    return arithmetic;
  }

  /** All weights at one snapshot. */
  public float[] row(int snapshot) {
    float[] row = new float[dimension()];
    rows.read(snapshot, row);
    return row;
  }

  /** All weights at the snapshots {@code from .. to − 1}, {@code [snapshot][weight]}. */
  public float[][] rows(int from, int to) {
    Objects.checkFromToIndex(from, to, snapshots());
    float[][] some = new float[to - from][];
    for (int t = from; t < to; t++) {
      some[t - from] = row(t);
    }
    return some;
  }

  /** One weight at all snapshots. */
  public float[] column(int weight) {
    return columns(weight, weight + 1)[0];
  }

  /**
   * The weights {@code from .. to − 1} at all snapshots, {@code [weight][snapshot]}. Reads the file
   * once, so take many at a time.
   */
  public float[][] columns(int from, int to) {
    Objects.checkFromToIndex(from, to, dimension());
    float[][] columns = new float[to - from][snapshots()];
    float[] row = new float[dimension()];
    for (int t = 0; t < snapshots(); t++) {
      rows.read(t, row);
      for (int i = from; i < to; i++) {
        columns[i - from][t] = row[i];
      }
    }
    return columns;
  }

  /** When each snapshot was taken, in steps after the burn-in. */
  public long[] steps() {
    return Npy.read(folder.resolve(TrajectoryStore.STEPS)).longs();
  }

  /** When each snapshot was taken, in epochs after the burn-in. */
  public double[] epochs() {
    return java.util.Arrays.stream(steps())
        .mapToDouble(step -> (double) step / stepsPerEpoch)
        .toArray();
  }

  /**
   * |∇f| over all examples, batch normalisation in training mode, at each snapshot; NaN where it
   * was not measured. Not divided by √d.
   */
  public double[] gradientNorms() {
    return series(0);
  }

  /** The loss over all examples in training mode; NaN where it was not measured. */
  public double[] losses() {
    return series(1);
  }

  /** |g_b| of the last mini-batch before each snapshot. Not divided by √d. */
  public double[] batchGradientNorms() {
    return series(2);
  }

  /** Mean of the mini-batch losses since the snapshot before. */
  public double[] batchLosses() {
    return series(3);
  }

  private double[] series(int which) {
    return Npy.read(folder.resolve(TrajectoryStore.SERIES.get(which))).doubles();
  }
}

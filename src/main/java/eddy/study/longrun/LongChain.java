package eddy.study.longrun;

import eddy.data.Images;
import eddy.nets.Architecture;
import eddy.spectral.Series;
import eddy.study.Experiment;
import eddy.trajectory.Momentum;
import eddy.trajectory.Snapshot;
import eddy.trajectory.Trajectory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A long trajectory with what it was made from.
 *
 * @param experiment what was trained
 * @param seed with which seed
 * @param images on which images
 * @param burnIn snapshots before the part that is analysed
 * @param steps steps from snapshot to snapshot
 * @param trajectory the snapshots, burn-in included
 * @param folder where results about it are kept
 */
public record LongChain(
    Experiment experiment,
    long seed,
    Images images,
    int burnIn,
    int steps,
    Trajectory trajectory,
    Path folder) {

  /** The weights after the burn-in. */
  public Series weights() {
    Series all = Series.open(trajectory.weightsFile());
    return all.part(burnIn, all.length(), 1);
  }

  /**
   * The same chain, of which only the end is analysed.
   *
   * @param count how many of the last snapshots, at most as many as come after the burn-in
   * @throws IllegalArgumentException if there are fewer
   */
  public LongChain last(int count) {
    if (count < 1 || count > snapshots()) {
      throw new IllegalArgumentException(
          "The last "
              + count
              + " of "
              + snapshots()
              + " snapshots cannot be taken: ask for 1 to as many as there are.");
    }
    int from = trajectory.snapshots() - count;
    return new LongChain(experiment, seed, images, from, steps, trajectory, folder);
  }

  /** How many snapshots come after the burn-in. */
  public int snapshots() {
    return trajectory.snapshots() - burnIn;
  }

  /** What results about this chain depend on, for their files: CRC-32 of its ends. */
  String checksum() {
    float[] first = trajectory.row(burnIn);
    float[] last = trajectory.row(trajectory.snapshots() - 1);
    return new Snapshot(0, first, last).checksum();
  }

  /** η after the burn-in. */
  public double rate() {
    return experiment.learningRate().at(experiment.epochs() - 1);
  }

  /** μ of the heavy ball, 0 for plain SGD. */
  public double momentum() {
    return experiment.momentum() instanceof Momentum.HeavyBall ball ? ball.mu() : 0;
  }

  /** The network. */
  public Architecture architecture() {
    return experiment.architecture();
  }

  /**
   * Snapshots spread evenly over the part that is analysed, the last one included.
   *
   * @param count how many
   * @return their places in the trajectory
   */
  public int[] points(int count) {
    return IntStream.rangeClosed(1, count)
        .map(k -> burnIn + (int) ((long) snapshots() * k / count) - 1)
        .toArray();
  }

  /**
   * |∇f|/√d over all images where it was measured, batch normalisation in training mode.
   *
   * @return epochs done (from 1, burn-in included) and values
   */
  public double[][] gradientNorms() {
    double[] all = trajectory.gradientNorms();
    double root = Math.sqrt(trajectory.dimension());
    int[] measured = IntStream.range(0, all.length).filter(t -> Double.isFinite(all[t])).toArray();
    return new double[][] {
      Arrays.stream(measured).mapToDouble(t -> t + 1).toArray(),
      Arrays.stream(measured).mapToDouble(t -> all[t] / root).toArray()
    };
  }

  /** |g_b|/√d of the last mini-batch of every epoch, burn-in included. */
  public double[] batchGradientNorms() {
    double root = Math.sqrt(trajectory.dimension());
    return Arrays.stream(trajectory.batchGradientNorms()).map(v -> v / root).toArray();
  }

  /** The modes of a quadratic model under this chain's learning rate and momentum. */
  public HeavyBallModes modes(QuadraticModel model, double threshold) {
    return HeavyBallModes.of(model, rate(), momentum(), steps, threshold);
  }

  /** The modes of the quadratic models around some chains, in the same order. */
  public static List<HeavyBallModes> modes(
      List<LongChain> chains, List<QuadraticModel> models, double threshold) {
    return IntStream.range(0, chains.size())
        .mapToObj(i -> chains.get(i).modes(models.get(i), threshold))
        .toList();
  }
}

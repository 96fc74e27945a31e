package eddy.study.own;

import eddy.data.Images;
import eddy.nets.Architecture;
import eddy.nets.Loss;
import eddy.nets.Network;
import eddy.run.Progress;
import eddy.trajectory.FullGradients;
import eddy.trajectory.LearningRate;
import eddy.trajectory.LongRun;
import eddy.trajectory.Momentum;
import eddy.trajectory.Sampling;
import eddy.trajectory.SgdSettings;
import eddy.trajectory.Trajectory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The same training at two pairs (η, b) of one temperature: plain SGD with replacement from one
 * initialisation a seed, for the same time η · steps, which is the same number of epochs. The
 * training loss is averaged over the second half of the time, the noise (η/2b) · mean λ(D) over
 * some of its snapshots, with running statistics taken anew over all examples.
 *
 * @param architecture blocks of dense layer, batch normalisation and ReLU, then a dense layer
 * @param images what it learns
 * @param rate η
 * @param batch b
 * @param epochs how long; a multiple of 4 times every factor that is asked for
 */
public record EquivalentTraining(
    Architecture architecture, Images images, double rate, int batch, int epochs) {
  private static final Loss LOSS = new Loss.SoftmaxCrossEntropy();
  private static final int POINTS = 4;
  private static final int MEASUREMENTS = 100;

  /**
   * What was measured on the second half of a run.
   *
   * @param loss mean training loss, in training mode
   * @param noise (η/2b) · mean λ(D), in evaluation mode
   */
  public record Outcome(double loss, double noise) {}

  /**
   * Three runs for each seed.
   *
   * @param seeds of initialisation and batches
   * @param own at (η, b)
   * @param equivalent at (factor η, factor b)
   * @param hotter the null model: at (factor η, b), for the same time
   */
  public record Comparison(long[] seeds, Outcome[] own, Outcome[] equivalent, Outcome[] hotter) {

    /**
     * The change of the loss from (η, b) to the equivalent pair in units of the change to (factor
     * η, b), seed by seed: 0 for pairs that are equivalent, 1 where the batch size does not matter.
     */
    public double[] lossChange() {
      double[] change = new double[seeds.length];
      Arrays.setAll(
          change, i -> (equivalent[i].loss - own[i].loss) / (hotter[i].loss - own[i].loss));
      return change;
    }

    /** The noise at the equivalent pair by that at (η, b), seed by seed. */
    public double[] noiseRatio() {
      double[] ratio = new double[seeds.length];
      Arrays.setAll(ratio, i -> equivalent[i].noise / own[i].noise);
      return ratio;
    }

    /** The mean over seeds of the noise at (factor η, b) by that at (η, b). */
    public double hotterNoise() {
      double sum = 0;
      for (int i = 0; i < seeds.length; i++) {
        sum += hotter[i].noise / own[i].noise / seeds.length;
      }
      return sum;
    }
  }

  /**
   * Trains, or goes on with what was interrupted.
   *
   * @param factor how many times larger both are
   * @param runs folder of the trajectories
   * @param progress hears epochs and losses
   * @param seeds of initialisation and batches
   * @throws IllegalArgumentException if the network is not of the family, or the epochs cannot be
   *     divided
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted; the same call goes on
   */
  public Comparison compare(int factor, Path runs, Progress progress, long... seeds) {
    if (factor < 2 || epochs % (4 * factor) != 0) {
      throw new IllegalArgumentException(
          "The factor must be at least 2, and the epochs a multiple of %d, not %d."
              .formatted(4 * factor, epochs));
    }
    return new Comparison(
        seeds.clone(),
        run(rate, batch, epochs, runs, progress, seeds),
        run(factor * rate, factor * batch, epochs, runs, progress, seeds),
        run(factor * rate, batch, epochs / factor, runs, progress, seeds));
  }

  private Outcome[] run(
      double eta, int b, int length, Path runs, Progress progress, long... seeds) {
    SgdSettings settings =
        new SgdSettings(
            LearningRate.constant(eta),
            new Momentum.Plain(),
            b,
            Sampling.WITH_REPLACEMENT,
            0,
            seeds[0],
            length);
    return new LongRun(architecture, images, settings)
            .fullGradients(FullGradients.every(Math.max(1, length / MEASUREMENTS)))
            .into(runs.resolve("rate-" + eta + "-batch-" + b))
            .progress(progress)
            .run(seeds)
            .stream()
            .map(trajectory -> outcome(trajectory, eta / (2 * b), b))
            .toArray(Outcome[]::new);
  }

  private Outcome outcome(Trajectory trajectory, double temperature, int b) {
    double[] losses = trajectory.losses();
    double loss =
        DoubleStream.of(losses)
            .skip(losses.length / 2)
            .filter(value -> !Double.isNaN(value))
            .average()
            .orElseThrow();
    Network network = new Network(architecture, LOSS, b);
    double mean = 0;
    for (int i = 1; i <= POINTS; i++) {
      int snapshot = losses.length / 2 + losses.length / 2 * i / POINTS - 1;
      float[] weights = trajectory.row(snapshot);
      float[] running = architecture.initialRunning();
      network.refreshRunning(weights, running, images.pixels(), images.count(), b, null);
      OwnNetwork here =
          new OwnNetwork("snapshot " + snapshot, architecture, LOSS, weights, running);
      GradientMoments moments = GradientMoments.of(here.gradients(images), Progress.NONE);
      mean += moments.all().trace() / here.dimension() / POINTS;
    }
    return new Outcome(loss, temperature * mean);
  }
}

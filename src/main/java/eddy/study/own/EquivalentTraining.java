package eddy.study.own;

import eddy.data.Images;
import eddy.data.Subset;
import eddy.diffusion.PerExampleGradients;
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

/**
 * The same training at two pairs (η, b) of one temperature: plain SGD with replacement from one
 * initialisation a seed, for the same time η · steps, which is the same number of epochs. The
 * training loss and the noise (η/2b) · mean λ(D) are averages over some snapshots of the second
 * half of the time, in evaluation mode, with running statistics taken anew over all examples: in
 * training mode the loss itself would depend on b wherever there is batch normalisation.
 *
 * @param architecture blocks of dense layer, batch normalisation and ReLU, then a dense layer
 * @param images what it learns
 * @param rate η
 * @param batch b
 * @param epochs how long; a multiple of 16 times every factor that is asked for
 */
public record EquivalentTraining(
    Architecture architecture, Images images, double rate, int batch, int epochs) {
  private static final Loss LOSS = new Loss.SoftmaxCrossEntropy();
  private static final int POINTS = 8;
  private static final int STATISTICS = 128;
  private static final int GRADIENTS = 10_000;

  /**
   * What was measured on the second half of a run.
   *
   * @param loss mean training loss, in evaluation mode
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

    /** The loss at the equivalent pair by that at (η, b), seed by seed. */
    public double[] lossRatio() {
      double[] ratio = new double[seeds.length];
      Arrays.setAll(ratio, i -> equivalent[i].loss / own[i].loss);
      return ratio;
    }

    /** The mean over seeds of the loss at (factor η, b) by that at (η, b). */
    public double hotterLoss() {
      double sum = 0;
      for (int i = 0; i < seeds.length; i++) {
        sum += hotter[i].loss / own[i].loss / seeds.length;
      }
      return sum;
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
    if (factor < 2 || epochs % (2 * POINTS * factor) != 0) {
      throw new IllegalArgumentException(
          "The factor must be at least 2, and the epochs a multiple of %d, not %d."
              .formatted(2 * POINTS * factor, epochs));
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
            .fullGradients(FullGradients.none())
            .into(runs.resolve("rate-" + eta + "-batch-" + b))
            .progress(progress)
            .run(seeds)
            .stream()
            .map(trajectory -> outcome(trajectory, eta / (2 * b)))
            .toArray(Outcome[]::new);
  }

  private Outcome outcome(Trajectory trajectory, double temperature) {
    Network network = new Network(architecture, LOSS, STATISTICS);
    Images some = Subset.random(images, Math.min(GRADIENTS, images.count()), 1);
    int half = trajectory.snapshots() / 2;
    double loss = 0;
    double mean = 0;
    for (int i = 1; i <= POINTS; i++) {
      float[] weights = trajectory.row(half + half * i / POINTS - 1);
      float[] running = architecture.initialRunning();
      network.refreshRunning(weights, running, images.pixels(), images.count(), STATISTICS, null);
      loss += network.evaluate(weights, running, images.pixels(), images.labels()).loss() / POINTS;
      GradientMoments moments =
          GradientMoments.of(
              new PerExampleGradients(architecture, LOSS, weights, running, some), Progress.NONE);
      mean += moments.all().trace() / weights.length / POINTS;
    }
    return new Outcome(loss, temperature * mean);
  }
}

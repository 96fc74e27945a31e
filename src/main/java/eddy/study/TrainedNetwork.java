package eddy.study;

import eddy.data.Images;
import eddy.diffusion.GradientSource;
import eddy.diffusion.PerExampleGradients;
import eddy.nets.Architecture;
import eddy.nets.Evaluation;
import eddy.nets.Initialisation;
import eddy.nets.Loss;
import eddy.nets.Network;
import eddy.run.Progress;
import eddy.trajectory.NetworkGradient;
import eddy.trajectory.Sgd;
import eddy.trajectory.Snapshot;
import eddy.trajectory.TrainingRun;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * A network trained as an {@link Experiment} says, with one seed: its weights at the three instants
 * of Figure 1 and after each of the last epochs. Running averages of batch normalisation are taken
 * anew over the training images before anything is measured, as the authors do.
 */
public final class TrainedNetwork {
  /** How many epochs before the last are kept as its neighbours. */
  private static final int NEIGHBOURS = 4;

  private final Experiment experiment;
  private final long seed;
  private final ImagePair images;
  private final Path folder;
  private final TrainingRun run;

  private TrainedNetwork(
      Experiment experiment, long seed, ImagePair images, Path folder, TrainingRun run) {
    this.experiment = experiment;
    this.seed = seed;
    this.images = images;
    this.folder = folder;
    this.run = run;
  }

  /**
   * Trains, or takes up what is in the run's folder.
   *
   * @param experiment what and how
   * @param seed of the initial weights, the batches and the dropout
   * @param images those of the experiment
   * @param runs where run folders lie
   * @param progress hears epoch and loss
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted; the same call goes on
   *     from the last checkpoint
   */
  public static TrainedNetwork train(
      Experiment experiment, long seed, ImagePair images, Path runs, Progress progress) {
    Architecture architecture = experiment.architecture();
    Path folder = RunFolder.of(runs, experiment, seed, images);
    Snapshot start =
        new Snapshot(0, Initialisation.pytorch(architecture, seed), architecture.initialRunning());
    NetworkGradient problem =
        new NetworkGradient(
            architecture, new Loss.SoftmaxCrossEntropy(), images.train(), experiment.batchSize());
    TrainingRun run =
        new Sgd(problem, experiment.settings(seed))
            .snapshots(kept(experiment))
            .checkpoints(folder.resolve("training"))
            .progress(progress)
            .run(start);
    return new TrainedNetwork(experiment, seed, images, folder, run);
  }

  private static int[] kept(Experiment experiment) {
    int last = experiment.epochs();
    return IntStream.concat(
            IntStream.of(experiment.instants()), IntStream.range(last - NEIGHBOURS, last))
        .distinct()
        .sorted()
        .toArray();
  }

  /** What was trained. */
  public Experiment experiment() {
    return experiment;
  }

  /** The seed. */
  public long seed() {
    return seed;
  }

  /** The images. */
  public ImagePair images() {
    return images;
  }

  /** Where results about this network are kept. */
  Path folder() {
    return folder;
  }

  /** The last epochs, from the fourth before the end to the end. */
  public int[] lastEpochs() {
    return IntStream.rangeClosed(experiment.epochs() - NEIGHBOURS, experiment.epochs()).toArray();
  }

  /**
   * Weights after some epochs, with fresh running averages.
   *
   * @param epoch one of the instants or of the last epochs
   */
  public Snapshot at(int epoch) {
    Snapshot kept = run.at(epoch);
    float[] running = kept.running();
    Images train = images.train();
    network()
        .refreshRunning(
            kept.weights(), running, train.pixels(), train.count(), experiment.batchSize(), null);
    return new Snapshot(epoch, kept.weights(), running);
  }

  /** Loss and error after some epochs, in evaluation mode. */
  public Evaluation evaluate(int epoch, Images on) {
    Snapshot here = at(epoch);
    return network().evaluate(here.weights(), here.running(), on.pixels(), on.labels());
  }

  /** The per-example gradients after some epochs, over all training images. */
  public GradientSource gradients(int epoch) {
    Snapshot here = at(epoch);
    return new PerExampleGradients(
        experiment.architecture(),
        new Loss.SoftmaxCrossEntropy(),
        here.weights(),
        here.running(),
        images.train());
  }

  private Network network() {
    return new Network(
        experiment.architecture(), new Loss.SoftmaxCrossEntropy(), experiment.batchSize());
  }
}

package eddy.study;

import static java.util.stream.Collectors.joining;

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
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network trained as an {@link Experiment} says, with one seed: its weights at the three instants
 * of Figure 1 and after each of the last epochs. Running averages of batch normalisation are taken
 * anew over the training images before anything is measured, as the authors do.
 */
public final class TrainedNetwork {
  /** How many epochs before the last are kept as its neighbours. */
  private static final int NEIGHBOURS = 4;

  private static final Loss LOSS = new Loss.SoftmaxCrossEntropy();

  private final Experiment experiment;
  private final ImagePair images;
  private final Path folder;
  private final List<Snapshot> snapshots;

  private TrainedNetwork(Run run, ImagePair images, Path folder, List<Snapshot> snapshots) {
    this.experiment = run.experiment;
    this.images = images;
    this.folder = folder;
    this.snapshots = snapshots;
  }

  /**
   * One run of an experiment.
   *
   * @param experiment what is trained
   * @param seed of the initial weights, the batches and the dropout
   * @param settings everything that the result depends on but the seed, in one line
   * @param id a short name for files, with a hash of the settings
   */
  record Run(Experiment experiment, long seed, String settings, String id) {
    static Run of(Experiment experiment, long seed, ImagePair images) {
      String settings =
          experiment.describe()
              + "; "
              + images.train().count()
              + " images, SHA-256 "
              + images.train().checksum();
      return new Run(experiment, seed, settings, RunFolder.name(experiment.name(), settings));
    }
  }

  /**
   * Takes tracked weights, or trains, or goes on with a training that was interrupted.
   *
   * @param experiment what and how
   * @param seed of the initial weights, the batches and the dropout
   * @param images those of the experiment
   * @param runs where run folders lie
   * @param weights tracked ones; null to train in any case and to write none
   * @param progress hears epoch and loss
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted; the same call goes on
   *     from the last checkpoint
   */
  static TrainedNetwork train(
      Experiment experiment,
      long seed,
      ImagePair images,
      Path runs,
      TrainedWeights weights,
      Progress progress) {
    Run run = Run.of(experiment, seed, images);
    Path folder = RunFolder.of(runs, run);
    int[] kept = kept(experiment);
    List<Snapshot> snapshots =
        weights == null
            ? train(run, images, kept, folder, progress)
            : weights.read(run, kept).orElseGet(() -> train(run, images, kept, folder, progress));
    if (weights != null) {
      weights.write(run, snapshots);
    }
    return new TrainedNetwork(run, images, folder, snapshots);
  }

  private static List<Snapshot> train(
      Run run, ImagePair images, int[] kept, Path folder, Progress progress) {
    Experiment experiment = run.experiment;
    Architecture architecture = experiment.architecture();
    Snapshot start =
        new Snapshot(
            0, Initialisation.pytorch(architecture, run.seed), architecture.initialRunning());
    NetworkGradient problem =
        new NetworkGradient(architecture, LOSS, images.train(), experiment.batchSize());
    return new Sgd(problem, experiment.settings(run.seed))
        .snapshots(kept)
        .checkpoints(folder.resolve("training"))
        .progress(progress)
        .run(start)
        .snapshots();
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

  /** The images. */
  public ImagePair images() {
    return images;
  }

  /** Where results about this network are kept. */
  Path folder() {
    return folder;
  }

  /** What results about this network at some epochs depend on, for their files. */
  String identity(int... epochs) {
    String weights =
        IntStream.of(epochs).mapToObj(this::kept).map(Snapshot::checksum).collect(joining(" "));
    return "run="
        + folder.getParent().getFileName()
        + " "
        + folder.getFileName()
        + ", training images="
        + images.train().checksum()
        + ", validation images="
        + images.test().checksum()
        + ", weights="
        + weights;
  }

  /** The last epochs, from the fourth before the end to the end. */
  public int[] lastEpochs() {
    return IntStream.rangeClosed(experiment.epochs() - NEIGHBOURS, experiment.epochs()).toArray();
  }

  /**
   * Weights after some epochs, with fresh running averages.
   *
   * @param epoch one of the instants or of the last epochs
   * @throws IllegalArgumentException if it is none of them
   */
  public Snapshot at(int epoch) {
    Snapshot kept = kept(epoch);
    float[] running = kept.running().clone();
    Images train = images.train();
    network()
        .refreshRunning(
            kept.weights(), running, train.pixels(), train.count(), experiment.batchSize(), null);
    return new Snapshot(epoch, kept.weights(), running);
  }

  private Snapshot kept(int epoch) {
    return snapshots.stream()
        .filter(snapshot -> snapshot.epoch() == epoch)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Weights are kept at the three instants and the last epochs, not after epoch "
                        + epoch
                        + "."));
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
        experiment.architecture(), LOSS, here.weights(), here.running(), images.train());
  }

  private Network network() {
    return new Network(experiment.architecture(), LOSS, experiment.batchSize());
  }
}

package eddy.study;

import eddy.diffusion.GradientGram.Comparison;
import eddy.diffusion.Precision;
import eddy.diffusion.RandomDirections;
import eddy.diffusion.Spectrum;
import eddy.nets.Evaluation;
import eddy.run.Checkpoint;
import eddy.run.NpyArray;
import eddy.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The eigenspectra of D along one trained network: measures, keeps what it measured in the folder
 * of the run, and finds it there again, for the same images and weights only. Interrupted, it goes
 * on with the same instant.
 */
public final class Eigenspectra {
  private final TrainedNetwork network;
  private final long seed;
  private final Precision precision;
  private final Progress progress;

  /**
   * To be measured.
   *
   * @param network what was trained
   * @param seed with which seed
   * @param precision in which D is accumulated; the float64 threshold needs FLOAT64
   * @param progress hears about images and eigenvalues
   */
  public Eigenspectra(TrainedNetwork network, long seed, Precision precision, Progress progress) {
    this.network = network;
    this.seed = seed;
    this.precision = precision;
    this.progress = progress;
  }

  /** What was measured at the three instants of Figure 1, and how alike they are. */
  public Course course() {
    int[] epochs = network.experiment().instants();
    Map<Integer, NoiseMatrix> matrices = new HashMap<>();
    try {
      List<double[]> pairs = new ArrayList<>();
      for (int i = 0; i < epochs.length; i++) {
        for (int j = i + 1; j < epochs.length; j++) {
          pairs.add(compare(epochs[i], epochs[j], matrices));
        }
      }
      List<Instant> instants = new ArrayList<>();
      for (int epoch : epochs) {
        instants.add(at(epoch, matrices.remove(epoch)));
      }
      List<Similarity> similarities = new ArrayList<>();
      for (int i = 0; i < epochs.length; i++) {
        for (int j = i + 1; j < epochs.length; j++) {
          double[] pair = pairs.get(similarities.size());
          similarities.add(Similarity.of(instants.get(i), instants.get(j), pair[0], pair[1]));
        }
      }
      return new Course(network.experiment(), seed, instants, similarities);
    } finally {
      matrices.values().forEach(NoiseMatrix::close);
    }
  }

  /** What was measured after the last epoch. */
  public Instant atTheEnd() {
    return at(network.experiment().epochs(), null);
  }

  /**
   * The null model after the last epoch: the lengths of the gradients, in random directions.
   *
   * @param directions their seed
   */
  public Spectrum nullModel(long directions) {
    int epoch = network.experiment().epochs();
    String what = "null-" + directions;
    Optional<Checkpoint> stored = read(what, epoch);
    if (stored.isPresent()) {
      return spectrum(stored.get());
    }
    NoiseMatrix matrix =
        NoiseMatrix.of(
            new RandomDirections(network.gradients(epoch), directions), precision, progress);
    Spectrum spectrum = matrix.spectrum(key(what, epoch));
    store(what, epoch, spectrum, Map.of());
    return spectrum;
  }

  private Instant at(int epoch, NoiseMatrix ready) {
    Optional<Checkpoint> stored = read("instant", epoch);
    if (stored.isPresent()) {
      close(ready);
      double[] measured = stored.get().array("training and validation").doubles();
      return new Instant(
          epoch,
          spectrum(stored.get()),
          new Evaluation(measured[0], measured[1]),
          new Evaluation(measured[2], measured[3]));
    }
    NoiseMatrix matrix = ready != null ? ready : matrix(epoch);
    Spectrum spectrum = matrix.spectrum(key("instant", epoch));
    Evaluation training = network.evaluate(epoch, network.images().train());
    Evaluation validation = network.evaluate(epoch, network.images().test());
    double[] measured = {training.loss(), training.error(), validation.loss(), validation.error()};
    store("instant", epoch, spectrum, Map.of("training and validation", NpyArray.of(measured)));
    return new Instant(epoch, spectrum, training, validation);
  }

  private NoiseMatrix matrix(int epoch) {
    return NoiseMatrix.of(network.gradients(epoch), precision, progress);
  }

  private static void close(NoiseMatrix matrix) {
    if (matrix != null) {
      matrix.close();
    }
  }

  /** Distance and overlap of D at two instants, from disk or from the matrices. */
  private double[] compare(int earlier, int later, Map<Integer, NoiseMatrix> matrices) {
    String settings = settings(earlier, later);
    Path file = file("pair-" + earlier, later, settings);
    Optional<Checkpoint> stored = Checkpoint.read(file, settings);
    if (stored.isPresent()) {
      return stored.get().array("distance, overlap").doubles();
    }
    NoiseMatrix a = matrices.computeIfAbsent(earlier, this::matrix);
    NoiseMatrix b = matrices.computeIfAbsent(later, this::matrix);
    Comparison found = a.compare(b, Similarity.LEADING);
    double[] pair = {found.distance(), found.overlap()};
    new Checkpoint(settings, Map.of(), Map.of("distance, overlap", NpyArray.of(pair))).write(file);
    return pair;
  }

  private static Spectrum spectrum(Checkpoint stored) {
    return new Spectrum(
        stored.array("values").doubles(),
        (int) stored.number("examples"),
        Precision.valueOf(stored.value("precision")));
  }

  private void store(String what, int epoch, Spectrum spectrum, Map<String, NpyArray> more) {
    Map<String, NpyArray> arrays = new HashMap<>(more);
    arrays.put("values", NpyArray.of(spectrum.values()));
    String settings = settings(epoch);
    new Checkpoint(
            settings,
            Map.of("examples", "" + spectrum.examples(), "precision", spectrum.precision().name()),
            arrays)
        .write(file(what, epoch, settings));
  }

  private Optional<Checkpoint> read(String what, int epoch) {
    String settings = settings(epoch);
    return Checkpoint.read(file(what, epoch, settings), settings);
  }

  /** Other weights or images have another file, so what belongs to them is kept beside it. */
  private Path file(String what, int epoch, String settings) {
    String name = RunFolder.name(what + "-" + epoch + "-" + precision, settings);
    return network.folder().resolve(name + ".checkpoint");
  }

  private String key(String what, int epoch) {
    return file(what, epoch, settings(epoch)).toString();
  }

  private String settings(int... epochs) {
    return "precision=" + precision + ", " + network.identity(epochs);
  }
}

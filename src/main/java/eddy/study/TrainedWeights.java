package eddy.study;

import eddy.run.AtomicFile;
import eddy.run.Npy;
import eddy.run.NpyArray;
import eddy.trajectory.Snapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The weights that published figures start from, small enough to be tracked: for each run an {@code
 * .npy} file with one row a snapshot, the d weights and then the running statistics, float32, and
 * beside it a JSON file that says what they are.
 *
 * @param tracked the folder to read from
 * @param written the folder to write to; publishing moves it into the tracked one
 * @param source the hash of the sources, for the JSON
 * @param anew whether to train from scratch although there are tracked weights
 */
public record TrainedWeights(Path tracked, Path written, String source, boolean anew) {

  /** The snapshots of a run, if they are tracked. */
  Optional<List<Snapshot>> read(TrainedNetwork.Run run, int[] epochs) {
    Path file = tracked.resolve(run.id()).resolve("seed-" + run.seed() + ".npy");
    if (anew || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    NpyArray array = Npy.read(file);
    int weights = run.experiment().architecture().parameterCount();
    int length = weights + run.experiment().architecture().runningCount();
    if (!Arrays.equals(array.shape(), new int[] {epochs.length, length})) {
      throw new IllegalStateException(
          "The weights in "
              + file
              + " have the shape "
              + Arrays.toString(array.shape())
              + " and not ["
              + epochs.length
              + ", "
              + length
              + "]: get the file again from the repository, or delete it to train anew.");
    }
    float[] all = array.floats();
    List<Snapshot> snapshots = new ArrayList<>();
    for (int i = 0; i < epochs.length; i++) {
      int from = i * length;
      snapshots.add(
          new Snapshot(
              epochs[i],
              Arrays.copyOfRange(all, from, from + weights),
              Arrays.copyOfRange(all, from + weights, from + length)));
    }
    return Optional.of(snapshots);
  }

  /** Writes the snapshots of a run. */
  void write(TrainedNetwork.Run run, List<Snapshot> snapshots) {
    int weights = run.experiment().architecture().parameterCount();
    int running = run.experiment().architecture().runningCount();
    float[] all = new float[snapshots.size() * (weights + running)];
    for (int i = 0; i < snapshots.size(); i++) {
      int from = i * (weights + running);
      System.arraycopy(snapshots.get(i).weights(), 0, all, from, weights);
      System.arraycopy(snapshots.get(i).running(), 0, all, from + weights, running);
    }
    Path folder = written.resolve(run.id());
    Npy.write(
        folder.resolve("seed-" + run.seed() + ".npy"),
        NpyArray.of(all, snapshots.size(), weights + running));
    String epochs = snapshots.stream().map(s -> "" + s.epoch()).collect(Collectors.joining(", "));
    String json =
        String.format(
            "{%n  \"experiment\": \"%s\",%n  \"settings\": \"%s\",%n  \"seed\": %d,%n"
                + "  \"epochs\": [%s],%n  \"weights\": %d,%n  \"running statistics\": %d,%n"
                + "  \"source\": \"%s\"%n}%n",
            run.experiment().name(), run.settings(), run.seed(), epochs, weights, running, source);
    byte[] bytes = json.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(folder.resolve("seed-" + run.seed() + ".json"), out -> out.write(bytes));
  }
}

package eddy.trajectory;

import eddy.run.Checkpoint;
import eddy.run.Machine;
import eddy.run.NpyArray;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the state of one run of SGD is kept on disk. */
final class SgdCheckpoint {
  private static final String FILE = "sgd.checkpoint";

  private final Path file;
  private final String settings;
  private final String arithmetic;
  private String note = "";
  private String safe = "";
  private long last = System.nanoTime();

  SgdCheckpoint(Path folder, StochasticGradient problem, SgdSettings settings, Snapshot start) {
    file = folder.resolve(FILE);
    this.settings = problem.describe() + ", " + settings.describe() + ", start=" + start.checksum();
    Machine machine = Machine.current();
    arithmetic = machine.vectorBits() + "-bit vectors on " + System.getProperty("os.arch");
  }

  /** The state on disk, or null if there is none. */
  SgdState read() {
    Checkpoint found = Checkpoint.read(file, settings).orElse(null);
    if (found == null) {
      return null;
    }
    String before = found.value("arithmetic");
    if (!before.equals(arithmetic)) {
      note =
          "This run went on with another arithmetic ("
              + arithmetic
              + " after "
              + before
              + "), so its bits are not those of a run on one machine.";
    }
    SgdState state =
        new SgdState(
            found.array("weights").floats(),
            found.array("velocity").floats(),
            found.array("running").floats());
    state.epochsDone = (int) found.number("epochsDone");
    state.stepsDone = (int) found.number("stepsDone");
    state.samplingPosition = found.number("samplingPosition");
    state.dropoutPosition = found.number("dropoutPosition");
    state.lossSum = Double.parseDouble(found.value("lossSum"));
    double[] rates = found.array("log.learningRate").doubles();
    double[] losses = found.array("log.loss").doubles();
    for (int i = 0; i < losses.length; i++) {
      state.log.add(new EpochLog(i + 1, rates[i], losses[i]));
    }
    for (int epoch : found.array("snapshots").ints()) {
      state.snapshots.add(
          new Snapshot(
              epoch,
              found.array("weights." + epoch).floats(),
              found.array("running." + epoch).floats()));
    }
    safe = state.describe();
    return state;
  }

  void write(SgdState state) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("arithmetic", arithmetic);
    values.put("epochsDone", "" + state.epochsDone);
    values.put("stepsDone", "" + state.stepsDone);
    values.put("samplingPosition", "" + state.samplingPosition);
    values.put("dropoutPosition", "" + state.dropoutPosition);
    values.put("lossSum", "" + state.lossSum);
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.put("weights", NpyArray.of(state.weights));
    arrays.put("velocity", NpyArray.of(state.velocity));
    arrays.put("running", NpyArray.of(state.running));
    arrays.put(
        "log.learningRate",
        NpyArray.of(state.log.stream().mapToDouble(EpochLog::learningRate).toArray()));
    arrays.put("log.loss", NpyArray.of(state.log.stream().mapToDouble(EpochLog::loss).toArray()));
    arrays.put(
        "snapshots", NpyArray.of(state.snapshots.stream().mapToInt(Snapshot::epoch).toArray()));
    for (Snapshot snapshot : state.snapshots) {
      arrays.put("weights." + snapshot.epoch(), NpyArray.of(snapshot.weights()));
      arrays.put("running." + snapshot.epoch(), NpyArray.of(snapshot.running()));
    }
    writeThrough(new Checkpoint(settings, values, arrays));
    safe = state.describe();
    last = System.nanoTime();
  }

  /** Writes even when the thread is being interrupted, which would close the file under way. */
  private void writeThrough(Checkpoint checkpoint) {
    boolean interrupted = Thread.interrupted();
    while (true) {
      try {
        checkpoint.write(file);
        break;
      } catch (UncheckedIOException failed) {
        if (!Thread.interrupted()) {
          throw failed;
        }
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  double secondsSinceLast() {
    return (System.nanoTime() - last) / 1e9;
  }

  /** What is on disk, in words; empty before the first checkpoint. */
  String safe() {
    return safe;
  }

  /** Empty, or what the reader should know about how this run went on. */
  String note() {
    return note;
  }
}

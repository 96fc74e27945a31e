package eddy.trajectory;

import eddy.run.Checkpoint;
import eddy.run.ElementType;
import eddy.run.Exclusive;
import eddy.run.NpyArray;
import eddy.run.NpyRows;
import eddy.run.NpyWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A trajectory on disk while it grows: {@code weights.npy} {@code [snapshots][d]} in float32, one
 * file of one number a snapshot for each of {@link #SERIES}, and the state of the chain. At any
 * moment, also after kill -9, the files are whole arrays as of some checkpoint or later, and the
 * chain goes on from that checkpoint to the same bytes.
 */
final class TrajectoryStore implements AutoCloseable {
  static final String WEIGHTS = "weights.npy";
  static final String STEPS = "steps.npy";

  /** What is kept of each snapshot besides the weights, in float64. */
  static final List<String> SERIES =
      List.of("gradient-norms.npy", "losses.npy", "batch-gradient-norms.npy", "batch-losses.npy");

  private static final long PATIENCE_MILLISECONDS = 5000;
  private static final String STATE = "chain.checkpoint";

  private final Path folder;
  private final String settings;
  private final int dimension;
  private final Checkpoint found;
  private final List<NpyWriter> series = new ArrayList<>();
  private NpyWriter weights;
  private NpyWriter steps;
  private Exclusive right;
  private String lastRow = "";
  private long safe;

  /**
   * Opens the store of a chain, or begins it.
   *
   * @param settings all that the trajectory depends on but its length
   * @param dimension d
   * @throws IllegalStateException if the folder holds a trajectory of other settings, or one that
   *     no checkpoint belongs to; nothing is changed
   * @throws UncheckedIOException if a file is cut off, damaged or foreign; nothing is changed
   */
  TrajectoryStore(Path folder, String settings, int dimension) {
    this.folder = folder;
    this.settings = settings;
    this.dimension = dimension;
    Path state = folder.resolve(STATE);
    found = Checkpoint.read(state, settings).orElse(null);
    if (found == null && (Files.exists(folder.resolve(WEIGHTS)))) {
      throw new IllegalStateException(
          "The folder "
              + folder
              + " holds a trajectory but no checkpoint to go on from, so nothing was changed: give"
              + " this run another folder, or delete that one.");
    }
    safe = found == null ? 0 : found.number("rows");
    if (safe > 0) {
      lastRow = found.value("lastRow");
      verify();
    }
  }

  /** Refuses files that are not those of the checkpoint. */
  private void verify() {
    Path file = folder.resolve(WEIGHTS);
    NpyRows rows = NpyRows.open(file);
    float[] row = new float[dimension];
    boolean same = rows.type() == ElementType.FLOAT32 && rows.rowLength() == dimension;
    if (same && rows.rows() >= safe) {
      rows.read(safe - 1, row);
      same = checksum(row).equals(lastRow);
    }
    if (!same || rows.rows() < safe) {
      throw new IllegalStateException(
          file
              + " is not the trajectory that the checkpoint beside it belongs to, or was cut off ("
              + rows.rows()
              + " rows of "
              + rows.rowLength()
              + ", where "
              + safe
              + " of "
              + dimension
              + " were safe); nothing was changed: bring the file back, or delete "
              + folder
              + " to start over.");
    }
  }

  /** The state to go on from, or null at the start. */
  Checkpoint found() {
    return found;
  }

  /** Snapshots that are safe on disk. */
  long safe() {
    return safe;
  }

  /**
   * Begins to work on the folder, for one process at a time: two would truncate each other's files.
   *
   * @throws IllegalStateException if another one works on it, or has gone on with it since the
   *     state was read
   */
  void begin() {
    right = Exclusive.in(folder, PATIENCE_MILLISECONDS);
    Optional<Checkpoint> now = Checkpoint.read(folder.resolve(STATE), settings);
    Map<String, String> before = found == null ? null : found.values();
    if (!Objects.equals(before, now.map(Checkpoint::values).orElse(null))) {
      throw new IllegalStateException(
          "Another notebook or ./eddy command has gone on with the trajectory in "
              + folder
              + ": run this again to go on from there.");
    }
  }

  /** Opens the files for writing, after the snapshots that are safe. */
  void open() {
    weights = writer(WEIGHTS, ElementType.FLOAT32, dimension);
    steps = writer(STEPS, ElementType.INT64);
    for (String name : SERIES) {
      series.add(writer(name, ElementType.FLOAT64));
    }
  }

  private NpyWriter writer(String name, ElementType type, int... rowShape) {
    Path file = folder.resolve(name);
    return safe == 0
        ? NpyWriter.create(file, type, rowShape)
        : NpyWriter.resume(file, type, safe, rowShape);
  }

  /**
   * Appends a snapshot.
   *
   * @param atStep its time in steps
   * @param row weights, length d
   * @param values one for each of {@link #SERIES}
   */
  void append(long atStep, float[] row, double... values) {
    weights.append(row);
    steps.append(new long[] {atStep});
    for (int i = 0; i < values.length; i++) {
      series.get(i).append(new double[] {values[i]});
    }
    lastRow = checksum(row);
  }

  /** Makes all snapshots so far and this state safe on disk. */
  void checkpoint(Map<String, String> values, Map<String, NpyArray> arrays) {
    long rows = 0;
    if (weights != null) {
      weights.flush();
      steps.flush();
      series.forEach(NpyWriter::flush);
      rows = weights.rows();
    }
    Map<String, String> all = new LinkedHashMap<>(values);
    all.put("rows", "" + rows);
    all.put("lastRow", lastRow);
    new Checkpoint(settings, all, arrays).write(folder.resolve(STATE));
    safe = rows;
  }

  /**
   * Refuses a trajectory that does not fit on the disk.
   *
   * @param snapshots how many are still to come
   */
  void requireRoom(long snapshots) {
    long bytes = snapshots * (4L * dimension + 8L * (SERIES.size() + 1));
    long free = free();
    if (free < bytes) {
      String sentence =
          "The trajectory in "
              + folder
              + " needs "
              + (bytes >> 20)
              + " MB more, but only "
              + (free >> 20)
              + " MB are free there: make room, or choose another folder (in a notebook, with"
              + " EDDY_RUNS).";
      throw new UncheckedIOException(sentence, new IOException(sentence));
    }
  }

  /** Bytes that fit on the disk; very many where the system does not tell. */
  private long free() {
    try {
      long usable = Files.getFileStore(folder).getUsableSpace();
      return usable > 0 ? usable : Long.MAX_VALUE;
    } catch (IOException notTold) {
      return Long.MAX_VALUE;
    }
  }

  private static String checksum(float[] row) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * row.length);
    bytes.asFloatBuffer().put(row);
    CRC32 crc = new CRC32();
    crc.update(bytes.array());
    return Long.toHexString(crc.getValue());
  }

  /** Closes the files; what no checkpoint made safe may be lost. */
  @Override
  public void close() {
    try (Exclusive last = right;
        NpyWriter a = weights;
        NpyWriter b = steps) {
      RuntimeException failure = null;
      for (NpyWriter writer : series) {
        try {
          writer.close();
        } catch (UncheckedIOException e) {
          failure = e;
        }
      }
      if (failure != null) {
        throw failure;
      }
    }
  }
}

package eddy.run;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which sources wrote the checkpoints below a folder: a run that goes on from them says so. */
public final class Sources {
  private Sources() {}

  /**
   * Counts the checkpoints.
   *
   * @param folder looked through with all below it; it need not exist
   * @return how many by the hash of the sources, empty where a checkpoint does not say; what is no
   *     checkpoint of this version is left out, reading it will tell
   * @throws UncheckedIOException if the folder cannot be read
   */
  public static Map<String, Integer> below(Path folder) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Path file : checkpoints(folder)) {
      of(file).ifPresent(source -> counts.merge(source, 1, Integer::sum));
    }
    return counts;
  }

  private static List<Path> checkpoints(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".checkpoint")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder + ": " + AtomicFile.reason(e), e);
    }
  }

  private static Optional<String> of(Path file) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return Checkpoint.source(in);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}

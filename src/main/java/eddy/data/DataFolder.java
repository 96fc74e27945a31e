package eddy.data;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where real data lies: the folder {@code EDDY_DATA}, else {@code data} in Eddy's home. MNIST is
 * expected in its subfolder {@code mnist}, CIFAR-10 in {@code cifar-10-batches-bin}, each file
 * gzipped or not.
 *
 * @param path the folder, which exists
 */
public record DataFolder(Path path) {
  /** Refuses a folder that does not exist. */
  public DataFolder {
    if (!Files.isDirectory(path)) {
      throw new DataException(
          "There is no folder "
              + path
              + ": run ./eddy fetch mnist, or set EDDY_DATA to the folder that holds the data.");
    }
  }

  /**
   * The folder of this run: the environment's {@code EDDY_DATA} if set, else {@code data} in the
   * folder that the system property {@code eddy.home} names, else {@code data} in the working
   * folder.
   *
   * @throws DataException when it does not exist; the message names the command that gets the data
   */
  public static DataFolder locate() {
    return locate(System.getenv(), System.getProperty("eddy.home", ""));
  }

  static DataFolder locate(Map<String, String> environment, String home) {
    String named = environment.getOrDefault("EDDY_DATA", "");
    try {
      return new DataFolder(named.isBlank() ? Path.of(home, "data") : Path.of(named));
    } catch (InvalidPathException e) {
      throw new DataException(
          "EDDY_DATA is \"" + named + "\", which cannot be a folder: correct it or unset it.", e);
    }
  }

  /** The file of that name, or else that name with {@code .gz}, if one of them is there. */
  Optional<Path> find(String name) {
    Path plain = path.resolve(name);
    Path zipped = path.resolve(name + ".gz");
    return Files.isRegularFile(plain)
        ? Optional.of(plain)
        : Files.isRegularFile(zipped) ? Optional.of(zipped) : Optional.empty();
  }
}

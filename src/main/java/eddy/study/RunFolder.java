package eddy.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Where a run keeps what took long: a folder named after its experiment and after everything that
 * its results depend on, so that a changed setting starts a run of its own and an old one is found
 * again.
 */
public final class RunFolder {
  private RunFolder() {}

  /** The folder of one run; that of its experiment is made if it is not there. */
  static Path of(Path runs, TrainedNetwork.Run run) {
    Path folder = runs.resolve(run.id());
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("settings.txt"), run.settings() + "\n");
      return folder.resolve("seed-" + run.seed());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder "
              + folder
              + " cannot be written: set EDDY_RUNS to a folder with some space that can.",
          e);
    }
  }

  /** A name for files: the experiment's, and eight digits of a hash of the settings. */
  public static String name(String experiment, String settings) {
    String slug = experiment.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    return slug + "-" + sha256(settings).substring(0, 8);
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

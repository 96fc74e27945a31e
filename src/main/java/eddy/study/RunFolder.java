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
final class RunFolder {
  private RunFolder() {}

  /** The folder of one experiment with one seed, made if it is not there. */
  static Path of(Path runs, Experiment experiment, long seed, ImagePair images) {
    String settings =
        experiment.describe()
            + "; "
            + images.train().count()
            + " images, SHA-256 "
            + images.train().checksum();
    String slug =
        experiment.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-")
            + "-"
            + sha256(settings).substring(0, 8);
    Path folder = runs.resolve(slug);
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("settings.txt"), settings + "\n");
      return folder.resolve("seed-" + seed);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder "
              + folder
              + " cannot be written: set EDDY_RUNS to a folder with some space that can.",
          e);
    }
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

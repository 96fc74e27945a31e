package eddy.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A file of a public data set: what it is and the SHA-256 of its unpacked content, by which a file
 * is recognised however it was compressed.
 *
 * @param file path in the data folder, without {@code .gz}
 * @param bytes unpacked length
 * @param sha256 of the unpacked content
 * @param what in words, such as "MNIST training images"
 */
record KnownContent(String file, long bytes, String sha256, String what) {
  /** All files that Eddy knows, from the resource {@code contents.csv}. */
  static List<KnownContent> all() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                KnownContent.class.getResourceAsStream("contents.csv"), StandardCharsets.UTF_8))) {
      return in.lines().skip(1).map(KnownContent::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KnownContent parse(String line) {
    String[] part = line.split(",");
    return new KnownContent(part[0], Long.parseLong(part[1]), part[2], part[3]);
  }

  static KnownContent named(String file) {
    return all().stream().filter(k -> k.file.equals(file)).findFirst().orElseThrow();
  }

  /**
   * Reads this file and checks that its content is the known one.
   *
   * @param folder where the data lies
   * @param remedy what gets the data, as the end of a sentence: "run ./eddy fetch mnist"
   * @throws DataException when it is missing, cut off, another file of a data set, or something
   *     else
   */
  StoredFile read(DataFolder folder, String remedy) {
    StoredFile stored =
        folder
            .find(file)
            .map(p -> StoredFile.read(p, "delete it and " + remedy))
            .orElseThrow(
                () ->
                    new DataException(
                        "The "
                            + what
                            + " ("
                            + file
                            + ", gzipped or not) are not in "
                            + folder.path()
                            + ": "
                            + remedy
                            + ", or set EDDY_DATA to the folder that holds them."));
    String found = Sha256.of(stored.bytes());
    if (found.equals(sha256)) {
      return stored;
    }
    Optional<KnownContent> other = all().stream().filter(k -> k.sha256.equals(found)).findFirst();
    if (other.isPresent()) {
      throw stored.bad("holds the " + other.get().what + " in place of the " + what);
    }
    if (stored.bytes().length < bytes) {
      throw stored.bad(
          "is cut off: its content has " + stored.bytes().length + " of " + bytes + " bytes");
    }
    if (stored.bytes().length > bytes) {
      throw stored.bad(
          "is too long: its content has " + stored.bytes().length + " bytes, not " + bytes);
    }
    throw stored.bad(
        "is not the " + what + ": the SHA-256 of its content is " + found + ", not " + sha256);
  }
}

package eddy.run;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * All that a computation needs to go on: named numbers and texts, named arrays, and the settings
 * that they belong to. A checkpoint on disk is whole or not there: it replaces the old one in one
 * step, and a checksum over all of it is verified before anything is used. In every format a file
 * begins with {@code EDDYCKP} and one letter for the format, and ends with the CRC-32 of the rest.
 *
 * @param settings what the computation depends on, as {@code name=value} parts separated by ", "
 * @param values short texts and numbers by name, such as the position of a random stream
 * @param arrays arrays by name
 */
public record Checkpoint(
    String settings, Map<String, String> values, Map<String, NpyArray> arrays) {
  private static final byte[] MAGIC = "EDDYCKP1".getBytes(StandardCharsets.US_ASCII);
  private static final String SOURCE = "source";
  private static final int BUFFER = 1 << 16;

  /** Copies the maps. */
  public Checkpoint {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
  }

  /**
   * Writes it, replacing an old one at once. The hash of the sources that are running, which {@code
   * ./eddy} tells in the system property {@code eddy.source}, is written beside the values.
   *
   * @throws UncheckedIOException if it cannot be written; the old one is then as it was
   */
  public void write(Path file) {
    Map<String, String> told = new LinkedHashMap<>(values);
    told.put(SOURCE, System.getProperty("eddy.source", ""));
    AtomicFile.write(
        file,
        stream -> {
          CheckedOutputStream checked = new CheckedOutputStream(stream, new CRC32());
          DataOutputStream out = new DataOutputStream(checked);
          out.write(MAGIC);
          writeText(out, settings);
          out.writeInt(told.size());
          for (Map.Entry<String, String> value : told.entrySet()) {
            writeText(out, value.getKey());
            writeText(out, value.getValue());
          }
          out.writeInt(arrays.size());
          for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
            writeText(out, array.getKey());
            Npy.write(out, array.getValue());
          }
          out.writeInt((int) checked.getChecksum().getValue());
        });
  }

  /**
   * Reads the checkpoint of a computation.
   *
   * @param settings the settings of the computation that wants to go on
   * @return empty if there is none
   * @throws IllegalStateException if it belongs to other settings; the message names what differs
   * @throws UncheckedIOException with one sentence, if it is damaged, of another version's format
   *     or cannot be read
   */
  public static Optional<Checkpoint> read(Path file, String settings) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Checkpoint found;
    try {
      verify(file);
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
        found = parse(in, file.toString());
      }
    } catch (IOException e) {
      throw Npy.problem(file, e);
    }
    if (!found.settings.equals(settings)) {
      throw new IllegalStateException(
          "The checkpoint "
              + file
              + " was made with other settings ("
              + difference(found.settings, settings)
              + "): set them back to go on, or delete it to start over.");
    }
    return Optional.of(found);
  }

  private static void verify(Path file) throws IOException {
    long size = Files.size(file);
    CRC32 crc = new CRC32();
    byte[] magic = MAGIC;
    boolean good = size > MAGIC.length + Integer.BYTES;
    if (good) {
      try (InputStream raw = Files.newInputStream(file);
          CheckedInputStream in = new CheckedInputStream(raw, crc)) {
        magic = in.readNBytes(MAGIC.length);
        good = Arrays.equals(magic, 0, MAGIC.length - 1, MAGIC, 0, MAGIC.length - 1);
        byte[] buffer = new byte[BUFFER];
        long left = size - MAGIC.length - Integer.BYTES;
        while (good && left > 0) {
          int count = in.read(buffer, 0, (int) Math.min(BUFFER, left));
          good = count > 0;
          left -= count;
        }
        int expected = (int) crc.getValue();
        good = good && new DataInputStream(raw).readInt() == expected;
      }
    }
    if (!good) {
      throw new IOException(
          "The checkpoint "
              + file
              + " is damaged or cut off, or is no checkpoint: delete it to start over.");
    }
    if (!Arrays.equals(magic, MAGIC)) {
      throw new IOException(
          "The checkpoint "
              + file
              + " was written by another version of Eddy (format "
              + (char) magic[MAGIC.length - 1]
              + ", this version reads "
              + (char) MAGIC[MAGIC.length - 1]
              + "): go on with that version, or delete it to start over.");
    }
  }

  private static Checkpoint parse(DataInputStream in, String name) throws IOException {
    in.skipNBytes(MAGIC.length);
    String settings = readText(in);
    Map<String, String> values = parseValues(in);
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String arrayName = readText(in);
      arrays.put(arrayName, Npy.read(in, name));
    }
    return new Checkpoint(settings, values, arrays);
  }

  private static Map<String, String> parseValues(DataInputStream in) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      values.put(readText(in), readText(in));
    }
    return values;
  }

  /** {@link #source} of the checkpoint that begins here; empty if none of this format does. */
  static Optional<String> source(DataInputStream in) throws IOException {
    if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
      return Optional.empty();
    }
    in.skipNBytes(in.readInt());
    return Optional.of(parseValues(in).getOrDefault(SOURCE, ""));
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String difference(String found, String wanted) {
    TreeSet<String> old = new TreeSet<>(Arrays.asList(found.split(", ")));
    TreeSet<String> now = new TreeSet<>(Arrays.asList(wanted.split(", ")));
    TreeSet<String> onlyOld = new TreeSet<>(old);
    onlyOld.removeAll(now);
    now.removeAll(old);
    return "then " + String.join(", ", onlyOld) + "; now " + String.join(", ", now);
  }

  /**
   * The hash of the sources that wrote it last; empty where it does not say, as before there was a
   * place for it, or in a program that was not told.
   */
  public String source() {
    return values.getOrDefault(SOURCE, "");
  }

  /**
   * A text or number.
   *
   * @throws IllegalStateException if there is none of that name
   */
  public String value(String name) {
    return require(values, name);
  }

  /**
   * A whole number.
   *
   * @throws IllegalStateException if there is none of that name
   */
  public long number(String name) {
    return Long.parseLong(require(values, name));
  }

  /**
   * An array.
   *
   * @throws IllegalStateException if there is none of that name
   */
  public NpyArray array(String name) {
    return require(arrays, name);
  }

  private static <T> T require(Map<String, T> map, String name) {
    T found = map.get(name);
    if (found == null) {
      throw new IllegalStateException(
          "The checkpoint has no \"" + name + "\" (it has " + map.keySet() + "): delete it.");
    }
    return found;
  }
}

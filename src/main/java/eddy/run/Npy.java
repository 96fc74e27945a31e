package eddy.run;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Whole arrays as NumPy's {@code .npy} files: {@code numpy.load} reads what this writes, and the
 * other way round. For files that grow row by row see {@link NpyWriter}, for files larger than the
 * memory {@link NpyRows}.
 */
public final class Npy {
  private static final int CHUNK = 1 << 16;

  private Npy() {}

  /**
   * Writes an array; an old file of that name is replaced at once, never half.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(Path file, NpyArray array) {
    AtomicFile.write(file, out -> write(out, array));
  }

  /**
   * Reads an array.
   *
   * @throws UncheckedIOException with one sentence, if the file is missing, cut off, too long or
   *     not a plain array of numbers
   */
  public static NpyArray read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
      NpyArray array = read(in, file.toString());
      if (in.read() >= 0) {
        throw new IOException(file + " has more bytes than its header says: make it again.");
      }
      return array;
    } catch (IOException e) {
      throw problem(file, e);
    }
  }

  /** The failure as one sentence. */
  static UncheckedIOException problem(Path file, IOException e) {
    String sentence =
        e instanceof NoSuchFileException
            ? "There is no file " + file + "."
            : e.getClass() == IOException.class && e.getMessage() != null
                ? e.getMessage()
                : "Cannot read " + file + ": " + AtomicFile.reason(e);
    return new UncheckedIOException(sentence, e);
  }

  static void write(OutputStream out, NpyArray array) throws IOException {
    long[] shape = new long[array.shape().length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = array.shape()[i];
    }
    out.write(NpyHeader.format(array.type(), shape, 0));
    int length = NpyBytes.length(array.data());
    ByteBuffer buffer =
        ByteBuffer.allocate(CHUNK * array.type().bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < length; from += CHUNK) {
      buffer.clear();
      NpyBytes.put(array.data(), from, Math.min(CHUNK, length - from), buffer);
      out.write(buffer.array(), 0, buffer.position());
    }
  }

  static NpyArray read(InputStream stream, String name) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    NpyHeader header = NpyHeader.read(in, name);
    int[] shape = new int[header.shape().length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = (int) Math.min(Integer.MAX_VALUE, header.shape()[i]);
    }
    long size = header.size();
    if (size > Integer.MAX_VALUE - 8) {
      throw new IOException(
          name + " has " + size + " elements, too many for one array: read it by rows (NpyRows).");
    }
    Object data = header.type().newArray((int) size);
    byte[] bytes = new byte[CHUNK * header.type().bytes()];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int to = 0; to < size; to += CHUNK) {
      int count = (int) Math.min(CHUNK, size - to);
      try {
        in.readFully(bytes, 0, count * header.type().bytes());
      } catch (EOFException e) {
        throw new IOException(
            name
                + " is cut off: its header says shape "
                + NpyHeader.tuple(header.shape())
                + ", but the elements end early; make or fetch it again.",
            e);
      }
      buffer.clear();
      NpyBytes.get(buffer, data, to, count);
    }
    return new NpyArray(data, shape);
  }
}

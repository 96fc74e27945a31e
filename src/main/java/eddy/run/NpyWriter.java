package eddy.run;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A {@code .npy} file that grows row by row, such as a trajectory. After every {@link #flush} it is
 * a complete file with the rows so far; after a crash it has the rows of the last flush, and {@link
 * #resume} goes on from any row.
 */
public final class NpyWriter implements AutoCloseable {
  private static final int ROOM = 128;

  private final Path file;
  private final FileChannel channel;
  private final ElementType type;
  private final int[] rowShape;
  private final int rowLength;
  private final int headerBytes;
  private long rows;
  private ByteBuffer buffer;

  private NpyWriter(
      Path file,
      FileChannel channel,
      ElementType type,
      int[] rowShape,
      int headerBytes,
      long rows) {
    this.file = file;
    this.channel = channel;
    this.type = type;
    this.rowShape = rowShape.clone();
    this.rowLength = Arrays.stream(rowShape).reduce(1, Math::multiplyExact);
    this.headerBytes = headerBytes;
    this.rows = rows;
    this.buffer = ByteBuffer.allocateDirect(0);
  }

  /**
   * Starts a file with no rows; replaces an old one.
   *
   * @param type type of the elements
   * @param rowShape shape of one row
   * @throws UncheckedIOException if it cannot be written
   */
  public static NpyWriter create(Path file, ElementType type, int... rowShape) {
    byte[] header = NpyHeader.format(type, shape(0, rowShape), ROOM);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING);
      channel.write(ByteBuffer.wrap(header), 0);
      return new NpyWriter(file, channel, type, rowShape, header.length, 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ": " + AtomicFile.reason(e), e);
    }
  }

  /**
   * Goes on with a file after its first {@code rows} rows; later rows are dropped, the header first
   * and then the elements, so that the file is whole at any moment.
   *
   * @param rows how many rows stay, as a checkpoint says
   * @throws UncheckedIOException with one sentence, if the file is missing, has fewer rows or rows
   *     of another type or shape
   */
  public static NpyWriter resume(Path file, ElementType type, long rows, int... rowShape) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        int headerBytes = requireRows(channel, file, type, shape(rows, rowShape));
        NpyWriter writer = new NpyWriter(file, channel, type, rowShape, headerBytes, rows);
        writer.flush();
        channel.truncate(headerBytes + rows * writer.rowLength * type.bytes());
        return writer;
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw Npy.problem(file, e);
    }
  }

  /** Refuses a file without the rows of {@code wanted}; returns where the elements start. */
  private static int requireRows(FileChannel channel, Path file, ElementType type, long[] wanted)
      throws IOException {
    NpyHeader header =
        NpyHeader.read(new DataInputStream(Channels.newInputStream(channel)), file.toString());
    long[] found = header.shape();
    boolean sameRows =
        header.type() == type
            && found.length == wanted.length
            && Arrays.equals(found, 1, found.length, wanted, 1, wanted.length);
    long end = header.bytes() + wanted[0] * header.rowLength() * type.bytes();
    if (!sameRows || channel.size() < end) {
      throw new IOException(
          file
              + " has shape "
              + NpyHeader.tuple(found)
              + " of "
              + header.type()
              + ", so it cannot be continued from shape "
              + NpyHeader.tuple(wanted)
              + " of "
              + type
              + ": delete it to start over.");
    }
    return header.bytes();
  }

  private static long[] shape(long rows, int[] rowShape) {
    long[] shape = new long[rowShape.length + 1];
    shape[0] = rows;
    for (int i = 0; i < rowShape.length; i++) {
      shape[i + 1] = rowShape[i];
    }
    return shape;
  }

  /** Rows so far, those not yet flushed included. */
  public long rows() {
    return rows;
  }

  /**
   * Appends one row or several.
   *
   * @param elements an array of this file's type; a whole number of rows
   * @throws IllegalArgumentException if the type or the length does not fit
   * @throws UncheckedIOException if it cannot be written
   */
  public void append(Object elements) {
    int length = NpyBytes.length(elements);
    if (ElementType.of(elements) != type || rowLength == 0 || length % rowLength != 0) {
      throw new IllegalArgumentException(
          length
              + " elements of type "
              + ElementType.of(elements)
              + " are not rows of shape "
              + NpyHeader.tuple(rowShape)
              + " of "
              + type
              + ".");
    }
    int needed = Math.multiplyExact(length, type.bytes());
    if (buffer.capacity() < needed) {
      buffer = ByteBuffer.allocateDirect(needed).order(ByteOrder.LITTLE_ENDIAN);
    }
    buffer.clear();
    NpyBytes.put(elements, 0, length, buffer);
    buffer.flip();
    try {
      long at = headerBytes + rows * rowLength * type.bytes();
      while (buffer.hasRemaining()) {
        at += channel.write(buffer, at);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ": " + AtomicFile.reason(e), e);
    }
    rows += length / rowLength;
  }

  /**
   * Makes all rows so far part of the file and safe on disk.
   *
   * @throws UncheckedIOException if that fails
   */
  public void flush() {
    try {
      channel.force(false);
      channel.write(ByteBuffer.wrap(NpyHeader.format(type, shape(rows, rowShape), headerBytes)), 0);
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ": " + AtomicFile.reason(e), e);
    }
  }

  /** Flushes and closes the file. */
  @Override
  public void close() {
    if (channel.isOpen()) {
      flush();
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot close " + file + ": " + AtomicFile.reason(e), e);
      }
    }
  }
}

package eddy.run;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * The rows of a {@code .npy} file, mapped into memory rather than read: a row is one index of the
 * first dimension. The file may be larger than the memory; several threads may read.
 */
public final class NpyRows {
  private static final long LARGEST_MAP = 1L << 30;

  private final NpyHeader header;
  private final int rowLength;
  private final int rowsPerMap;
  private final MappedByteBuffer[] maps;

  private NpyRows(NpyHeader header, int rowLength, int rowsPerMap, MappedByteBuffer[] maps) {
    this.header = header;
    this.rowLength = rowLength;
    this.rowsPerMap = rowsPerMap;
    this.maps = maps;
  }

  /**
   * Opens a file.
   *
   * @throws UncheckedIOException with one sentence, if the file is missing, cut off or not a plain
   *     array of numbers with at least one dimension
   */
  public static NpyRows open(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      NpyHeader header =
          NpyHeader.read(new DataInputStream(Channels.newInputStream(channel)), file.toString());
      if (header.shape().length == 0) {
        throw new IOException(file + " holds a single number, not rows.");
      }
      long rowBytes = header.rowLength() * header.type().bytes();
      if (rowBytes > LARGEST_MAP) {
        throw new IOException(file + " has rows of " + rowBytes + " bytes; 2^30 is the most here.");
      }
      long rows = header.shape()[0];
      if (channel.size() < header.bytes() + rows * rowBytes) {
        throw new IOException(
            file
                + " is cut off: its header says shape "
                + NpyHeader.tuple(header.shape())
                + ", but the elements end early; make or fetch it again.");
      }
      int rowsPerMap = (int) Math.min(Integer.MAX_VALUE, LARGEST_MAP / Math.max(1, rowBytes));
      MappedByteBuffer[] maps = new MappedByteBuffer[(int) ((rows + rowsPerMap - 1) / rowsPerMap)];
      for (int i = 0; i < maps.length; i++) {
        long first = (long) i * rowsPerMap;
        long bytes = Math.min(rowsPerMap, rows - first) * rowBytes;
        maps[i] =
            channel.map(FileChannel.MapMode.READ_ONLY, header.bytes() + first * rowBytes, bytes);
        maps[i].order(ByteOrder.LITTLE_ENDIAN);
      }
      return new NpyRows(header, (int) header.rowLength(), rowsPerMap, maps);
    } catch (IOException e) {
      throw Npy.problem(file, e);
    }
  }

  /** Type of the elements. */
  public ElementType type() {
    return header.type();
  }

  /** Number of rows. */
  public long rows() {
    return header.shape()[0];
  }

  /** Number of dimensions, the first one included. */
  public int dimensions() {
    return header.shape().length;
  }

  /** Elements of a row. */
  public int rowLength() {
    return rowLength;
  }

  /**
   * Copies a row.
   *
   * @param row 0 .. rows - 1
   * @param out an array of this file's type, at least {@link #rowLength} long
   * @throws IndexOutOfBoundsException if there is no such row
   * @throws IllegalArgumentException if the type is another one
   */
  public void read(long row, Object out) {
    read(row, 0, rowLength, out);
  }

  /**
   * Copies a part of a row.
   *
   * @param row 0 .. rows - 1
   * @param first the first element of the row, not negative
   * @param count how many elements, so that first + count is {@link #rowLength} at most
   * @param out an array of this file's type, at least {@code count} long
   * @throws IndexOutOfBoundsException if there is no such row or no such part of it
   * @throws IllegalArgumentException if the type is another one
   */
  public void read(long row, int first, int count, Object out) {
    if (row < 0 || row >= rows()) {
      throw new IndexOutOfBoundsException("There is no row " + row + " among " + rows() + ".");
    }
    Objects.checkFromIndexSize(first, count, rowLength);
    if (ElementType.of(out) != type()) {
      throw new IllegalArgumentException(
          "The rows are of type " + type() + ", but " + ElementType.of(out) + " was given.");
    }
    ByteBuffer map = maps[(int) (row / rowsPerMap)].duplicate().order(ByteOrder.LITTLE_ENDIAN);
    map.position(((int) (row % rowsPerMap) * rowLength + first) * type().bytes());
    NpyBytes.get(map, out, 0, count);
  }
}

package eddy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyRowsTest {
  @TempDir Path folder;

  @Test
  void aFileGrowsRowByRow() throws Exception {
    Path file = folder.resolve("new/trajectory.npy");
    try (NpyWriter writer = NpyWriter.create(file, ElementType.FLOAT32, 3)) {
      assertThat(Npy.read(file).shape()).containsExactly(0, 3);
      writer.append(new float[] {1, 2, 3});
      writer.append(new float[] {4, 5, 6, 7, 8, 9});
      assertThat(writer.rows()).isEqualTo(3);
      writer.flush();
      assertThat(Npy.read(file).shape()).containsExactly(3, 3);
      writer.append(new float[] {10, 11, 12});
    }
    NpyArray whole = Npy.read(file);
    assertThat(whole.shape()).containsExactly(4, 3);
    assertThat(whole.floats()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    NpyRows rows = NpyRows.open(file);
    assertThat(rows.rows()).isEqualTo(4);
    assertThat(rows.rowLength()).isEqualTo(3);
    float[] row = new float[3];
    rows.read(2, row);
    assertThat(row).containsExactly(7, 8, 9);
    rows.read(1, 1, 2, row);
    assertThat(row).containsExactly(5, 6, 9);
    assertThatThrownBy(() -> rows.read(1, 2, 2, row)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void writingGoesOnFromAnyRow() throws Exception {
    Path file = folder.resolve("trajectory.npy");
    try (NpyWriter writer = NpyWriter.create(file, ElementType.FLOAT64, 2)) {
      writer.append(new double[] {1, 2, 3, 4, 5, 6});
    }
    Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
    try (NpyWriter writer = NpyWriter.resume(file, ElementType.FLOAT64, 2, 2)) {
      assertThat(Npy.read(file).doubles()).containsExactly(1, 2, 3, 4);
      writer.append(new double[] {7, 8});
    }
    assertThat(Npy.read(file).doubles()).containsExactly(1, 2, 3, 4, 7, 8);
  }

  /** What a killed process leaves: rows after the last flush that the header does not count. */
  @Test
  void rowsAfterTheLastFlushAreIgnored() throws Exception {
    Path file = folder.resolve("trajectory.npy");
    NpyWriter killed = NpyWriter.create(file, ElementType.INT64);
    killed.append(new long[] {1, 2});
    killed.flush();
    killed.append(new long[] {3});
    NpyRows rows = NpyRows.open(file);
    assertThat(rows.rows()).isEqualTo(2);
    try (NpyWriter writer = NpyWriter.resume(file, ElementType.INT64, 2)) {
      writer.append(new long[] {9});
    }
    assertThat(Npy.read(file).longs()).containsExactly(1, 2, 9);
  }

  @Test
  void otherRowsAreRefused() {
    Path file = folder.resolve("trajectory.npy");
    NpyWriter.create(file, ElementType.FLOAT32, 3).close();
    assertThatThrownBy(() -> NpyWriter.resume(file, ElementType.FLOAT32, 0, 4))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("(0, 3)")
        .hasMessageContaining("(0, 4)");
    assertThatThrownBy(() -> NpyWriter.resume(file, ElementType.FLOAT64, 0, 3))
        .hasMessageContaining("FLOAT64");
    assertThatThrownBy(() -> NpyWriter.resume(file, ElementType.FLOAT32, 1, 3))
        .hasMessageContaining("delete it to start over");
    try (NpyWriter writer = NpyWriter.resume(file, ElementType.FLOAT32, 0, 3)) {
      assertThatThrownBy(() -> writer.append(new float[4]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("4 elements of type FLOAT32 are not rows of shape (3,) of FLOAT32.");
      assertThatThrownBy(() -> writer.append(new double[3])).hasMessageContaining("FLOAT64");
    }
    NpyRows rows = NpyRows.open(file);
    assertThatThrownBy(() -> rows.read(0, new float[3])).hasMessageContaining("no row 0");
  }

  /** A sparse file of 3 GiB: the second map and offsets above 2^31. */
  @Test
  void filesLargerThanOneMapAreRead() throws IOException {
    Path file = folder.resolve("large.npy");
    int length = 1 << 16;
    long rows = 3 * (1L << 12);
    byte[] header = NpyHeader.format(ElementType.FLOAT32, new long[] {rows, length}, 0);
    try (var channel =
        java.nio.channels.FileChannel.open(
            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.wrap(header));
      long last = header.length + rows * length * Float.BYTES - Float.BYTES;
      channel.write(java.nio.ByteBuffer.wrap(new byte[] {0, 0, (byte) 0x80, 0x3f}), last);
    }
    NpyRows mapped = NpyRows.open(file);
    float[] row = new float[length];
    mapped.read(rows - 1, row);
    assertThat(row[length - 1]).isEqualTo(1);
    assertThat(row[length - 2]).isEqualTo(0);
    mapped.read(rows / 2, row);
    assertThat(row).containsOnly(0);
  }
}

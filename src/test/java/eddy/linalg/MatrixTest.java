package eddy.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class MatrixTest {
  @Test
  void elementsRowsAndBuffersAreTheSameMemory() {
    try (FloatMatrix a = new FloatMatrix(3, 4)) {
      float[] row = new float[4];
      a.row(2, row);
      assertThat(row).containsOnly(0);
      a.setRow(1, new float[] {1, 2, 3, 4});
      a.set(2, 3, 9);
      assertThat(a.get(1, 2)).isEqualTo(3);
      float[] all = new float[12];
      a.read(0, all, 0, 12);
      assertThat(all).containsExactly(0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 9);
      FloatBuffer buffer = a.buffer(1, 2);
      assertThat(buffer.capacity()).isEqualTo(8);
      assertThat(buffer.get(1)).isEqualTo(2);
      buffer.put(0, 7);
      assertThat(a.get(1, 0)).isEqualTo(7);
      a.zero();
      assertThat(a.get(1, 0) + a.get(2, 3)).isEqualTo(0);
    }
  }

  /** The Gram matrix of small integers is exact in float32 and in float64. */
  @Test
  void gramMatricesAddUp() {
    try (FloatMatrix a = new FloatMatrix(3, 2);
        FloatMatrix c = new FloatMatrix(2, 2);
        DoubleMatrix wide = new DoubleMatrix(2, 2);
        DoubleMatrix d = new DoubleMatrix(2, 2)) {
      a.write(0, new float[] {1, 2, 3, 4, 5, 6}, 0, 6);
      c.addGram(a, 3, 1);
      c.addGram(a, 2, 10);
      assertThat(new float[] {c.get(0, 0), c.get(0, 1), c.get(1, 0), c.get(1, 1)})
          .containsExactly(35 + 100, 44 + 140, 0, 56 + 200);
      c.mirrorUpper();
      assertThat(c.get(1, 0)).isEqualTo(184);
      wide.copyRows(a, 1, 2);
      d.addGram(wide, 2, 1);
      d.mirrorUpper();
      assertThat(BlasTest.elements(d)).containsExactly(34, 42, 42, 52);
    }
  }

  @Test
  void mirrorReachesEveryBlock() {
    int n = 131;
    try (DoubleMatrix a = new DoubleMatrix(n, n)) {
      for (int i = 0; i < n; i++) {
        for (int j = i; j < n; j++) {
          a.set(i, j, i * 1000 + j);
        }
      }
      a.mirrorUpper();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          assertThat(a.get(i, j)).isEqualTo(Math.min(i, j) * 1000 + Math.max(i, j));
        }
      }
    }
  }

  /** More than 2^31 bytes and 2^29 elements: offsets are 64-bit all the way to BLAS. */
  @Test
  void largeMatricesAreAddressedToTheirEnd() {
    int columns = 1 << 20;
    int rows = 600;
    try (FloatMatrix a = new FloatMatrix(rows, columns);
        FloatMatrix c = new FloatMatrix(1, 1)) {
      a.set(rows - 1, columns - 1, 3);
      a.set(rows - 1, columns - 2, 4);
      long lastRow = (long) (rows - 1) * columns;
      assertThat(lastRow * Float.BYTES).isGreaterThan(1L << 31);
      Blas.ssyrk(false, 1, columns, 1, a.pointer(), lastRow, columns, 0, c.pointer(), 0, 1);
      assertThat(c.get(0, 0)).isEqualTo(25);
      float[] end = new float[2];
      a.read(a.size() - 2, end, 0, 2);
      assertThat(end).containsExactly(4, 3);
      assertThatThrownBy(() -> a.buffer(0, rows)).hasMessageContaining("2^29 - 1");
    }
  }

  @Test
  void aClosedMatrixIsRefusedAndAUsedOneIsKept() {
    DoubleMatrix a = new DoubleMatrix(2, 2);
    DoublePointer elements = a.pointer();
    a.acquire();
    a.close();
    elements.put(3, 5);
    assertThat(elements.get(3)).isEqualTo(5);
    assertThatThrownBy(() -> a.addGram(a, 2, 1)).hasMessageContaining("closed");
    a.release();
    assertThatThrownBy(a::zero).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(a::pointer).hasMessageContaining("closed");
    assertThatThrownBy(() -> a.get(0, 0)).hasMessageContaining("closed");
    assertThatThrownBy(() -> a.buffer(0, 1)).hasMessageContaining("closed");
  }

  @Test
  void closingGivesTheMemoryBack() {
    long before = Pointer.physicalBytes();
    for (int i = 0; i < 20; i++) {
      try (FloatMatrix a = new FloatMatrix(1 << 9, 1 << 15)) {
        Pointer.memset(a.pointer(), 1, a.size() * Float.BYTES);
      }
    }
    assertThat(Pointer.physicalBytes() - before).isLessThan(1L << 29);
  }

  /** A kernel may keep only the pointer: the collector must not take its memory. */
  @Test
  void aPointerKeepsItsMemory() throws InterruptedException {
    DoublePointer[] pointers = new DoublePointer[50];
    for (int i = 0; i < pointers.length; i++) {
      pointers[i] = new DoubleMatrix(100, 100).pointer();
      pointers[i].put(9_999, i);
    }
    System.gc();
    Thread.sleep(20);
    for (int i = 0; i < 50; i++) {
      try (DoubleMatrix other = new DoubleMatrix(100, 100)) {
        other.set(99, 99, -1);
      }
    }
    for (int i = 0; i < pointers.length; i++) {
      assertThat(pointers[i].get(9_999)).isEqualTo(i);
    }
  }

  @Test
  void badSizesAreNamed() {
    assertThatThrownBy(() -> new FloatMatrix(-1, 2)).hasMessageContaining("-1 rows");
    assertThatThrownBy(() -> new DoubleMatrix(2_000_000_000, 2_000_000_000))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessageContaining("2000000000 x 2000000000 float64 matrix needs 29802322387.7 GiB");
    try (FloatMatrix a = new FloatMatrix(2, 3)) {
      assertThatThrownBy(() -> a.get(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> a.row(0, new float[2]))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(a::mirrorUpper).hasMessageContaining("2 x 3");
      assertThatThrownBy(() -> a.addGram(a, 1, 1)).hasMessageContaining("square");
    }
  }
}

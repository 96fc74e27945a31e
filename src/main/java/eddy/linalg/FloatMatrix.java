package eddy.linalg;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.indexer.FloatIndexer;

/**
 * A row-major float32 matrix outside the Java heap, of any size that the memory holds (more than
 * 2^31 bytes and more than 2^31 elements too). It starts as zeros.
 *
 * <p>BLAS takes it without a copy, which it does not do for {@code float[]}. Close it to give the
 * memory back at once; a native call that still uses it finishes first.
 */
public final class FloatMatrix implements AutoCloseable {
  private final int rows;
  private final int columns;
  private final OffHeap memory;
  private final FloatPointer pointer;
  private final FloatIndexer elements;

  /**
   * A matrix of zeros.
   *
   * @param rows not negative
   * @param columns not negative
   * @throws IllegalArgumentException if a size is negative
   * @throws OutOfMemoryError if the machine does not have the memory
   */
  public FloatMatrix(int rows, int columns) {
    if (rows < 0 || columns < 0) {
      throw new IllegalArgumentException(
          "A matrix cannot have " + rows + " rows and " + columns + " columns.");
    }
    this.rows = rows;
    this.columns = columns;
    long size = (long) rows * columns;
    memory = new OffHeap(size, Float.BYTES, "A " + rows + " x " + columns + " float32 matrix");
    pointer = new Elements(memory, size);
    elements = FloatIndexer.create(pointer);
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns; also the distance from row to row. */
  public int columns() {
    return columns;
  }

  /** Number of elements. */
  public long size() {
    return (long) rows * columns;
  }

  /**
   * The elements as BLAS takes them, row after row. Valid until {@link #close}; the memory stays as
   * long as this pointer is reachable, but not for other pointers made from it.
   */
  public FloatPointer pointer() {
    memory.requireOpen();
    return pointer;
  }

  /** Element (i, j). */
  public float get(int i, int j) {
    return elements.get(index(i, j));
  }

  /** Sets element (i, j). */
  public void set(int i, int j, float value) {
    elements.put(index(i, j), value);
  }

  private long index(int i, int j) {
    if (i < 0 || i >= rows || j < 0 || j >= columns) {
      throw new IndexOutOfBoundsException(
          "(" + i + ", " + j + ") is not in a " + rows + " x " + columns + " matrix.");
    }
    memory.requireOpen();
    return (long) i * columns + j;
  }

  /**
   * Copies row i to {@code out}.
   *
   * @param out at least {@link #columns} long
   */
  public void row(int i, float[] out) {
    read((long) i * columns, out, 0, columns);
  }

  /**
   * Copies {@code in} to row i.
   *
   * @param in at least {@link #columns} long
   */
  public void setRow(int i, float[] in) {
    write((long) i * columns, in, 0, columns);
  }

  /**
   * Copies {@code count} elements, in row-major order from element {@code from} on, to {@code out}
   * at {@code offset}.
   *
   * @throws IndexOutOfBoundsException if they are not all in the matrix and in the array
   */
  public void read(long from, float[] out, int offset, int count) {
    checkRange(from, out.length, offset, count);
    memory.acquire();
    try {
      Window.local().floatsA.at(pointer, from).get(out, offset, count);
    } finally {
      memory.release();
    }
  }

  /**
   * Copies {@code count} elements of {@code in} from {@code offset} on to this matrix, in row-major
   * order from element {@code to} on.
   *
   * @throws IndexOutOfBoundsException if they are not all in the matrix and in the array
   */
  public void write(long to, float[] in, int offset, int count) {
    checkRange(to, in.length, offset, count);
    memory.acquire();
    try {
      Window.local().floatsA.at(pointer, to).put(in, offset, count);
    } finally {
      memory.release();
    }
  }

  private void checkRange(long at, int length, int offset, int count) {
    if (at < 0 || count < 0 || at + count > size() || offset < 0 || offset > length - count) {
      throw new IndexOutOfBoundsException(
          count
              + " elements at "
              + at
              + " of a "
              + rows
              + " x "
              + columns
              + " matrix and at "
              + offset
              + " of an array of "
              + length
              + " are not all there.");
    }
  }

  /**
   * A view of rows {@code from .. from + count - 1} as a direct buffer, for Java loops over the
   * elements. Valid until {@link #close}; keep the matrix reachable as long as it is used.
   *
   * @throws IllegalArgumentException if they are more than 2^29 - 1 elements
   */
  public FloatBuffer buffer(int from, int count) {
    long size = (long) count * columns;
    if (from < 0 || count < 0 || from > rows - count || size > (1 << 29) - 1) {
      throw new IllegalArgumentException(
          "Rows "
              + from
              + " to "
              + ((long) from + count - 1)
              + " of a "
              + rows
              + " x "
              + columns
              + " matrix do not fit a buffer: it takes existing rows of 2^29 - 1 elements at most.");
    }
    memory.requireOpen();
    return new FloatPointer(pointer)
        .position((long) from * columns)
        .capacity((long) from * columns + size)
        .asBuffer();
  }

  /** Sets all elements to 0. */
  public void zero() {
    memory.acquire();
    try {
      Pointer.memset(memory.start(), 0, size() * Float.BYTES);
    } finally {
      memory.release();
    }
  }

  /**
   * Adds alpha Aᵀ A of the first {@code count} rows of A to the upper triangle of this square
   * matrix (BLAS ssyrk). The lower triangle is left as it is; see {@link #mirrorUpper}.
   *
   * @param a as many columns as this matrix
   * @param count number of rows of {@code a} that take part
   * @param alpha the factor
   * @throws IllegalArgumentException if the sizes do not fit
   */
  public void addGram(FloatMatrix a, int count, float alpha) {
    requireSquare("addGram");
    if (a.columns != columns || count < 0 || count > a.rows) {
      throw new IllegalArgumentException(
          count
              + " rows of a "
              + a.rows
              + " x "
              + a.columns
              + " matrix cannot be added to the "
              + rows
              + " x "
              + columns
              + " matrix of their products.");
    }
    acquire();
    a.acquire();
    try {
      Blas.ssyrk(true, columns, count, alpha, a.pointer, 0, a.columns, 1, pointer, 0, columns);
    } finally {
      a.release();
      release();
    }
  }

  /** Copies the upper triangle of this square matrix to the lower one. */
  public void mirrorUpper() {
    requireSquare("mirrorUpper");
    memory.acquire();
    try {
      Triangle.mirrorUpper(
          rows,
          (i, j) -> elements.put((long) j * columns + i, elements.get((long) i * columns + j)));
    } finally {
      memory.release();
    }
  }

  void requireSquare(String operation) {
    if (rows != columns) {
      throw new IllegalArgumentException(
          operation + " needs a square matrix, but this one is " + rows + " x " + columns + ".");
    }
  }

  /** Keeps the memory until {@link #release}, whoever closes the matrix. */
  void acquire() {
    memory.acquire();
  }

  void release() {
    memory.release();
  }

  /** Gives the memory back; nothing else may be done with this matrix afterwards. */
  @Override
  public void close() {
    memory.close();
  }

  /** A pointer that keeps its memory from being collected. */
  private static final class Elements extends FloatPointer {
    private final OffHeap owner;

    Elements(OffHeap owner, long size) {
      super(owner.start());
      this.owner = owner;
      capacity(size);
    }

    @Override
    public String toString() {
      return "elements of " + owner;
    }
  }
}

package eddy.linalg;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** Pointers that can be moved to any element of a block without a new object for each call. */
final class Window {
  /** Three movable pointers, the most that a BLAS product takes. */
  private static final ThreadLocal<Window> LOCAL = ThreadLocal.withInitial(Window::new);

  final Floats floatsA = new Floats();
  final Floats floatsB = new Floats();
  final Floats floatsC = new Floats();
  final Doubles doublesA = new Doubles();
  final Doubles doublesB = new Doubles();
  final Doubles doublesC = new Doubles();

  private Window() {}

  /** The windows of the current thread. */
  static Window local() {
    return LOCAL.get();
  }

  /** A pointer to float32 elements, without memory of its own. */
  static final class Floats extends FloatPointer {
    Floats() {
      super((Pointer) null);
    }

    /** Moves to an element of {@code base}, counted from its position. */
    Floats at(FloatPointer base, long offset) {
      address = base.address() + Float.BYTES * (base.position() + offset);
      return this;
    }
  }

  /** A pointer to float64 elements, without memory of its own. */
  static final class Doubles extends DoublePointer {
    Doubles() {
      super((Pointer) null);
    }

    /** Moves to an element of {@code base}, counted from its position. */
    Doubles at(DoublePointer base, long offset) {
      address = base.address() + Double.BYTES * (base.position() + offset);
      return this;
    }
  }

  /** Checks that rows 0 .. rows - 1 of a row-major block lie inside its memory. */
  static void check(String name, Pointer base, long offset, long rows, long columns, long stride) {
    if (rows < 0 || columns < 0 || stride < Math.max(1, columns) || offset < 0) {
      throw new IllegalArgumentException(
          name
              + " has "
              + rows
              + " x "
              + columns
              + " elements at offset "
              + offset
              + " with "
              + stride
              + " from row to row: give sizes that are not negative and at"
              + " least one row length from row to row.");
    }
    long needed = rows == 0 || columns == 0 ? 0 : offset + (rows - 1) * stride + columns;
    long available = base.limit() - base.position();
    if (needed > available) {
      throw new IllegalArgumentException(
          name + " needs " + needed + " elements of memory, but only " + available + " are there.");
    }
  }
}

package eddy.run;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;

/** Copies between Java arrays and little-endian bytes. */
final class NpyBytes {
  private NpyBytes() {}

  /** Puts elements {@code from .. from + count - 1} of the array into the buffer. */
  static void put(Object array, int from, int count, ByteBuffer buffer) {
    if (array instanceof float[] a) {
      buffer.asFloatBuffer().put(a, from, count);
    } else if (array instanceof double[] a) {
      buffer.asDoubleBuffer().put(a, from, count);
    } else if (array instanceof int[] a) {
      buffer.asIntBuffer().put(a, from, count);
    } else if (array instanceof long[] a) {
      buffer.asLongBuffer().put(a, from, count);
    } else {
      buffer.duplicate().put((byte[]) array, from, count);
    }
    buffer.position(buffer.position() + count * ElementType.of(array).bytes());
  }

  /** Gets {@code count} elements from the buffer into the array at {@code to}. */
  static void get(ByteBuffer buffer, Object array, int to, int count) {
    if (array instanceof float[] a) {
      buffer.asFloatBuffer().get(a, to, count);
    } else if (array instanceof double[] a) {
      buffer.asDoubleBuffer().get(a, to, count);
    } else if (array instanceof int[] a) {
      buffer.asIntBuffer().get(a, to, count);
    } else if (array instanceof long[] a) {
      buffer.asLongBuffer().get(a, to, count);
    } else {
      buffer.duplicate().get((byte[]) array, to, count);
    }
    buffer.position(buffer.position() + count * ElementType.of(array).bytes());
  }

  static int length(Object array) {
    return Array.getLength(array);
  }
}

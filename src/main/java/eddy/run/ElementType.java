package eddy.run;

/** The types of elements that a {@code .npy} file may have here. All are little-endian. */
public enum ElementType {
  /** {@code float[]}. */
  FLOAT32("<f4", 4),
  /** {@code double[]}. */
  FLOAT64("<f8", 8),
  /** {@code int[]}. */
  INT32("<i4", 4),
  /** {@code long[]}. */
  INT64("<i8", 8),
  /** {@code byte[]}, to be read as 0 .. 255. */
  UINT8("|u1", 1);

  private final String descriptor;
  private final int bytes;

  ElementType(String descriptor, int bytes) {
    this.descriptor = descriptor;
    this.bytes = bytes;
  }

  /** The name that NumPy has for it. */
  public String descriptor() {
    return descriptor;
  }

  /** Bytes of one element. */
  public int bytes() {
    return bytes;
  }

  /** The type of a Java array's elements. */
  static ElementType of(Object array) {
    if (array instanceof float[]) {
      return FLOAT32;
    } else if (array instanceof double[]) {
      return FLOAT64;
    } else if (array instanceof int[]) {
      return INT32;
    } else if (array instanceof long[]) {
      return INT64;
    } else if (array instanceof byte[]) {
      return UINT8;
    }
    throw new IllegalArgumentException(
        "A .npy file holds float[], double[], int[], long[] or byte[], not "
            + (array == null ? "null" : array.getClass().getSimpleName())
            + ".");
  }

  /** A Java array of this type. */
  Object newArray(int length) {
    return switch (this) {
      case FLOAT32 -> new float[length];
      case FLOAT64 -> new double[length];
      case INT32 -> new int[length];
      case INT64 -> new long[length];
      case UINT8 -> new byte[length];
    };
  }
}

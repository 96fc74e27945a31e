package eddy.run;

import java.lang.reflect.Array;

/**
 * An array with its shape, elements in C order (the last index runs fastest). It refers to the Java
 * array that it was made from.
 *
 * @param data {@code float[]}, {@code double[]}, {@code int[]}, {@code long[]} or {@code byte[]}
 * @param shape length of each dimension; the product is the length of {@code data}
 */
public record NpyArray(Object data, int[] shape) {
  /**
   * Checks type and shape.
   *
   * @throws IllegalArgumentException if the type is another one or the shape does not fit
   */
  public NpyArray {
    ElementType.of(data);
    long size = 1;
    for (int length : shape) {
      size *= length;
    }
    if (size != Array.getLength(data)) {
      throw new IllegalArgumentException(
          Array.getLength(data)
              + " elements do not fill the shape "
              + NpyHeader.tuple(shape)
              + ".");
    }
    shape = shape.clone();
  }

  /**
   * An array of the given shape; without a shape, of one dimension.
   *
   * @param data {@code float[]}, {@code double[]}, {@code int[]}, {@code long[]} or {@code byte[]}
   * @param shape length of each dimension
   */
  public static NpyArray of(Object data, int... shape) {
    ElementType.of(data);
    return new NpyArray(data, shape.length == 0 ? new int[] {Array.getLength(data)} : shape);
  }

  /** The type of the elements. */
  public ElementType type() {
    return ElementType.of(data);
  }

  @Override
  public int[] shape() {
    return shape.clone();
  }

  /** The elements, if they are float32; else an {@link IllegalStateException} names their type. */
  public float[] floats() {
    return (float[]) require(ElementType.FLOAT32);
  }

  /** The elements, if they are float64; else an {@link IllegalStateException} names their type. */
  public double[] doubles() {
    return (double[]) require(ElementType.FLOAT64);
  }

  /** The elements, if they are int32; else an {@link IllegalStateException} names their type. */
  public int[] ints() {
    return (int[]) require(ElementType.INT32);
  }

  /** The elements, if they are int64; else an {@link IllegalStateException} names their type. */
  public long[] longs() {
    return (long[]) require(ElementType.INT64);
  }

  /** The elements, if they are uint8; else an {@link IllegalStateException} names their type. */
  public byte[] bytes() {
    return (byte[]) require(ElementType.UINT8);
  }

  private Object require(ElementType wanted) {
    if (type() != wanted) {
      throw new IllegalStateException(
          "This array has elements of type " + type() + ", but " + wanted + " was asked for.");
    }
    return data;
  }
}

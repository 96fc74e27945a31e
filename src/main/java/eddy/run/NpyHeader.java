package eddy.run;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a {@code .npy} file: {@code \x93NUMPY}, version, length, and a Python dictionary,
 * padded with blanks to a multiple of 64 bytes. Written as version 1.0, read as 1.0, 2.0 or 3.0.
 *
 * <p>Source: NumPy's documentation of {@code numpy.lib.format}.
 *
 * @param type type of the elements
 * @param shape length of each dimension
 * @param bytes length of the header, where the elements start
 */
record NpyHeader(ElementType type, long[] shape, int bytes) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Pattern DICTIONARY =
      Pattern.compile(
          "\\{\\s*'descr':\\s*'([^']*)',\\s*'fortran_order':\\s*(True|False),"
              + "\\s*'shape':\\s*\\(([0-9, ]*)\\),?\\s*}\\s*");
  private static final int ALIGNMENT = 64;

  /** The header as bytes, at least {@code least} of them. */
  static byte[] format(ElementType type, long[] shape, int least) {
    String dictionary =
        "{'descr': '"
            + type.descriptor()
            + "', 'fortran_order': False, 'shape': "
            + tuple(shape)
            + ", }";
    int needed = Math.max(least, MAGIC.length + 4 + dictionary.length() + 1);
    int length = (needed + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    byte[] header = new byte[length];
    java.util.Arrays.fill(header, (byte) ' ');
    System.arraycopy(MAGIC, 0, header, 0, MAGIC.length);
    int rest = length - MAGIC.length - 4;
    header[MAGIC.length] = 1;
    header[MAGIC.length + 1] = 0;
    header[MAGIC.length + 2] = (byte) rest;
    header[MAGIC.length + 3] = (byte) (rest >>> 8);
    byte[] text = dictionary.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, header, MAGIC.length + 4, text.length);
    header[length - 1] = '\n';
    return header;
  }

  /**
   * Reads a header.
   *
   * @param in at the start of the file
   * @param name names the file in messages
   * @throws IOException with one sentence if this is not a header that can be used here
   */
  static NpyHeader read(DataInputStream in, String name) throws IOException {
    try {
      for (byte expected : MAGIC) {
        if (in.readByte() != expected) {
          throw new IOException(name + " is not a .npy file: it does not start with \\x93NUMPY.");
        }
      }
      int version = in.readUnsignedByte();
      in.readUnsignedByte();
      int prefix = MAGIC.length + 2 + (version == 1 ? 2 : 4);
      int length = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
      if (version != 1) {
        length |= Short.toUnsignedInt(Short.reverseBytes(in.readShort())) << 16;
      }
      if (version < 1 || version > 3 || length < 0 || length > 1 << 20) {
        throw new IOException(name + " has a .npy header of an unknown version or length.");
      }
      byte[] text = new byte[length];
      in.readFully(text);
      return parse(new String(text, StandardCharsets.UTF_8), prefix + length, name);
    } catch (EOFException e) {
      throw new IOException(name + " ends within its .npy header: make or fetch it again.", e);
    }
  }

  private static NpyHeader parse(String text, int bytes, String name) throws IOException {
    Matcher dictionary = DICTIONARY.matcher(text);
    if (!dictionary.matches()) {
      throw new IOException(
          name + " holds something else than a plain array of numbers: " + text.strip() + ".");
    }
    if (dictionary.group(2).equals("True")) {
      throw new IOException(
          name + " is in Fortran order: save it again with numpy.ascontiguousarray.");
    }
    ElementType type = null;
    for (ElementType candidate : ElementType.values()) {
      if (candidate.descriptor().equals(dictionary.group(1))) {
        type = candidate;
      }
    }
    if (type == null) {
      throw new IOException(
          name
              + " has elements of type "
              + dictionary.group(1)
              + ": save them as <f4, <f8, <i4, <i8 or |u1.");
    }
    String[] lengths =
        dictionary.group(3).isBlank() ? new String[0] : dictionary.group(3).split(",");
    long[] shape = new long[lengths.length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = Long.parseLong(lengths[i].strip());
    }
    return new NpyHeader(type, shape, bytes);
  }

  /** Elements in one index of the first dimension. */
  long rowLength() {
    long product = 1;
    for (int i = 1; i < shape.length; i++) {
      product = Math.multiplyExact(product, shape[i]);
    }
    return product;
  }

  /** Elements in all. */
  long size() {
    return shape.length == 0 ? 1 : Math.multiplyExact(shape[0], rowLength());
  }

  /** The shape as Python writes it. */
  static String tuple(long... shape) {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < shape.length; i++) {
      text.append(i == 0 ? "" : " ").append(shape[i]).append(i + 1 < shape.length ? "," : "");
    }
    return text.append(shape.length == 1 ? ",)" : ")").toString();
  }

  /** The shape as Python writes it. */
  static String tuple(int... shape) {
    return tuple(java.util.Arrays.stream(shape).asLongStream().toArray());
  }
}

package eddy.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as 64 hexadecimal digits. */
final class Sha256 {
  private static final int BLOCK = 16_384;

  private Sha256() {}

  static String of(byte[] bytes) {
    return hex(digest().digest(bytes));
  }

  /** Of arrays in memory: pixels as big-endian float32, then labels as big-endian int32. */
  static String of(float[] pixels, int[] labels) {
    MessageDigest digest = digest();
    ByteBuffer buffer = ByteBuffer.allocate(4 * BLOCK);
    for (int from = 0; from < pixels.length; from += BLOCK) {
      int n = Math.min(BLOCK, pixels.length - from);
      buffer.asFloatBuffer().put(pixels, from, n);
      digest.update(buffer.array(), 0, 4 * n);
    }
    for (int from = 0; from < labels.length; from += BLOCK) {
      int n = Math.min(BLOCK, labels.length - from);
      buffer.asIntBuffer().put(labels, from, n);
      digest.update(buffer.array(), 0, 4 * n);
    }
    return hex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no SHA-256; use another one.", e);
    }
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}

package eddy.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The unpacked content of a file that may be gzipped, whatever its name says.
 *
 * @param path where it lies
 * @param bytes the content
 * @param remedy what a user does when the file is bad, as the end of a sentence
 */
record StoredFile(Path path, byte[] bytes, String remedy) {
  private static final int LARGEST = 1 << 30;

  static StoredFile read(Path path, String remedy) {
    byte[] stored;
    try {
      if (Files.size(path) > LARGEST) {
        throw new DataException(path + " is larger than 1 GiB and cannot be a data file.");
      }
      stored = Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new DataException("There is no file " + path + ": " + remedy + ".", e);
    } catch (IOException e) {
      throw new DataException(
          path + " cannot be read (" + e.getMessage() + "): check the disk and the permissions.",
          e);
    }
    boolean zipped = stored.length > 1 && (stored[0] & 0xff) == 0x1f && (stored[1] & 0xff) == 0x8b;
    if (!zipped && path.toString().endsWith(".gz")) {
      throw new DataException(path + " is no gzip file, in spite of its name: " + remedy + ".");
    }
    return new StoredFile(path, zipped ? unpack(path, stored, remedy) : stored, remedy);
  }

  private static byte[] unpack(Path path, byte[] stored, String remedy) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(stored), 1 << 16)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(32, 5 * stored.length));
      byte[] block = new byte[1 << 16];
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        if (out.size() > LARGEST - n) {
          throw new DataException(path + " unpacks to more than 1 GiB and cannot be a data file.");
        }
        out.write(block, 0, n);
      }
      return out.toByteArray();
    } catch (EOFException e) {
      throw new DataException(
          path + " is cut off after " + stored.length + " bytes: " + remedy + ".", e);
    } catch (ZipException e) {
      throw new DataException(
          path + " is a damaged gzip file (" + e.getMessage() + "): " + remedy + ".", e);
    } catch (IOException e) {
      throw new DataException(path + " cannot be unpacked (" + e.getMessage() + ").", e);
    }
  }

  /** A big-endian 32-bit number of the header. */
  int header(int field) {
    if (bytes.length < 4 * field + 4) {
      throw bad("is cut off: " + bytes.length + " bytes are less than its header");
    }
    return ByteBuffer.wrap(bytes).getInt(4 * field);
  }

  /** The exception for a file that is not what it should be. */
  DataException bad(String what) {
    return new DataException(path + " " + what + "; " + remedy + ".");
  }
}

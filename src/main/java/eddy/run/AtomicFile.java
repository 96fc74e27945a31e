package eddy.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file so that a reader finds either the old content or the whole new one, whatever
 * happens in between: the content goes to a temporary file beside it ({@code
 * .name.<process>.part}), reaches the disk, and is renamed. Two processes may write the same file:
 * the last one wins.
 */
public final class AtomicFile {
  private static final int BUFFER = 1 << 16;
  private static final long PROCESS = ProcessHandle.current().pid();

  private AtomicFile() {}

  /** What is written. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it; the stream is closed by the caller. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes or replaces a file; makes the folders above it.
   *
   * @param file where
   * @param content what
   * @throws UncheckedIOException if it cannot be written; the old file is then as it was
   */
  public static void write(Path file, Content content) {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    Path part = folder.resolve("." + target.getFileName() + "." + PROCESS + ".part");
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      syncFolder(folder);
    } catch (IOException e) {
      discard(part);
      throw new UncheckedIOException(
          "Cannot write " + file + ": " + reason(e) + " The old file, if any, is unchanged.", e);
    }
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException kept) {
      // The next write of the same file replaces what is left here.
      part.toFile().deleteOnExit();
    }
  }

  /**
   * Makes the renaming itself survive a power failure, where folders can be opened (not Windows).
   */
  private static void syncFolder(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** The reason of a failure as a sentence. */
  static String reason(IOException e) {
    String kind = e.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    String said = e.getMessage() == null ? "" : ": " + e.getMessage();
    return kind.replace(" Exception", "") + said + ".";
  }
}

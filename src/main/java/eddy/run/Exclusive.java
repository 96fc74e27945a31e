package eddy.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right of one computation to write in a folder: a lock on a small file in it, which the system
 * gives back even when the process is killed. On a file system without locks everybody gets it.
 */
public final class Exclusive implements AutoCloseable {
  private static final long POLL_MILLISECONDS = 50;
  private static final String FILE = "in-use.lock";

  private final FileChannel channel;

  private Exclusive(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the right, or waits a while for who has it: a cell that was interrupted needs a moment to
   * write its checkpoint.
   *
   * @param folder is made if it is not there
   * @param patience how long to wait, in milliseconds
   * @throws IllegalStateException if another process, or another cell of this one, still has it
   * @throws UncheckedIOException if the folder cannot be written
   * @throws ComputationInterrupted if the thread is interrupted
   */
  public static Exclusive in(Path folder, long patience) {
    Exclusive right = new Exclusive(open(folder));
    try {
      long last = System.nanoTime() + 1_000_000 * patience;
      while (!right.taken()) {
        if (System.nanoTime() > last) {
          throw new IllegalStateException(
              "Another notebook or ./eddy command is working in "
                  + folder
                  + ": wait until it is done, or stop it, then run this again; it goes on from what"
                  + " the other has saved.");
        }
        Thread.sleep(POLL_MILLISECONDS);
      }
      return right;
    } catch (InterruptedException e) {
      right.close();
      throw new ComputationInterrupted("Interrupted before anything was begun in " + folder + ".");
    } catch (RuntimeException e) {
      right.close();
      throw e;
    }
  }

  private static FileChannel open(Path folder) {
    try {
      Files.createDirectories(folder);
      return FileChannel.open(
          folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write in " + folder + ": " + AtomicFile.reason(e) + " Choose one that can.", e);
    }
  }

  private boolean taken() {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException ours) {
      return false;
    } catch (IOException noLocksHere) {
      return true;
    }
  }

  /** Gives the right back. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close the lock: " + AtomicFile.reason(e), e);
    }
  }
}

package eddy.linalg;

import java.lang.ref.Cleaner;
import java.util.Locale;
import org.bytedeco.javacpp.Pointer;

/**
 * A block of zeroed memory outside the Java heap. It is freed on {@link #close}, or later by the
 * garbage collector; while a native call uses it ({@link #acquire} to {@link #release}) it stays,
 * even when another thread closes it. JavaCPP's own limit ({@code org.bytedeco.javacpp.maxbytes})
 * does not apply: a matrix may be larger than the Java heap.
 */
final class OffHeap implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();

  private final Block block;
  private final Cleaner.Cleanable cleanable;
  private int users;
  private volatile boolean closed;

  /**
   * Takes the memory.
   *
   * @param size number of elements, not negative
   * @param elementBytes bytes of one
   * @param what names the owner in the message when there is not enough memory
   */
  OffHeap(long size, int elementBytes, String what) {
    boolean countable = size <= Long.MAX_VALUE / elementBytes;
    Pointer start = countable ? Pointer.calloc(Math.max(1, size), elementBytes) : null;
    if (start == null || start.isNull()) {
      double gib = (double) size * elementBytes / (1 << 30);
      throw new OutOfMemoryError(
          String.format(
              Locale.ROOT, "%s needs %.1f GiB, which this machine does not have free.", what, gib));
    }
    block = new Block(start);
    cleanable = CLEANER.register(this, block);
  }

  Pointer start() {
    return block.start;
  }

  /** Refuses a closed matrix. */
  void requireOpen() {
    if (closed) {
      throw new IllegalStateException("This matrix was closed; make a new one.");
    }
  }

  synchronized void acquire() {
    requireOpen();
    users++;
  }

  synchronized void release() {
    users--;
    freeIfUnused();
  }

  @Override
  public synchronized void close() {
    closed = true;
    freeIfUnused();
  }

  private void freeIfUnused() {
    if (closed && users == 0) {
      cleanable.clean();
    }
  }

  private record Block(Pointer start) implements Runnable {
    @Override
    public void run() {
      Pointer.free(start);
    }
  }
}

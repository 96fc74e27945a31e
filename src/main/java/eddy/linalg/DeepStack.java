package eddy.linalg;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs LAPACK on a thread with a stack of 64 MiB. OpenBLAS keeps half a megabyte of job
 * descriptions on the stack in each level of its parallel LU factorisation, which overflows the 1
 * MiB of a Java thread and kills the JVM (OpenBLAS issues 1082 and 3229).
 */
final class DeepStack {
  private static final long STACK_BYTES = 1L << 26;

  private DeepStack() {}

  /** Runs a task and waits for it, also when the waiting thread is interrupted. */
  static <T> T call(Callable<T> task) {
    FutureTask<T> future = new FutureTask<>(task);
    Thread thread = new Thread(null, future, "eddy: LAPACK", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          if (e.getCause() instanceof Error error) {
            throw error;
          }
          if (e.getCause() instanceof RuntimeException failure) {
            throw failure;
          }
          throw new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

package eddy.study.longrun;

import eddy.linalg.Blas;
import eddy.run.ComputationInterrupted;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs tasks side by side, BLAS with one thread each. */
final class Workers {
  private Workers() {}

  /**
   * Runs all tasks, each on a thread of its own, and waits until none runs any more.
   *
   * @param safe what is already safe on disk
   * @param tasks they must poll their interrupt
   * @return their results, in order
   * @throws ComputationInterrupted if the caller is interrupted; the tasks are interrupted too
   */
  static <T> List<T> all(String safe, List<? extends Callable<T>> tasks) {
    int before = Blas.threads();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            tasks.size(),
            task -> {
              Thread thread = new Thread(task, "eddy-study");
              thread.setDaemon(true);
              return thread;
            });
    Blas.threads(1);
    try {
      List<Future<T>> running = new ArrayList<>();
      tasks.forEach(task -> running.add(pool.submit(task)));
      return results(pool, running, safe);
    } finally {
      pool.shutdown();
      Blas.threads(before);
    }
  }

  private static <T> List<T> results(ExecutorService pool, List<Future<T>> running, String safe) {
    List<T> found = new ArrayList<>();
    boolean interrupted = false;
    Throwable failure = null;
    for (Future<T> one : running) {
      boolean waiting = true;
      while (waiting) {
        try {
          found.add(one.get());
          waiting = false;
        } catch (InterruptedException e) {
          interrupted = true;
          pool.shutdownNow();
        } catch (ExecutionException e) {
          failure = failure == null ? e.getCause() : failure;
          waiting = false;
          pool.shutdownNow();
        }
      }
    }
    if (interrupted) {
      throw new ComputationInterrupted(
          safe.isEmpty()
              ? "Interrupted before anything was saved; run it again to start over."
              : "Interrupted; safe on disk: " + safe + ". Run it again to go on from there.");
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    } else if (failure instanceof Error e) {
      throw e;
    } else if (failure != null) {
      throw new IllegalStateException(failure);
    }
    return found;
  }
}

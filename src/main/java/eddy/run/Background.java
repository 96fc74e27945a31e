package eddy.run;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Calls that cannot be interrupted, such as LAPACK on a large matrix. A call runs on a daemon
 * thread of its own under a key; an interrupt detaches the caller at once while the call goes on,
 * and the next call with the same key joins it or takes its result. A result is handed out once;
 * the calls of this process are the only state.
 */
public final class Background {
  private static final Map<String, FutureTask<?>> CALLS = new ConcurrentHashMap<>();

  private Background() {}

  /**
   * Runs a task, or joins the one that runs under this key, and waits for its result.
   *
   * @param key names the result: what is computed from which input and settings. Calls with the
   *     same key must mean the same result.
   * @param task computes it; it must own what it uses, for it may outlive the caller
   * @return the result
   * @throws ComputationInterrupted if the waiting thread is interrupted; the task goes on
   */
  public static <T> T call(String key, Callable<T> task) {
    FutureTask<?> call = CALLS.computeIfAbsent(key, k -> start(k, task));
    try {
      @SuppressWarnings("unchecked")
      T result = (T) call.get();
      CALLS.remove(key, call);
      return result;
    } catch (InterruptedException e) {
      throw new ComputationInterrupted(
          "Interrupted; \""
              + key
              + "\" goes on in the background, and running it again takes its"
              + " result (stopping the kernel loses it).");
    } catch (ExecutionException e) {
      CALLS.remove(key, call);
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("\"" + key + "\" failed: " + e.getCause(), e.getCause());
    }
  }

  /** Whether a call with this key runs, or has a result that nobody has taken yet. */
  public static boolean holds(String key) {
    return CALLS.containsKey(key);
  }

  private static <T> FutureTask<T> start(String key, Callable<T> task) {
    FutureTask<T> call = new FutureTask<>(task);
    Thread thread = new Thread(call, "eddy: " + key);
    thread.setDaemon(true);
    thread.start();
    return call;
  }
}

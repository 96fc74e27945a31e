package eddy.run;

/** How a long loop notices that its user pressed "interrupt". */
public final class Interrupts {
  private Interrupts() {}

  /** Whether the current thread was asked to stop; leaves the request standing. */
  public static boolean requested() {
    return Thread.currentThread().isInterrupted();
  }

  /**
   * Stops the computation if the current thread was asked to stop. The request is taken: the
   * exception stands for it from then on, and the thread can be used again.
   *
   * @param safe what is already safe on disk, such as "epochs 1 to 12"; empty when nothing is
   * @throws ComputationInterrupted if the thread was interrupted
   */
  public static void check(String safe) {
    if (Thread.interrupted()) {
      throw new ComputationInterrupted(
          safe.isEmpty()
              ? "Interrupted before anything was saved; run it again to start over."
              : "Interrupted; safe on disk: " + safe + ". Run it again to go on from there.");
    }
  }
}

package eddy.bench;

/** Lets the just-in-time compiler finish before anything counts. */
final class Warmup {
  private static final long NANOSECONDS = 20_000_000_000L;

  private Warmup() {}

  static void run(Runnable work) {
    long end = System.nanoTime() + NANOSECONDS;
    do {
      work.run();
    } while (System.nanoTime() < end);
  }
}

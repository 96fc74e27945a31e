package eddy.bench;

import java.util.function.DoubleSupplier;

/**
 * One way of doing a piece of work.
 *
 * @param name as the table shows it
 * @param seconds does the work once and returns the seconds it took
 */
record Contender(String name, DoubleSupplier seconds) {

  /** A contender in this process, timed here. */
  static Contender here(String name, Runnable work) {
    return new Contender(
        name,
        () -> {
          long start = System.nanoTime();
          work.run();
          return (System.nanoTime() - start) * 1e-9;
        });
  }
}

package eddy.study.own;

import eddy.run.Machine;

/**
 * What a spectrum may cost.
 *
 * @param bytes of memory outside the Java heap
 * @param operations multiplications with additions; 10¹⁴ take 5 to 20 minutes on two cores
 */
public record Budget(long bytes, double operations) {
  private static final double SHARE = 0.6;

  /** Checks the ranges. */
  public Budget {
    if (bytes < 1 || !(operations >= 1)) {
      throw new IllegalArgumentException(
          "A budget is at least a byte and an operation, not "
              + bytes
              + " and "
              + operations
              + ".");
    }
  }

  /** Six tenths of the memory of this machine, and 10¹⁴ operations. */
  public static Budget ofThisMachine() {
    return new Budget((long) (SHARE * Machine.current().memory()), 1e14);
  }
}

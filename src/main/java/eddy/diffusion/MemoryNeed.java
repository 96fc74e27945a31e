package eddy.diffusion;

import eddy.run.Machine;
import java.util.Locale;

/** Whether a dense D fits the machine. */
final class MemoryNeed {
  private static final double USABLE = 0.8;

  private MemoryNeed() {}

  /** Bytes that matrices may take: most of the physical memory. */
  static long available() {
    return (long) (USABLE * Machine.current().memory());
  }

  /**
   * Refuses what does not fit.
   *
   * @throws IllegalArgumentException with the size and the alternative
   */
  static void requireDense(int d, Precision precision, long available) {
    long need = (long) d * d * precision.bytes();
    if (need > available) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A diffusion matrix of %,d weights in %s takes %.1f GB and this machine can spare"
                  + " %.1f GB: compute its largest eigenvalues with LeadingEigenpairs instead%s.",
              d,
              precision,
              need / 1e9,
              available / 1e9,
              precision == Precision.FLOAT64 && need / 2 <= available
                  ? ", or all of it in FLOAT32"
                  : ""));
    }
  }
}

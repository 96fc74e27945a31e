package eddy.diffusion;

/**
 * The arithmetic in which a diffusion matrix was accumulated, and whose epsilon a rank is taken at.
 */
public enum Precision {
  /** Single precision: twice as fast, for figures. */
  FLOAT32(0x1p-23, 1e-6, Float.BYTES),
  /** Double precision, on single-precision gradients. */
  FLOAT64(0x1p-52, 0x1p-52, Double.BYTES);

  private final double epsilon;
  private final double noiseFloor;
  private final int bytes;

  Precision(double epsilon, double noiseFloor, int bytes) {
    this.epsilon = epsilon;
    this.noiseFloor = noiseFloor;
    this.bytes = bytes;
  }

  /** The distance from 1 to the next larger number: 1.1920929e-7 or 2.220446e-16. */
  public double epsilon() {
    return epsilon;
  }

  /** Eigenvalues below this share of the largest are round-off, and are never quoted. */
  public double noiseFloor() {
    return noiseFloor;
  }

  /** Bytes that a number takes. */
  int bytes() {
    return bytes;
  }
}

package eddy.potential;

/**
 * The Bernoulli function B(z) = z / (e^z - 1), the weight of Scharfetter and Gummel (IEEE Trans.
 * Electron Devices 16, 1969): between two cells over which the drift changes the density by the
 * factor e^z, the flux (B(-z) left - B(z) right) is exact for a constant drift.
 */
final class Bernoulli {
  /** Beyond this, B would leave the range of double. */
  private static final double LARGEST = 600;

  private Bernoulli() {}

  /** B(z) for -600 &lt;= z &lt;= 600, for z outside its value at the nearer end; above 0. */
  static double of(double z) {
    double t = Math.min(Math.abs(z), LARGEST);
    double b;
    if (t < 0.1) {
      double s = t * t;
      b = 1 - t / 2 + s * (1 / 12. - s * (1 / 720. - s * (1 / 30240. - s / 1209600.)));
    } else {
      double e = Math.exp(-t);
      b = t * e / (1 - e);
    }
    return z < 0 ? b + t : b;
  }
}

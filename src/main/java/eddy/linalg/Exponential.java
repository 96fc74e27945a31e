package eddy.linalg;

/**
 * exp of many numbers at once, to 1e-15 relative: exp(x) = 2^k exp(r), r = x - k log 2 in +-(log
 * 2)/2, exp(r) by a polynomial of degree 10. What lies beyond -708 .. 709 counts as the nearer end.
 *
 * <p>This class does it in plain Java, {@link VectorExponential} the same operations with the
 * Vector API: the same bits.
 */
public class Exponential {
  static final double LOW = -708;
  static final double HIGH = 709;
  static final double LOG2_E = 1.4426950408889634;

  /** 1.5 2^52: what is added to it is rounded to a whole number, in the last bits of the sum. */
  static final double MAGIC = 0x1.8p52;

  static final double LN2_HIGH = 0.6931471803691238;
  static final double LN2_LOW = 1.9082149292705877e-10;
  static final double C0 = 1.0;
  static final double C1 = 1.0000000000000067;
  static final double C2 = 0.5000000000000031;
  static final double C3 = 0.16666666666554394;
  static final double C4 = 0.041666666666402966;
  static final double C5 = 0.008333333385670785;
  static final double C6 = 0.0013888888972155983;
  static final double C7 = 0.00019841170267116893;
  static final double C8 = 2.480146660613098e-05;
  static final double C9 = 2.7640182026791945e-06;
  static final double C10 = 2.763892507246406e-07;

  private static final Exponential BEST =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
          ? new VectorExponential()
          : new Exponential();

  Exponential() {}

  /** With the Vector API where the Java virtual machine has it, otherwise plain. */
  public static Exponential best() {
    return BEST;
  }

  /**
   * Replaces the first n numbers by their exponentials; NaN stays NaN.
   *
   * @param a numbers
   * @param n how many, at most its length
   */
  public void apply(double[] a, int n) {
    apply(a, 0, n);
  }

  /** Numbers from .. n - 1, one by one. */
  void apply(double[] a, int from, int n) {
    for (int i = from; i < n; i++) {
      double x = Math.min(Math.max(a[i], LOW), HIGH);
      double k = Math.fma(x, LOG2_E, MAGIC);
      double whole = k - MAGIC;
      double r = Math.fma(whole, -LN2_LOW, Math.fma(whole, -LN2_HIGH, x));
      double r2 = r * r;
      double r4 = r2 * r2;
      double low = Math.fma(Math.fma(C3, r, C2), r2, Math.fma(C1, r, C0));
      double middle = Math.fma(Math.fma(C7, r, C6), r2, Math.fma(C5, r, C4));
      double high = Math.fma(C10, r2, Math.fma(C9, r, C8));
      double e = Math.fma(Math.fma(high, r4, middle), r4, low);
      a[i] =
          Double.longBitsToDouble(
              Double.doubleToRawLongBits(e) + (Double.doubleToRawLongBits(k) << 52));
    }
  }
}

package eddy.trajectory;

/**
 * e^x for −87 ≤ x ≤ 0 (smaller x count as −87) in float32, to two units in the last place: x = n
 * log 2 + r with |r| ≤ ½ log 2, a polynomial of degree 7 in r (S. L. Moshier, Cephes Mathematical
 * Library, expf), and n added to the exponent bits. Without branches, so that the plain and the
 * vector path share it step by step.
 */
final class Exponential {
  static final float LEAST = -87f;
  static final float LOG2_E = 1.44269504088896341f;

  /** Adding it rounds to a whole number and leaves that number in the low bits. */
  static final float ROUND = 12582912f;

  /** log 2 in two parts, the first exact in few bits. */
  static final float LN2_HIGH = 0.693359375f;

  static final float LN2_LOW = -2.12194440e-4f;
  static final float C0 = 1.9875691500e-4f;
  static final float C1 = 1.3981999507e-3f;
  static final float C2 = 8.3334519073e-3f;
  static final float C3 = 4.1665795894e-2f;
  static final float C4 = 1.6666665459e-1f;
  static final float C5 = 5.0000001201e-1f;
  static final int FRACTION_BITS = 23;

  private Exponential() {}

  static float of(float x) {
    float clamped = Math.max(x, LEAST);
    float shifted = Math.fma(clamped, LOG2_E, ROUND);
    float n = shifted - ROUND;
    float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, clamped));
    float p = C0;
    p = Math.fma(p, r, C1);
    p = Math.fma(p, r, C2);
    p = Math.fma(p, r, C3);
    p = Math.fma(p, r, C4);
    p = Math.fma(p, r, C5);
    float y = Math.fma(p, r * r, r) + 1;
    int exponent = Float.floatToRawIntBits(shifted) << FRACTION_BITS;
    return Float.intBitsToFloat(Float.floatToRawIntBits(y) + exponent);
  }
}

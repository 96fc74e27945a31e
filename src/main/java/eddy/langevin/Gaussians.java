package eddy.langevin;

import eddy.run.RandomStream;
import eddy.run.StreamName;

/**
 * The standard normal numbers of one bundle of paths, by the method of Box and Muller in
 * polynomials, accurate to 4e-8 relative. The words come from {@value #LANES} generators
 * xoshiro256+ (D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS
 * 47, 2021) side by side, seeded by a substream of Philox; their state belongs to a checkpoint.
 *
 * <p>One word of 64 bits makes two numbers: u in (0, 1] from its upper 52 bits, a in (-1/2, 1/2)
 * from its lower 22 (where both have them they are below 2^-40 in u), two signs from the two above.
 * With r = sqrt(-log u), c = cos(pi a/2), s = sin(pi a/2) the numbers are ±r (c - s) and ±r (c +
 * s): the angle pi a/2 + pi/4 lies in the first quadrant, cos and sin of pi/4 are in r. Magnitudes
 * reach 8.4. As the angles lie on a regular grid, no moment that a sample could see is affected by
 * it.
 *
 * <p>This class does it in plain Java, {@link VectorGaussians} the same operations with the Vector
 * API: the same bits.
 */
class Gaussians {
  /** Generators side by side. */
  static final int LANES = 8;

  static final long ONE = 0x3FF0000000000000L;
  static final long SIGN = 0x8000000000000000L;
  static final long MANTISSA = 0x000FFFFFFFFFFFFFL;

  /** The bits of sqrt(1/2): mantissas are taken from there to sqrt(2). */
  static final long ROOT_HALF = 0x3FE6A09E667F3BCDL;

  /** Added to the bits of u so that the exponent field counts from {@link #ROOT_HALF}. */
  static final long SHIFT = ONE - ROOT_HALF;

  /** The bits of 2^52, whose last bits are a whole number. */
  static final long WHOLE = 0x4330000000000000L;

  static final double WHOLE_BIAS = 0x1p52 + 1023;
  static final double MINUS_LN2 = -0.6931471805599453;
  static final double ANGLE_CENTRE = 1.5 - 0x1p-23;

  /** -log(1 + r) = r (L0 + L1 r + ...) for 1 + r in sqrt(1/2) .. sqrt(2), to 2.7e-8 relative. */
  static final double L0 = -0.9999999750470583;

  static final double L1 = 0.49999977740848195;
  static final double L2 = -0.3333416042895995;
  static final double L3 = 0.250029461730268;
  static final double L4 = -0.19958417691223593;
  static final double L5 = 0.16543736121281544;
  static final double L6 = -0.14917371411783975;
  static final double L7 = 0.14482198982871522;
  static final double L8 = -0.089599447389174;

  /** sin(pi a/2) = a (S0 + S1 a^2 + ...) for |a| up to 1/2, to 5e-9. */
  static final double S0 = 1.5707963219668166;

  static final double S1 = -0.6459634786420331;
  static final double S2 = 0.07968022806858271;
  static final double S3 = -0.004602176997102064;

  /** cos(pi a/2) = C0 + C1 a^2 + ... for |a| up to 1/2, to 2.8e-8. */
  static final double C0 = 0.9999999724234044;

  static final double C1 = -1.2336970142505714;
  static final double C2 = 0.25359864412238164;
  static final double C3 = -0.02040835254134248;

  /** Four words for each generator, {@code [word][generator]}. */
  final long[] state = new long[4 * LANES];

  Gaussians(long seed, int bundle) {
    RandomStream words = new RandomStream(seed, StreamName.NOISE, bundle);
    for (int i = 0; i < state.length; i++) {
      state[i] = words.nextLong();
    }
  }

  /** With the Vector API where the Java virtual machine has it, otherwise plain. */
  static Gaussians best(long seed, int bundle) {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        ? new VectorGaussians(seed, bundle)
        : new Gaussians(seed, bundle);
  }

  /**
   * Fills an array.
   *
   * @param out its length is a multiple of {@value Bundle#GRAIN}
   */
  void fill(double[] out) {
    for (int at = 0; at < out.length; at += 2 * LANES) {
      for (int l = 0; l < LANES; l++) {
        pair(next(l), out, at + l);
      }
    }
  }

  private long next(int l) {
    long s0 = state[l];
    long s1 = state[LANES + l];
    long s2 = state[2 * LANES + l];
    long s3 = state[3 * LANES + l];
    final long word = s0 + s3;
    final long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    state[l] = s0;
    state[LANES + l] = s1;
    state[2 * LANES + l] = s2;
    state[3 * LANES + l] = Long.rotateLeft(s3, 45);
    return word;
  }

  private static void pair(long word, double[] out, int at) {
    double u = 2 - Double.longBitsToDouble(word >>> 12 | ONE);
    long bits = Double.doubleToRawLongBits(u) + SHIFT;
    double k = Double.longBitsToDouble(bits >>> 52 | WHOLE) - WHOLE_BIAS;
    double r = Double.longBitsToDouble((bits & MANTISSA) + ROOT_HALF) - 1;
    double r2 = r * r;
    double r4 = r2 * r2;
    double low = Math.fma(Math.fma(L3, r, L2), r2, Math.fma(L1, r, L0));
    double high = Math.fma(L8, r4, Math.fma(Math.fma(L7, r, L6), r2, Math.fma(L5, r, L4)));
    double radius = Math.sqrt(Math.fma(Math.fma(high, r4, low), r, k * MINUS_LN2));
    double a = Double.longBitsToDouble(word << 30 & MANTISSA | ONE) - ANGLE_CENTRE;
    double q = a * a;
    double s = Math.fma(Math.fma(Math.fma(S3, q, S2), q, S1), q, S0) * a;
    double c = Math.fma(Math.fma(Math.fma(C3, q, C2), q, C1), q, C0);
    out[at] = signed((c - s) * radius, word << 41);
    out[at + LANES] = signed((c + s) * radius, word << 40);
  }

  private static double signed(double magnitude, long sign) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(magnitude) ^ sign & SIGN);
  }

  /** The state that a checkpoint stores. */
  long[] state() {
    return state.clone();
  }

  void restore(long[] saved, int offset) {
    System.arraycopy(saved, offset, state, 0, state.length);
  }
}

package eddy.run;

/**
 * The Philox4x32-10 block function: a bijection of 128-bit counters for each 64-bit key, ten rounds
 * of
 *
 * <pre>
 *   (c0, c1, c2, c3) &lt;- (hi(M1 c2) ^ c1 ^ k0, lo(M1 c2), hi(M0 c0) ^ c3 ^ k1, lo(M0 c0))
 *   (k0, k1)         &lt;- (k0 + W0, k1 + W1)
 * </pre>
 *
 * with M0 = 0xD2511F53, M1 = 0xCD9E8D57, W0 = 0x9E3779B9, W1 = 0xBB67AE85, all arithmetic modulo
 * 2^32. There is no state: the n-th block is a function of n.
 *
 * <p>Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy
 * as 1, 2, 3", SC'11, section 3.3. Tested against the known answers published with Random123.
 */
public final class Philox {
  private static final long M0 = 0xD2511F53L;
  private static final long M1 = 0xCD9E8D57L;
  private static final int W0 = 0x9E3779B9;
  private static final int W1 = 0xBB67AE85;
  private static final int ROUNDS = 10;
  private static final long LOW = 0xFFFFFFFFL;

  private Philox() {}

  /**
   * Encrypts one counter.
   *
   * @param counterLow words c0 (low half) and c1 (high half) of the counter
   * @param counterHigh words c2 (low half) and c3 (high half) of the counter
   * @param key words k0 (low half) and k1 (high half) of the key
   * @param out receives the four words of the block at {@code offset .. offset + 3}
   * @param offset where the block starts in {@code out}
   * @throws ArrayIndexOutOfBoundsException if {@code out} has no room for four words at {@code
   *     offset}
   */
  public static void block(long counterLow, long counterHigh, long key, int[] out, int offset) {
    int c0 = (int) counterLow;
    int c1 = (int) (counterLow >>> 32);
    int c2 = (int) counterHigh;
    int c3 = (int) (counterHigh >>> 32);
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      long p0 = M0 * (c0 & LOW);
      long p1 = M1 * (c2 & LOW);
      c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
      c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
      c1 = (int) p1;
      c3 = (int) p0;
      k0 += W0;
      k1 += W1;
    }
    out[offset] = c0;
    out[offset + 1] = c1;
    out[offset + 2] = c2;
    out[offset + 3] = c3;
  }
}

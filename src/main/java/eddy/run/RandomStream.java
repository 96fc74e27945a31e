package eddy.run;

/**
 * A stream of random numbers fixed by (seed, name, substream): the words of {@link Philox} under
 * the key {@code seed} at the counters (block, name, substream), block = 0, 1, 2, ... All that a
 * checkpoint has to store is {@link #position()}; {@link #seek} goes there at once, and any split
 * of the work over substreams or positions draws the same bits.
 *
 * <p>Not safe for use by several threads at once: give each thread a substream.
 */
public final class RandomStream {
  /** Substreams are numbered 0 .. {@code MAX_SUBSTREAM}. */
  public static final long MAX_SUBSTREAM = (1L << 56) - 1;

  private final long seed;
  private final long counterHigh;
  private final int[] words = new int[4];
  private long position;

  /**
   * Substream 0 of the named stream.
   *
   * @param seed any number
   * @param name what the numbers are for
   */
  public RandomStream(long seed, StreamName name) {
    this(seed, name, 0);
  }

  /**
   * One of the 2^56 substreams of the named stream.
   *
   * @param seed any number
   * @param name what the numbers are for
   * @param substream 0 .. {@link #MAX_SUBSTREAM}, for instance the number of a chain or a worker
   * @throws IllegalArgumentException if the substream is out of range
   */
  public RandomStream(long seed, StreamName name, long substream) {
    if (substream < 0 || substream > MAX_SUBSTREAM) {
      throw new IllegalArgumentException(
          "A substream must lie in 0 .. 2^56 - 1, but " + substream + " was given.");
    }
    this.seed = seed;
    this.counterHigh = substream << 8 | name.code();
  }

  private RandomStream(long seed, long counterHigh) {
    this.seed = seed;
    this.counterHigh = counterHigh;
  }

  /** Another view of the same stream at the same position, for instance for another thread. */
  public RandomStream copy() {
    RandomStream copy = new RandomStream(seed, counterHigh);
    copy.seek(position);
    return copy;
  }

  /** How many 32-bit words have been drawn so far, or were skipped by {@link #seek}. */
  public long position() {
    return position;
  }

  /**
   * Goes to a position: what follows is what would follow after that many words from the start.
   *
   * @param newPosition number of 32-bit words from the start, not negative
   * @throws IllegalArgumentException if it is negative
   */
  public void seek(long newPosition) {
    if (newPosition < 0) {
      throw new IllegalArgumentException(
          "A position counts words from the start of the stream, so it cannot be "
              + newPosition
              + ".");
    }
    position = newPosition;
    if ((newPosition & 3) != 0) {
      load(newPosition >>> 2);
    }
  }

  /** 32 uniform bits (one word). */
  public int nextInt() {
    int lane = (int) position & 3;
    if (lane == 0) {
      load(position >>> 2);
    }
    position++;
    return words[lane];
  }

  private void load(long block) {
    Philox.block(block, counterHigh, seed, words, 0);
  }

  /** 64 uniform bits (two words, the first one is the high half). */
  public long nextLong() {
    long high = nextInt();
    return high << 32 | nextInt() & 0xFFFFFFFFL;
  }

  /**
   * A uniform integer in 0 .. bound - 1, without bias: the product of a word with the bound, where
   * the words that would favour some results are drawn again (D. Lemire, "Fast random integer
   * generation in an interval", ACM TOMACS 29, 2019). Takes one word, rarely more.
   *
   * @param bound at least 1
   * @throws IllegalArgumentException if the bound is below 1
   */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException(
          "A bound must be at least 1, but " + bound + " was given.");
    }
    long product = (nextInt() & 0xFFFFFFFFL) * bound;
    if ((product & 0xFFFFFFFFL) < bound) {
      long threshold = (1L << 32) % bound;
      while ((product & 0xFFFFFFFFL) < threshold) {
        product = (nextInt() & 0xFFFFFFFFL) * bound;
      }
    }
    return (int) (product >>> 32);
  }

  /** A multiple of 2^-24, uniform in [0, 1) (one word). */
  public float nextFloat() {
    return (nextInt() >>> 8) * 0x1p-24f;
  }

  /** A multiple of 2^-53, uniform in [0, 1) (two words). */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /**
   * A standard normal number (always two words), by inversion of the distribution function: the
   * sign is one bit, the tail probability (m + 1/2) 2^-53 has m from 52 others. Magnitudes reach
   * 8.2. The same bits on every machine.
   */
  public double nextGaussian() {
    long bits = nextLong();
    double tail = ((bits >>> 12) + 0.5) * 0x1p-53;
    double magnitude = NormalQuantile.upper(tail);
    return (bits & 1) == 0 ? magnitude : -magnitude;
  }

  /**
   * Puts the elements into a uniformly random order (Fisher and Yates).
   *
   * @param a shuffled in place
   */
  public void shuffle(int[] a) {
    for (int i = a.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int kept = a[i];
      a[i] = a[j];
      a[j] = kept;
    }
  }

  /**
   * A uniformly random permutation of 0 .. n - 1.
   *
   * @param n not negative
   */
  public int[] permutation(int n) {
    int[] a = new int[n];
    for (int i = 0; i < n; i++) {
      a[i] = i;
    }
    shuffle(a);
    return a;
  }
}

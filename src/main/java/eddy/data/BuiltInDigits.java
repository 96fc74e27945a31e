package eddy.data;

import eddy.run.Interrupts;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.stream.IntStream;

/**
 * Handwritten digits that need no file: drawn from our own stroke templates with random affine and
 * elastic distortion and thickness, in MNIST's format (28 x 28, 0 to 255, ten classes).
 *
 * <p>Image number i is a function of (seed, i) alone: the same bytes on every machine, whatever the
 * number of threads, and the first 1,000 of 60,000 are the 1,000 that one gets alone. Training and
 * test images of a seed share no random number.
 */
public final class BuiltInDigits {
  private static final int BLOCK = 1000;
  private static final long TEST = 1L << 40;

  private BuiltInDigits() {}

  /**
   * Training digits; each class has probability 1/10.
   *
   * @param n how many, 0 to 2,000,000
   * @param seed fixes the images
   * @return pixels are whole numbers from 0 to 255
   */
  public static Images generate(int n, long seed) {
    return draw(n, seed, 0, "train");
  }

  /**
   * Test digits; each class has probability 1/10.
   *
   * @param n how many, 0 to 2,000,000
   * @param seed fixes the images
   * @return pixels are whole numbers from 0 to 255
   */
  public static Images generateTest(int n, long seed) {
    return draw(n, seed, TEST, "test");
  }

  private static Images draw(int n, long seed, long first, String part) {
    if (n < 0 || n > 2_000_000) {
      throw new DataException("Ask for 0 to 2,000,000 built-in digits, not " + n + ".");
    }
    int size = DigitWriter.SIZE * DigitWriter.SIZE;
    float[] pixels = new float[n * size];
    int[] labels = new int[n];
    for (int from = 0; from < n; from += BLOCK) {
      Interrupts.check("");
      int to = Math.min(n, from + BLOCK);
      int begin = from;
      IntStream.range(0, (to - begin + 49) / 50)
          .parallel()
          .forEach(
              k -> {
                DigitWriter writer = new DigitWriter();
                for (int i = begin + 50 * k; i < Math.min(to, begin + 50 * k + 50); i++) {
                  RandomStream random = new RandomStream(seed, StreamName.DATA, first + i);
                  labels[i] = random.nextInt(10);
                  writer.write(labels[i], random, pixels, i * size);
                  for (int p = i * size; p < (i + 1) * size; p++) {
                    pixels[p] = (int) (255 * pixels[p] + 0.5f);
                  }
                }
              });
    }
    String name = "built-in digits " + part + ", seed " + seed;
    String checksum = Sha256.of(pixels, labels);
    return new Images(pixels, labels, 1, DigitWriter.SIZE, DigitWriter.SIZE, 10, name, checksum);
  }
}

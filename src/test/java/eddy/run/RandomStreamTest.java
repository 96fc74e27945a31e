package eddy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  @Test
  void wordsAreThePhiloxBlocksOfSeedNameAndSubstream() {
    long seed = 0x0123456789abcdefL;
    RandomStream stream = new RandomStream(seed, StreamName.DROPOUT, 5);
    int[] block = new int[4];
    for (long b = 0; b < 3; b++) {
      Philox.block(b, 5L << 8 | 3, seed, block, 0);
      for (int word : block) {
        assertThat(stream.nextInt()).isEqualTo(word);
      }
    }
    assertThat(stream.position()).isEqualTo(12);
  }

  @Test
  void seekGivesTheSameBitsAsDrawing() {
    RandomStream drawn = new RandomStream(7, StreamName.NOISE);
    for (int i = 0; i < 50; i++) {
      long position = drawn.position();
      RandomStream sought = new RandomStream(7, StreamName.NOISE);
      sought.seek(position);
      long expected = Double.doubleToRawLongBits(draw(drawn, i));
      assertThat(Double.doubleToRawLongBits(draw(sought, i))).isEqualTo(expected);
      assertThat(sought.position()).isEqualTo(drawn.position());
    }
    drawn.seek(3);
    RandomStream other = new RandomStream(7, StreamName.NOISE);
    other.nextInt();
    other.nextDouble();
    assertThat(drawn.nextLong()).isEqualTo(other.nextLong());
  }

  private static double draw(RandomStream stream, int i) {
    return switch (i % 5) {
      case 0 -> stream.nextGaussian();
      case 1 -> stream.nextInt();
      case 2 -> stream.nextFloat();
      case 3 -> stream.nextInt(60_000);
      default -> stream.nextDouble();
    };
  }

  @Test
  void seedsNamesAndSubstreamsShareNoWords() {
    Set<Long> seen = new HashSet<>();
    int drawn = 0;
    for (long seed : new long[] {0, 1, -1}) {
      for (StreamName name : StreamName.values()) {
        for (long substream : new long[] {0, 1, RandomStream.MAX_SUBSTREAM}) {
          RandomStream stream = new RandomStream(seed, name, substream);
          for (int i = 0; i < 100; i++, drawn++) {
            seen.add(stream.nextLong());
          }
        }
      }
    }
    assertThat(seen).hasSize(drawn);
  }

  /** Uniform by the chi-squared test at 1e-6, with a bound where a plain modulus fails it. */
  @Test
  void boundedIntegersAreUnbiased() {
    int bound = (1 << 30) + (1 << 29);
    RandomStream stream = new RandomStream(11, StreamName.SAMPLING);
    int n = 90_000;
    int[] counts = new int[3];
    for (int i = 0; i < n; i++) {
      int value = stream.nextInt(bound);
      assertThat(value).isBetween(0, bound - 1);
      counts[value >>> 29]++;
    }
    double chiSquared =
        IntStream.of(counts).mapToDouble(c -> (c - n / 3.0) * (c - n / 3.0) / (n / 3.0)).sum();
    double limit = new ChiSquaredDistribution(2).inverseCumulativeProbability(1 - 1e-6);
    assertThat(chiSquared).isLessThan(limit);
    assertThat(stream.position()).as("words that would bias are drawn again").isGreaterThan(n);
  }

  @Test
  void floatsAndDoublesLieInTheUnitInterval() {
    RandomStream stream = new RandomStream(3, StreamName.DATA);
    double sum = 0;
    int n = 100_000;
    for (int i = 0; i < n; i++) {
      float f = stream.nextFloat();
      double d = stream.nextDouble();
      assertThat(f).isBetween(0f, 1 - 0x1p-24f);
      assertThat(d).isBetween(0.0, 1 - 0x1p-53);
      sum += f + d;
    }
    double fiveSigma = 5 * Math.sqrt(2 * n / 12.0);
    assertThat(sum).isBetween(n - fiveSigma, n + fiveSigma);
  }

  /** Kolmogorov distance at level 1e-6, and the first four moments at five standard errors. */
  @Test
  void gaussiansAreStandardNormal() {
    int n = 200_000;
    double[] x = new double[n];
    RandomStream stream = new RandomStream(19, StreamName.NOISE);
    double m1 = 0;
    double m2 = 0;
    double m3 = 0;
    double m4 = 0;
    for (int i = 0; i < n; i++) {
      double z = stream.nextGaussian();
      x[i] = z;
      m1 += z / n;
      m2 += z * z / n;
      m3 += z * z * z / n;
      m4 += z * z * z * z / n;
    }
    assertThat(m1).isBetween(-5 / Math.sqrt(n), 5 / Math.sqrt(n));
    assertThat(m2 - 1).isBetween(-5 * Math.sqrt(2.0 / n), 5 * Math.sqrt(2.0 / n));
    assertThat(m3).isBetween(-5 * Math.sqrt(15.0 / n), 5 * Math.sqrt(15.0 / n));
    assertThat(m4 - 3).isBetween(-5 * Math.sqrt(96.0 / n), 5 * Math.sqrt(96.0 / n));
    java.util.Arrays.sort(x);
    NormalDistribution normal = new NormalDistribution();
    double distance = 0;
    for (int i = 0; i < n; i++) {
      double p = normal.cumulativeProbability(x[i]);
      distance = Math.max(distance, Math.max(p - (double) i / n, (i + 1.0) / n - p));
    }
    double limit = Math.sqrt(Math.log(2 / 1e-6) / 2 / n);
    assertThat(distance).isLessThan(limit);
    assertThat(stream.position()).isEqualTo(2L * n);
  }

  @Test
  void permutationsAreUniform() {
    RandomStream stream = new RandomStream(23, StreamName.SAMPLING);
    int n = 24_000;
    int[] counts = new int[24];
    for (int i = 0; i < n; i++) {
      int[] p = stream.permutation(4);
      assertThat(p).containsExactlyInAnyOrder(0, 1, 2, 3);
      int rank = 0;
      for (int a = 0; a < 4; a++) {
        int smaller = 0;
        for (int b = a + 1; b < 4; b++) {
          smaller += p[b] < p[a] ? 1 : 0;
        }
        rank = rank * (4 - a) + smaller;
      }
      counts[rank]++;
    }
    double expected = n / 24.0;
    double chiSquared =
        IntStream.of(counts).mapToDouble(c -> (c - expected) * (c - expected) / expected).sum();
    assertThat(chiSquared)
        .isLessThan(new ChiSquaredDistribution(23).inverseCumulativeProbability(1 - 1e-6));
  }

  @Test
  void badArgumentsAreNamed() {
    assertThatThrownBy(() -> new RandomStream(1, StreamName.NOISE, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2^56");
    RandomStream stream = new RandomStream(1, StreamName.NOISE);
    assertThatThrownBy(() -> stream.nextInt(0)).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> stream.seek(-4)).hasMessageContaining("-4");
  }
}

package eddy.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class BuiltInDigitsTest {
  /** Fixed when first drawn: a change of these bytes changes every result at quick. */
  @Test
  void bytesAreTheSameEverywhere() {
    assertThat(BuiltInDigits.generate(2000, 1).checksum())
        .isEqualTo("64fd461be9f05d26871dd9280656039035fc183b03edf3048d551ae3d66693f6");
  }

  @Test
  void bytesDoNotDependOnThreads() throws Exception {
    ForkJoinPool one = new ForkJoinPool(1);
    Images alone = one.submit(() -> BuiltInDigits.generate(1100, 5)).get();
    one.shutdown();
    assertThat(alone).isEqualTo(BuiltInDigits.generate(1100, 5));
    assertThat(alone.image(99)).isEqualTo(BuiltInDigits.generate(100, 5).image(99));
  }

  @Test
  void seedsAndPartsDiffer() {
    Images train = BuiltInDigits.generate(50, 1);
    assertThat(train.pixels()).isNotEqualTo(BuiltInDigits.generate(50, 2).pixels());
    assertThat(train.pixels()).isNotEqualTo(BuiltInDigits.generateTest(50, 1).pixels());
  }

  /**
   * What MNIST promises: bytes, an empty margin, the centre of mass within 1.5 pixels of the
   * middle.
   */
  @Test
  void imagesHaveTheLookOfMnist() {
    Images digits = BuiltInDigits.generate(1000, 3);
    for (int count : digits.classCounts()) {
      assertThat(count).isBetween(65, 140);
    }
    Pixels.requireBytes(digits, "test");
    double ink = 0;
    for (int i = 0; i < digits.count(); i++) {
      float[] image = digits.image(i);
      double mass = 0;
      double across = 0;
      double down = 0;
      for (int p = 0; p < image.length; p++) {
        mass += image[p];
        across += image[p] * (p % 28);
        down += image[p] * (p / 28);
      }
      assertThat(across / mass).isBetween(12.0, 15.0);
      assertThat(down / mass).isBetween(12.0, 15.0);
      ink += mass / image.length / 255 / digits.count();
    }
    assertThat(ink).isBetween(0.08, 0.20);
  }

  /** The nearest of 3,000 digits names most of 300 others: there is something to learn. */
  @Test
  void neighboursTellTheDigit() {
    Images train = Resize.area(BuiltInDigits.generate(3000, 1), 14, 14);
    Images test = Resize.area(BuiltInDigits.generateTest(300, 1), 14, 14);
    int wrong = 0;
    for (int i = 0; i < test.count(); i++) {
      float[] image = test.image(i);
      double best = Double.POSITIVE_INFINITY;
      int label = -1;
      for (int k = 0; k < train.count(); k++) {
        double distance = 0;
        for (int p = 0; p < image.length; p++) {
          double gap = image[p] - train.pixels()[k * image.length + p];
          distance += gap * gap;
        }
        if (distance < best) {
          best = distance;
          label = train.labels()[k];
        }
      }
      wrong += label == test.labels()[i] ? 0 : 1;
    }
    assertThat(wrong).isBetween(3, 30);
  }

  @Test
  void stopsOnInterrupt() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> BuiltInDigits.generate(10, 1)).hasMessageContaining("Interrupted");
    assertThat(Thread.interrupted()).isFalse();
    assertThatThrownBy(() -> BuiltInDigits.generate(-1, 1)).hasMessageContaining("not -1");
    assertThat(Arrays.stream(BuiltInDigits.generate(0, 1).labels()).count()).isZero();
  }
}

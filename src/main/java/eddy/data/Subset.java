package eddy.data;

import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.Arrays;

/** Some of the images, in their order. */
public final class Subset {
  private Subset() {}

  /**
   * The images of some classes; labels and the number of classes stay as they are, so that a
   * network keeps its outputs.
   *
   * @param classes which classes, at least one, each once
   */
  public static Images classes(Images images, int... classes) {
    int[] position = positions(images, classes);
    int[] kept = keep(images, position);
    return take(images, kept, images.classes(), "classes " + Arrays.toString(classes));
  }

  /**
   * The images of some classes, labelled anew: {@code classes[k]} becomes k, and their number is
   * the number of classes.
   *
   * @param classes which classes, at least one, each once
   */
  public static Images relabelled(Images images, int... classes) {
    int[] position = positions(images, classes);
    int[] kept = keep(images, position);
    Images some =
        take(images, kept, images.classes(), "classes " + Arrays.toString(classes) + " relabelled");
    int[] labels = Arrays.stream(some.labels()).map(l -> position[l]).toArray();
    return new Images(
        some.pixels(),
        labels,
        some.channels(),
        some.height(),
        some.width(),
        classes.length,
        some.name(),
        some.checksum());
  }

  /**
   * The first n images.
   *
   * @param n from 0 to the number of images
   */
  public static Images first(Images images, int n) {
    requireCount(images, n);
    int[] kept = new int[n];
    Arrays.setAll(kept, i -> i);
    return take(images, kept, images.classes(), "first " + n);
  }

  /**
   * n images drawn without replacement, in their order.
   *
   * @param n from 0 to the number of images
   * @param seed fixes which
   */
  public static Images random(Images images, int n, long seed) {
    requireCount(images, n);
    int[] order = new RandomStream(seed, StreamName.SAMPLING).permutation(images.count());
    int[] kept = Arrays.copyOf(order, n);
    Arrays.sort(kept);
    return take(images, kept, images.classes(), n + " at random, seed " + seed);
  }

  private static void requireCount(Images images, int n) {
    if (n < 0 || n > images.count()) {
      throw new DataException(
          "There are "
              + images.count()
              + " images in \""
              + images.name()
              + "\", so "
              + n
              + " cannot be taken.");
    }
  }

  private static int[] positions(Images images, int[] classes) {
    int[] position = new int[images.classes()];
    Arrays.fill(position, -1);
    for (int k = 0; k < classes.length; k++) {
      if (classes[k] < 0 || classes[k] >= position.length || position[classes[k]] >= 0) {
        throw new DataException(
            "Name each class once, from 0 to "
                + (position.length - 1)
                + ", not "
                + Arrays.toString(classes)
                + ".");
      }
      position[classes[k]] = k;
    }
    if (classes.length == 0) {
      throw new DataException("Name at least one class.");
    }
    return position;
  }

  private static int[] keep(Images images, int[] position) {
    int[] kept = new int[images.count()];
    int n = 0;
    for (int i = 0; i < kept.length; i++) {
      if (position[images.labels()[i]] >= 0) {
        kept[n++] = i;
      }
    }
    return Arrays.copyOf(kept, n);
  }

  private static Images take(Images images, int[] kept, int classes, String done) {
    int size = images.size();
    float[] pixels = new float[kept.length * size];
    int[] labels = new int[kept.length];
    for (int i = 0; i < kept.length; i++) {
      System.arraycopy(images.pixels(), kept[i] * size, pixels, i * size, size);
      labels[i] = images.labels()[kept[i]];
    }
    return new Images(
        pixels,
        labels,
        images.channels(),
        images.height(),
        images.width(),
        classes,
        images.name() + ", " + done,
        images.checksum());
  }
}

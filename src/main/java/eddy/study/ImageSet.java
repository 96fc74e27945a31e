package eddy.study;

import eddy.data.BuiltInDigits;
import eddy.data.DataFolder;
import eddy.data.HalfMnist;
import eddy.data.Images;
import eddy.data.Mnist;
import eddy.data.Pixels;
import eddy.data.Resize;
import eddy.data.Subset;
import java.util.List;

/**
 * Which images an experiment sees.
 *
 * @param origin real MNIST or the built-in digits
 * @param view size and scaling of the pixels
 * @param digits which classes; the networks keep ten outputs whatever they are
 * @param builtIn how many built-in digits to train on, before classes are left out; MNIST is always
 *     taken whole
 */
public record ImageSet(Origin origin, View view, List<Integer> digits, int builtIn) {
  private static final List<Integer> ALL = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  private static final long SEED = 2018;

  /** Where images come from. */
  public enum Origin {
    /** The 60,000 and 10,000 images of MNIST. */
    MNIST,
    /** Eddy's own digits. */
    BUILT_IN
  }

  /** What is done to the stored pixels, 0 to 255. */
  public enum View {
    /** 28 x 28, as stored: what the authors' code feeds to small-lenet. */
    RAW_28,
    /** 28 x 28, divided by 255. */
    UNIT_28,
    /** Bilinear to 7 x 7, divided by 255: as the paper says. */
    PRINTED_7,
    /** Means over areas of 4 x 4, divided by 255. */
    AREA_7,
    /** Strokes inverted by a wrapped byte before the resizing: as the authors' code does. */
    WRAPPED_7
  }

  /** Takes a copy of the classes. */
  public ImageSet {
    digits = List.copyOf(digits);
  }

  /** All of MNIST. */
  public static ImageSet mnist(View view) {
    return new ImageSet(Origin.MNIST, view, ALL, 0);
  }

  /** These images, of some classes only. */
  public ImageSet withDigits(Integer... some) {
    return new ImageSet(origin, view, List.of(some), builtIn);
  }

  /** These images, seen in another way. */
  public ImageSet withView(View other) {
    return new ImageSet(origin, other, digits, builtIn);
  }

  /**
   * Built-in digits in place of MNIST.
   *
   * @param count how many to train on
   */
  public ImageSet builtIn(int count) {
    return new ImageSet(Origin.BUILT_IN, view, digits, count);
  }

  /**
   * The images to train on.
   *
   * @throws eddy.data.DataException if MNIST is not there or not as published
   */
  public Images train() {
    return prepared(
        origin == Origin.MNIST
            ? Mnist.train(DataFolder.locate())
            : BuiltInDigits.generate(builtIn, SEED));
  }

  /**
   * The images to validate on: MNIST's 10,000, or as many built-in digits as to train on.
   *
   * @throws eddy.data.DataException if MNIST is not there or not as published
   */
  public Images test() {
    return prepared(
        origin == Origin.MNIST
            ? Mnist.test(DataFolder.locate())
            : BuiltInDigits.generateTest(builtIn, SEED));
  }

  private Images prepared(Images stored) {
    Images some =
        digits.equals(ALL)
            ? stored
            : Subset.classes(stored, digits.stream().mapToInt(Integer::intValue).toArray());
    return switch (view) {
      case RAW_28 -> some;
      case UNIT_28 -> Pixels.unit(some);
      case PRINTED_7 -> HalfMnist.printed(some);
      case AREA_7 -> Resize.area(Pixels.unit(some), 7, 7);
      case WRAPPED_7 -> HalfMnist.coded(some);
    };
  }

  /** In words, for a table. */
  public String describe() {
    String pixels =
        switch (view) {
          case RAW_28 -> "28 x 28, 0 to 255";
          case UNIT_28 -> "28 x 28, 0 to 1";
          case PRINTED_7 -> "7 x 7, 0 to 1";
          case AREA_7 -> "7 x 7 by areas, 0 to 1";
          case WRAPPED_7 -> "7 x 7, wrapped, 0 to 1";
        };
    String which = digits.equals(ALL) ? "all digits" : "digits " + digits;
    String from = origin == Origin.MNIST ? "MNIST" : builtIn + " built-in digits";
    return from + ", " + which + ", " + pixels;
  }
}

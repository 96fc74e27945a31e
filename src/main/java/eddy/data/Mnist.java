package eddy.data;

/**
 * MNIST (LeCun, Bottou, Bengio, Haffner 1998): grey digits of 28 x 28 pixels, 60,000 for training
 * and 10,000 for tests. Each file is checked against the SHA-256 of the original release.
 */
public final class Mnist {
  private static final String REMEDY = "run ./eddy fetch mnist";

  private Mnist() {}

  /**
   * The 60,000 training images, pixels 0 to 255.
   *
   * @throws DataException when a file is missing or not the original; the message says what to do
   */
  public static Images train(DataFolder folder) {
    return read(folder, "train", "MNIST train");
  }

  /**
   * The 10,000 test images, pixels 0 to 255.
   *
   * @throws DataException when a file is missing or not the original; the message says what to do
   */
  public static Images test(DataFolder folder) {
    return read(folder, "t10k", "MNIST test");
  }

  private static Images read(DataFolder folder, String part, String name) {
    KnownContent images = KnownContent.named("mnist/" + part + "-images-idx3-ubyte");
    KnownContent labels = KnownContent.named("mnist/" + part + "-labels-idx1-ubyte");
    return Idx.decode(images.read(folder, REMEDY), labels.read(folder, REMEDY), 10, name);
  }
}

package eddy.data;

/**
 * CIFAR-10 (Krizhevsky 2009), binary version: colour images of 3 x 32 x 32 in ten classes, 50,000
 * for training (614 MB as float32) and 10,000 for tests. A record is a label byte and 3,072 pixel
 * bytes: red, green, blue. Each file is checked against a known SHA-256.
 */
public final class Cifar10 {
  private static final int SIZE = 3 * 32 * 32;
  private static final String REMEDY = "unpack the official cifar-10-binary.tar.gz there";

  private Cifar10() {}

  /**
   * The 50,000 training images in the order of the five batches, pixels 0 to 255.
   *
   * @throws DataException when a file is missing or not the original; the message says what to do
   */
  public static Images train(DataFolder folder) {
    String[] files = new String[5];
    for (int k = 0; k < 5; k++) {
      files[k] = "cifar-10-batches-bin/data_batch_" + (k + 1) + ".bin";
    }
    return read(folder, "CIFAR-10 train", files);
  }

  /**
   * The 10,000 test images, pixels 0 to 255.
   *
   * @throws DataException when the file is missing or not the original; the message says what to do
   */
  public static Images test(DataFolder folder) {
    return read(folder, "CIFAR-10 test", "cifar-10-batches-bin/test_batch.bin");
  }

  private static Images read(DataFolder folder, String name, String... files) {
    int perFile = 10_000;
    float[] pixels = new float[files.length * perFile * SIZE];
    int[] labels = new int[files.length * perFile];
    StringBuilder checksum = new StringBuilder();
    for (int k = 0; k < files.length; k++) {
      byte[] bytes = KnownContent.named(files[k]).read(folder, REMEDY).bytes();
      checksum.append(k == 0 ? "" : " ").append(Sha256.of(bytes));
      for (int i = 0; i < perFile; i++) {
        int record = i * (SIZE + 1);
        int image = k * perFile + i;
        labels[image] = bytes[record];
        for (int p = 0; p < SIZE; p++) {
          pixels[image * SIZE + p] = bytes[record + 1 + p] & 0xff;
        }
      }
    }
    return new Images(pixels, labels, 3, 32, 32, 10, name, checksum.toString());
  }
}

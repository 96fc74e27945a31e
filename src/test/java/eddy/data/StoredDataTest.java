package eddy.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files of our own: what is read, and the one sentence for each way to be bad. */
class StoredDataTest {
  @TempDir Path folder;

  @Test
  void readsIdxFilesGzippedOrNot() throws IOException {
    Images plain = Idx.read(write("i", images(3)), write("l", labels(3)), 10, "three");
    assertThat(plain.count()).isEqualTo(3);
    assertThat(plain.height()).isEqualTo(2);
    assertThat(plain.width()).isEqualTo(5);
    assertThat(plain.pixels()[0]).isEqualTo(200);
    assertThat(plain.pixels()[29]).isEqualTo(229);
    assertThat(plain.labels()).containsExactly(0, 1, 2);
    Images zipped =
        Idx.read(write("i.gz", gzip(images(3))), write("l.gz", gzip(labels(3))), 10, "three");
    assertThat(zipped).isEqualTo(plain);
    assertThat(zipped.checksum()).isEqualTo(plain.checksum());
  }

  @Test
  void saysWhatIsWrongWithAnIdxFile() throws IOException {
    Path good = write("good", images(3));
    Path label = write("labels", labels(3));
    refused(good, folder.resolve("none"), "There is no file", "get it again");
    refused(label, good, "holds labels where images are expected", "swapped");
    refused(good, good, "holds images where labels are expected", "swapped");
    refused(
        write("other", new byte[64]), label, "no IDX file of images (magic number 0, not 2051)");
    refused(
        write("cut", Arrays.copyOf(images(3), 40)), label, "is cut off: 40 bytes instead of 46");
    refused(write("head", new byte[3]), label, "3 bytes are less than its header");
    refused(write("long", Arrays.copyOf(images(3), 50)), label, "is too long: 50 bytes instead of");
    refused(good, write("four", labels(4)), "has 3 images", "has 4 labels");
    byte[] zip = gzip(images(3));
    refused(write("cut.gz", Arrays.copyOf(zip, 30)), label, "is cut off after 30 bytes");
    refused(write("not.gz", images(3)), label, "is no gzip file, in spite of its name");
    byte[] flipped = zip.clone();
    flipped[flipped.length - 6] ^= 1;
    refused(write("bad.gz", flipped), label, "is a damaged gzip file");
    byte[] eleven = labels(3);
    eleven[9] = 11;
    refused(good, write("eleven", eleven), "Labels run from 0 to 9, but one is 11.");
  }

  @Test
  void saysWhichMnistFileIsMissingOrAnother() throws IOException {
    DataFolder data = new DataFolder(folder);
    says(
        () -> Mnist.train(data),
        "The MNIST training images (mnist/train-images-idx3-ubyte, gzipped or not) are not in",
        "run ./eddy fetch mnist");
    Files.createDirectory(folder.resolve("mnist"));
    write("mnist/train-images-idx3-ubyte", images(3));
    says(() -> Mnist.train(data), "is cut off: its content has 46 of 47040016 bytes; delete it");
    write("mnist/t10k-images-idx3-ubyte", new byte[7_840_016]);
    says(() -> Mnist.test(data), "is not the MNIST test images: the SHA-256 of its content is");
    write("mnist/t10k-images-idx3-ubyte", new byte[7_840_017]);
    says(() -> Mnist.test(data), "is too long");
    says(
        () -> Cifar10.train(data),
        "CIFAR-10 images of training batch 1",
        "unpack the official cifar-10-binary.tar.gz there");
  }

  @Test
  void findsTheFolder() {
    assertThat(DataFolder.locate(Map.of("EDDY_DATA", folder.toString()), "/nowhere").path())
        .isEqualTo(folder);
    says(
        () -> DataFolder.locate(Map.of(), folder.toString()),
        "There is no folder " + folder.resolve("data"),
        "./eddy fetch mnist",
        "EDDY_DATA");
  }

  /** The manifest by which {@code ./eddy fetch} downloads and our own list name the same bytes. */
  @Test
  void knownContentsAgreeWithTheManifest() throws IOException {
    String manifest = Files.readString(Path.of("data", "manifest.json")).replaceAll("\\s+", "");
    for (KnownContent known : KnownContent.all()) {
      String name = known.file().substring(known.file().indexOf('/') + 1);
      assertThat(manifest)
          .contains(
              "\"name\":\"%s\",\"bytes\":%d,\"sha256\":\"%s\""
                  .formatted(name, known.bytes(), known.sha256()));
    }
  }

  private void refused(Path images, Path labels, String... parts) {
    says(() -> Idx.read(images, labels, 10, "bad"), parts);
  }

  private static void says(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call).isInstanceOf(DataException.class).hasMessageContainingAll(parts);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] images(int n) {
    ByteBuffer b = ByteBuffer.allocate(16 + 10 * n).putInt(2051).putInt(n).putInt(2).putInt(5);
    for (int i = 0; i < 10 * n; i++) {
      b.put((byte) (200 + i));
    }
    return b.array();
  }

  private static byte[] labels(int n) {
    ByteBuffer b = ByteBuffer.allocate(8 + n).putInt(2049).putInt(n);
    for (int i = 0; i < n; i++) {
      b.put((byte) i);
    }
    return b.array();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }
}

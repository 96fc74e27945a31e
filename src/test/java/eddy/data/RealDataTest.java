package eddy.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real files, against the counts and means that are published with the data sets. */
@Tag("data")
class RealDataTest {
  @Test
  void mnistIsComplete() {
    Images train = Mnist.train(DataFolder.locate());
    assertThat(train.classCounts())
        .containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
    assertThat(mean(train, 0)).isCloseTo(0.1307, within(5e-5));
    assertThat(Subset.classes(train, 0, 1).count()).isEqualTo(12_665);
    assertThat(Subset.relabelled(train, 0, 1, 2, 3, 4).count()).isEqualTo(30_596);
    Images test = Mnist.test(DataFolder.locate());
    assertThat(test.classCounts())
        .containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
  }

  @Test
  void swappedMnistFilesAreRecognised(@TempDir Path folder) throws IOException {
    Path real = DataFolder.locate().path().resolve("mnist");
    Path fake = Files.createDirectory(folder.resolve("mnist"));
    Path source = real.resolve("t10k-labels-idx1-ubyte.gz");
    assumeTrue(Files.exists(source));
    Files.copy(source, fake.resolve("t10k-images-idx3-ubyte.gz"));
    assertThatThrownBy(() -> Mnist.test(new DataFolder(folder)))
        .hasMessageContaining("holds the MNIST test labels in place of the MNIST test images");
  }

  @Test
  void cifarIsComplete() {
    DataFolder data = DataFolder.locate();
    assumeTrue(data.find("cifar-10-batches-bin/test_batch.bin").isPresent());
    assertThat(Cifar10.test(data).classCounts()).containsOnly(1000);
    Images train = Cifar10.train(data);
    assertThat(train.classCounts()).containsOnly(5000);
    double[] means = {0.491400, 0.482158, 0.446531};
    for (int c = 0; c < 3; c++) {
      assertThat(mean(train, c)).isCloseTo(means[c], within(1e-6));
    }
  }

  private static double mean(Images images, int channel) {
    int plane = images.height() * images.width();
    double sum = 0;
    for (int i = 0; i < images.count(); i++) {
      int from = (i * images.channels() + channel) * plane;
      for (int p = from; p < from + plane; p++) {
        sum += images.pixels()[p];
      }
    }
    return sum / 255 / plane / images.count();
  }
}

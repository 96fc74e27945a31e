package eddy.study.own;

import static org.assertj.core.api.Assertions.assertThat;

import eddy.data.BuiltInDigits;
import eddy.data.Images;
import eddy.data.Pixels;
import eddy.data.Resize;
import eddy.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example is a stranger's: read back from its files it has learnt. */
class ExampleModelTest {
  @TempDir Path folder;

  @Test
  void writesWhatANotebookReads() throws IOException {
    Images digits = Resize.area(Pixels.unit(BuiltInDigits.generate(300, 1)), 7, 7);
    OwnFiles files = OwnFiles.of(folder, Map.of());
    new ExampleModel(8, 0.1, 32, 6, 7).write(files, digits, Progress.NONE);
    OwnNetwork network = OwnNetwork.load(files.model());
    Images images = network.examples().npy(files.inputs(), files.labels());
    assertThat(images.pixels()).isEqualTo(digits.pixels());
    assertThat(images.labels()).isEqualTo(digits.labels());
    assertThat(network.standing(images).untrained()).isFalse();
    byte[] before = Files.readAllBytes(files.model());
    new ExampleModel(9, 0.1, 32, 1, 7).write(files, digits, Progress.NONE);
    assertThat(Files.readAllBytes(files.model())).isEqualTo(before);
  }

  @Test
  void trajectoryOfTheUser() {
    Path own = folder.resolve("mine.npy");
    OwnFiles files = new OwnFiles(null, null, null, own, false);
    assertThat(new ExampleTrajectory(1, 2, 1).file(files, null, folder, Progress.NONE))
        .isEqualTo(own);
  }
}

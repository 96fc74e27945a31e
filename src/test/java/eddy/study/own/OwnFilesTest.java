package eddy.study.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFilesTest {
  @TempDir Path folder;

  @Test
  void examplesWithoutAName() {
    OwnFiles files = OwnFiles.of(folder, Map.of("EDDY_MODEL", " "));
    assertThat(files.model()).isEqualTo(folder.resolve("example-model.zip"));
    assertThat(files.ownModel()).isFalse();
    assertThat(files.ownTrajectory()).isFalse();
  }

  @Test
  void thoseThatAreNamed() throws IOException {
    String file = Files.createFile(folder.resolve("file")).toString();
    OwnFiles files =
        OwnFiles.of(
            folder,
            Map.of(
                "EDDY_MODEL", file,
                "EDDY_INPUTS", file,
                "EDDY_LABELS", file,
                "EDDY_TRAJECTORY", file));
    assertThat(files.inputs()).isEqualTo(Path.of(file));
    assertThat(files.ownModel()).isTrue();
    assertThat(files.ownTrajectory()).isTrue();
  }

  @Test
  void refuses() throws IOException {
    String file = Files.createFile(folder.resolve("file")).toString();
    assertThatThrownBy(() -> OwnFiles.of(folder, Map.of("EDDY_MODEL", file)))
        .hasMessage(
            "A model needs the examples it was trained on: set EDDY_MODEL, EDDY_INPUTS and"
                + " EDDY_LABELS together.");
    assertThatThrownBy(() -> OwnFiles.of(folder, Map.of("EDDY_TRAJECTORY", file + "x")))
        .hasMessage("EDDY_TRAJECTORY names " + file + "x, but there is no such file.");
  }
}

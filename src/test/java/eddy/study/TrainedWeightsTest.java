package eddy.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eddy.run.Npy;
import eddy.run.NpyArray;
import eddy.run.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainedWeightsTest {
  private static final Experiment SMALL = Experiment.fig1bPrinted().quick(300, 5);

  @TempDir Path folder;

  private TrainedNetwork train(String runs, TrainedWeights weights) {
    return TrainedNetwork.train(
        SMALL, 1, ImagePair.of(SMALL.images()), folder.resolve(runs), weights, Progress.NONE);
  }

  private TrainedWeights weights(String tracked, boolean anew) {
    return new TrainedWeights(folder.resolve(tracked), folder.resolve("out"), "abc", anew);
  }

  @Test
  void aRunFromTrackedWeightsIsTheRunThatMadeThem() throws IOException {
    TrainedNetwork first = train("runs", weights("none", false));
    TrainedNetwork second = train("other", weights("out", false));
    assertThat(second.at(5).weights()).isEqualTo(first.at(5).weights());
    assertThat(second.at(2).running()).isEqualTo(first.at(2).running());
    assertThat(trained("other")).isFalse();
    train("third", weights("out", true));
    assertThat(trained("third")).isTrue();
  }

  private boolean trained(String runs) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(runs))) {
      return files.anyMatch(file -> file.endsWith("training"));
    }
  }

  @Test
  void theJsonSaysWhatTheyAre() throws IOException {
    train("runs", weights("none", false));
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      Path json = files.filter(f -> f.toString().endsWith("seed-1.json")).findFirst().orElseThrow();
      assertThat(Files.readString(json))
          .contains("\"experiment\": \"fig1b-printed\"")
          .contains("\"epochs\": [1, 2, 3, 4, 5]")
          .contains("\"weights\": 3978")
          .contains("\"source\": \"abc\"");
    }
  }

  @Test
  void refusesWeightsOfAnotherShapeAndACutFile() throws IOException {
    train("runs", weights("none", false));
    Path npy;
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      npy = files.filter(f -> f.toString().endsWith("seed-1.npy")).findFirst().orElseThrow();
    }
    byte[] whole = Files.readAllBytes(npy);
    Npy.write(npy, NpyArray.of(new float[6], 2, 3));
    assertThatThrownBy(() -> train("other", weights("out", false)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("have the shape [2, 3] and not [5, 4106]");
    Files.write(npy, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> train("other", weights("out", false)))
        .isInstanceOf(UncheckedIOException.class);
  }
}

package eddy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  private static final String SETTINGS = "learningRate=0.1, batchSize=128";

  @TempDir Path folder;

  private static Checkpoint sample(int generation, int size) {
    float[] weights = new float[size];
    Arrays.fill(weights, generation);
    return new Checkpoint(
        SETTINGS,
        Map.of("epoch", Integer.toString(generation)),
        Map.of("weights", NpyArray.of(weights), "steps", NpyArray.of(new long[] {generation})));
  }

  @Test
  void everythingComesBack() {
    Path file = folder.resolve("runs/a/checkpoint");
    assertThat(Checkpoint.read(file, SETTINGS)).isEmpty();
    sample(3, 1000).write(file);
    sample(4, 10).write(file);
    Checkpoint found = Checkpoint.read(file, SETTINGS).orElseThrow();
    assertThat(found.number("epoch")).isEqualTo(4);
    assertThat(found.value("epoch")).isEqualTo("4");
    assertThat(found.array("weights").floats()).hasSize(10).containsOnly(4);
    assertThat(found.array("steps").longs()).containsExactly(4);
    assertThatThrownBy(() -> found.array("velocity"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("velocity");
    assertThat(folder.resolve("runs/a")).isDirectoryContaining(file::equals);
  }

  @Test
  void otherSettingsAreRefusedByName() {
    Path file = folder.resolve("checkpoint");
    sample(1, 10).write(file);
    assertThatThrownBy(() -> Checkpoint.read(file, "learningRate=0.2, batchSize=128"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("then learningRate=0.1; now learningRate=0.2")
        .hasMessageContaining("delete it to start over");
  }

  /** Every cut and every flipped bit is noticed. */
  @Test
  void damageIsNoticed() throws IOException {
    Path file = folder.resolve("checkpoint");
    sample(1, 3).write(file);
    byte[] good = Files.readAllBytes(file);
    for (int length = 0; length < good.length; length++) {
      assertDamaged(file, Arrays.copyOf(good, length));
    }
    for (int i = 0; i < good.length; i++) {
      byte[] flipped = good.clone();
      flipped[i] ^= (byte) (1 << i % 8);
      assertDamaged(file, flipped);
    }
    assertDamaged(file, Arrays.copyOf(good, good.length + 1));
  }

  /** Another format is told from damage: its checksum is right. */
  @Test
  void anotherVersionsFormatIsNamed() throws IOException {
    Path file = folder.resolve("checkpoint");
    sample(1, 3).write(file);
    byte[] other = Files.readAllBytes(file);
    other[7] = '2';
    CRC32 crc = new CRC32();
    crc.update(other, 0, other.length - 4);
    ByteBuffer.wrap(other).putInt(other.length - 4, (int) crc.getValue());
    Files.write(file, other);
    assertThatThrownBy(() -> Checkpoint.read(file, SETTINGS))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("another version of Eddy (format 2, this version reads 1)")
        .hasMessageContaining("go on with that version, or delete it");
    assertThat(file).hasBinaryContent(other);
  }

  @Test
  void saysWhichSourcesWroteIt() {
    Path file = folder.resolve("a/b.checkpoint");
    sample(1, 3).write(file);
    assertThat(Checkpoint.read(file, SETTINGS).orElseThrow().source()).isEmpty();
    System.setProperty("eddy.source", "0123456789ab");
    try {
      sample(2, 3).write(file);
      sample(2, 3).write(folder.resolve("c.checkpoint"));
    } finally {
      System.clearProperty("eddy.source");
    }
    sample(3, 3).write(folder.resolve("d.checkpoint"));
    assertThat(Checkpoint.read(file, SETTINGS).orElseThrow().source()).isEqualTo("0123456789ab");
    assertThat(Sources.below(folder)).isEqualTo(Map.of("0123456789ab", 2, "", 1));
    assertThat(Sources.below(folder.resolve("none"))).isEmpty();
  }

  private static void assertDamaged(Path file, byte[] content) throws IOException {
    Files.write(file, content);
    assertThatThrownBy(() -> Checkpoint.read(file, SETTINGS))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("damaged or cut off");
  }

  @Test
  void aFailedWriteLeavesTheOldOne() throws IOException {
    Path file = folder.resolve("checkpoint");
    sample(1, 10).write(file);
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(1);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("No space left on device")
        .hasMessageContaining("unchanged");
    assertThat(Checkpoint.read(file, SETTINGS).orElseThrow().number("epoch")).isEqualTo(1);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  /** A process that does nothing but write checkpoints is killed: what it leaves can be read. */
  @Test
  void aKilledWriterLeavesAWholeCheckpoint() throws Exception {
    Path file = folder.resolve("checkpoint");
    for (int round = 0; round < 3; round++) {
      Process writer =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Endless.class.getName(),
                  file.toString())
              .redirectErrorStream(true)
              .start();
      assertThat(writer.getInputStream().read()).isEqualTo('!');
      Thread.sleep(20L + 37L * round);
      writer.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
      Checkpoint found = Checkpoint.read(file, SETTINGS).orElseThrow();
      float[] weights = found.array("weights").floats();
      assertThat(weights).hasSize(Endless.SIZE);
      assertThat(weights[0]).isEqualTo(found.number("epoch"));
      assertThat(weights[Endless.SIZE - 1]).isEqualTo(found.number("epoch"));
    }
  }

  /** Writes one checkpoint after the other. */
  static final class Endless {
    static final int SIZE = 1 << 20;

    public static void main(String[] arguments) {
      for (int generation = 1; ; generation++) {
        sample(generation, SIZE).write(Path.of(arguments[0]));
        if (generation == 1) {
          System.out.print('!');
          System.out.flush();
        }
      }
    }
  }
}

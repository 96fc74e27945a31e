package eddy.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code src/bench/c/tiny_fc.c}, compiled where there is a C compiler, in a process of its own. */
final class NativeTrainer {
  private final Path program;
  private final Path folder;

  /**
   * Compiles it.
   *
   * @param source the C file
   * @param folder where the data lie and the program goes
   * @throws IllegalStateException with a few words, if there is no compiler or it fails
   */
  NativeTrainer(Path source, Path folder) {
    this.folder = folder;
    program = folder.resolve("tiny_fc");
    String to = program.toString();
    run("no C compiler", "gcc", "-O3", "-march=native", "-o", to, source.toString(), "-lm");
  }

  /** Trains from the start and returns the seconds that it took. */
  double seconds(long steps, int stepsPerEpoch, long seed, double rate, double momentum) {
    List<Object> words = List.of(program, folder, steps, stepsPerEpoch, seed, rate, momentum);
    String[] command = words.stream().map(Object::toString).toArray(String[]::new);
    String answer = run("the native trainer failed", command);
    return Double.parseDouble(answer.replaceFirst("(?s).*seconds=([0-9.]+).*", "$1"));
  }

  /** The weights after the last run. */
  float[] weights() {
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve("tiny-fc-native.f32"));
      float[] weights = new float[bytes.length / Float.BYTES];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(weights);
      return weights;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(String otherwise, String... command) {
    try {
      Process process =
          new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(otherwise + ": " + said.strip());
      }
      return said;
    } catch (IOException e) {
      throw new IllegalStateException(otherwise, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

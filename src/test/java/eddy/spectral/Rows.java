package eddy.spectral;

import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reference numbers in files beside the tests, and noise. */
final class Rows {
  private Rows() {}

  /** The numbers of the lines "name,number,..." of a file; lines that start with # are remarks. */
  static List<double[]> read(String file, String name) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Rows.class.getResourceAsStream("/eddy/spectral/" + file),
                StandardCharsets.UTF_8))) {
      return in.lines()
          .filter(line -> line.startsWith(name + ","))
          .map(line -> line.substring(name.length() + 1).split(","))
          .map(cells -> Arrays.stream(cells).mapToDouble(Double::parseDouble).toArray())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Independent standard normal numbers. */
  static double[] white(int n, long seed) {
    RandomStream noise = new RandomStream(seed, StreamName.NOISE);
    double[] x = new double[n];
    for (int t = 0; t < n; t++) {
      x[t] = noise.nextGaussian();
    }
    return x;
  }
}

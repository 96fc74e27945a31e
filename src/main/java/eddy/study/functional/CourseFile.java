package eddy.study.functional;

import eddy.potential.EntropyProduction;
import eddy.potential.StationaryState;
import eddy.run.Checkpoint;
import eddy.run.NpyArray;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** A run on a grid on disk: the points so far and the density at the last of them. */
record CourseFile(Path file, String settings) {
  private static final int NUMBERS = 8;

  /** The file of a run; another state, start or step has another file. */
  static CourseFile of(Path folder, StationaryState state, double[] start, double step) {
    String settings =
        "beta=%s, step=%s, grid=%s, state=%08x, start=%08x"
            .formatted(
                state.beta(),
                step,
                state.grid().toString().replace(", ", " "),
                crc(state.density()),
                crc(start));
    CRC32 name = new CRC32();
    name.update(settings.getBytes(StandardCharsets.UTF_8));
    return new CourseFile(
        folder.resolve("free-energy-%08x.checkpoint".formatted(name.getValue())), settings);
  }

  private static long crc(double[] a) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * a.length);
    bytes.asDoubleBuffer().put(a);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  /** Reads the points of a run into a list and returns its density; null when there is none. */
  double[] read(List<FreeEnergyPoint> points) {
    return Checkpoint.read(file, settings)
        .map(
            found -> {
              double[] numbers = found.array("points").doubles();
              for (int k = 0; k < numbers.length; k += NUMBERS) {
                points.add(point(numbers, k));
              }
              return found.array("density").doubles();
            })
        .orElse(null);
  }

  private static FreeEnergyPoint point(double[] a, int k) {
    EntropyProduction production = new EntropyProduction(a[k + 5], a[k + 6], a[k + 7]);
    return new FreeEnergyPoint(a[k], a[k + 1], a[k + 2], a[k + 3], a[k + 4], production);
  }

  void write(List<FreeEnergyPoint> points, double[] rho) {
    List<Double> all = new ArrayList<>();
    for (FreeEnergyPoint p : points) {
      EntropyProduction e = p.production();
      all.addAll(
          List.of(
              p.time(),
              p.value(),
              p.energetic(),
              p.entropic(),
              p.rate(),
              e.total(),
              e.relaxation(),
              e.housekeeping()));
    }
    double[] numbers = all.stream().mapToDouble(Double::doubleValue).toArray();
    new Checkpoint(
            settings, Map.of(), Map.of("points", NpyArray.of(numbers), "density", NpyArray.of(rho)))
        .write(file);
  }
}

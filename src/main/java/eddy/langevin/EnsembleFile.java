package eddy.langevin;

import eddy.fields.Field;
import eddy.run.Checkpoint;
import eddy.run.NpyArray;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The state of a run on disk: positions, steps taken and generators of each bundle, and what the
 * observers hold.
 */
record EnsembleFile(Path file, String settings) {
  private static final int PROBES = 64;

  /** Replaces the file. */
  void write(List<Bundle> bundles, List<Observer> observers) {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    List<double[]> positions = new ArrayList<>();
    long[] steps = new long[bundles.size()];
    long[] generators = new long[bundles.size() * 4 * Gaussians.LANES];
    for (int k = 0; k < steps.length; k++) {
      Bundle bundle = bundles.get(k);
      positions.add(bundle.x());
      steps[k] = bundle.step();
      long[] state = bundle.gaussians().state();
      System.arraycopy(state, 0, generators, k * state.length, state.length);
    }
    arrays.put("positions", NpyArray.of(joined(positions)));
    arrays.put("steps", NpyArray.of(steps));
    arrays.put("generators", NpyArray.of(generators));
    for (int o = 0; o < observers.size(); o++) {
      List<double[]> parts = new ArrayList<>();
      for (Observer.Part part : observers.get(o).parts()) {
        parts.add(part.save());
      }
      int[] lengths = parts.stream().mapToInt(p -> p.length).toArray();
      arrays.put("observer " + o, NpyArray.of(joined(parts)));
      arrays.put("lengths " + o, NpyArray.of(lengths));
      arrays.put("shared " + o, NpyArray.of(observers.get(o).saveShared()));
    }
    new Checkpoint(settings, Map.of(), arrays).write(file);
  }

  /** Puts bundles and observers into the stored state; returns whether there was one. */
  boolean read(List<Bundle> bundles, List<Observer> observers) {
    Optional<Checkpoint> found = Checkpoint.read(file, settings);
    if (found.isEmpty()) {
      return false;
    }
    Checkpoint stored = found.get();
    double[] positions = stored.array("positions").doubles();
    long[] steps = stored.array("steps").longs();
    long[] generators = stored.array("generators").longs();
    int at = 0;
    for (int k = 0; k < steps.length; k++) {
      Bundle bundle = bundles.get(k);
      bundle.restore(steps[k], positions, at, generators, k * 4 * Gaussians.LANES);
      at += bundle.x().length;
    }
    for (int o = 0; o < observers.size(); o++) {
      double[] parts = stored.array("observer " + o).doubles();
      int[] lengths = stored.array("lengths " + o).ints();
      int from = 0;
      for (int k = 0; k < lengths.length; k++) {
        double[] part = new double[lengths[k]];
        System.arraycopy(parts, from, part, 0, part.length);
        observers.get(o).parts().get(k).load(part);
        from += part.length;
      }
      observers.get(o).loadShared(stored.array("shared " + o).doubles());
    }
    return true;
  }

  /** A number that changes with the starting points and the field around them. */
  static String fingerprint(Field field, double[][] starts) {
    int d = field.dimension();
    CRC32 crc = new CRC32();
    double[] b = new double[d];
    double[] diffusion = new double[d * d];
    for (int p = 0; p < Math.min(PROBES, starts.length); p++) {
      double[] x = starts[p].clone();
      for (int i = -1; i < d; i++) {
        if (i >= 0) {
          x[i] += 0.3;
        }
        field.drift(x, b);
        field.diffusion(x, diffusion);
        crc.update(bytes(x));
        crc.update(bytes(b));
        crc.update(bytes(diffusion));
      }
    }
    return "%08x".formatted(crc.getValue());
  }

  private static byte[] bytes(double[] a) {
    ByteBuffer buffer = ByteBuffer.allocate(a.length * Double.BYTES);
    buffer.asDoubleBuffer().put(a);
    return buffer.array();
  }

  private static double[] joined(List<double[]> arrays) {
    double[] all = new double[arrays.stream().mapToInt(a -> a.length).sum()];
    int at = 0;
    for (double[] a : arrays) {
      System.arraycopy(a, 0, all, at, a.length);
      at += a.length;
    }
    return all;
  }
}

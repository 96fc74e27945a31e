package eddy.bench;

import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The float32 multiply-add peak of this machine, measured: independent chains in registers. */
final class Peak {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int CHAINS = 12;
  private static final int STEPS = 20_000_000;

  private Peak() {}

  /** How many float32 numbers a vector of this machine has. */
  static int lanes() {
    return SPECIES.length();
  }

  /** Floating-point operations a second on {@code threads} threads, the best of eight tries. */
  static double measure(int threads) {
    double best = 0;
    for (int trial = 0; trial < 8; trial++) {
      long start = System.nanoTime();
      double sum = IntStream.range(0, threads).parallel().mapToDouble(t -> chains(STEPS)).sum();
      double seconds = (System.nanoTime() - start) * 1e-9;
      if (Double.isNaN(sum)) {
        throw new AssertionError("The chains stay between 0 and 1.");
      }
      best = Math.max(best, 2.0 * CHAINS * SPECIES.length() * STEPS * threads / seconds);
    }
    return best;
  }

  private static float chains(int steps) {
    FloatVector m = FloatVector.broadcast(SPECIES, 0.9999f);
    FloatVector s = FloatVector.broadcast(SPECIES, 0.0001f);
    FloatVector a = s;
    FloatVector b = s;
    FloatVector c = s;
    FloatVector d = s;
    FloatVector e = s;
    FloatVector f = s;
    FloatVector g = s;
    FloatVector h = s;
    FloatVector i = s;
    FloatVector j = s;
    FloatVector k = s;
    FloatVector l = s;
    for (int step = 0; step < steps; step++) {
      a = a.fma(m, s);
      b = b.fma(m, s);
      c = c.fma(m, s);
      d = d.fma(m, s);
      e = e.fma(m, s);
      f = f.fma(m, s);
      g = g.fma(m, s);
      h = h.fma(m, s);
      i = i.fma(m, s);
      j = j.fma(m, s);
      k = k.fma(m, s);
      l = l.fma(m, s);
    }
    return a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k).add(l).lane(0);
  }
}

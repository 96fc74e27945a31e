package eddy.langevin;

import eddy.run.RandomStream;
import eddy.run.StreamName;

/** The standard normal numbers of one bundle. */
final class Gaussians {
  private final RandomStream stream;

  Gaussians(long seed, int bundle) {
    this.stream = new RandomStream(seed, StreamName.NOISE, bundle);
  }

  /** Fills the array. */
  void fill(double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = stream.nextGaussian();
    }
  }

  long[] state() {
    return new long[] {stream.position()};
  }

  void restore(long[] state) {
    stream.seek(state[0]);
  }
}

package eddy.diffusion;

import eddy.linalg.FloatMatrix;
import eddy.run.RandomStream;
import eddy.run.StreamName;

/**
 * The null model of a diffusion matrix: gradients as long as the given ones, in directions drawn
 * uniformly from the sphere. What its spectrum shares with the measured one comes from the lengths
 * (a few examples with large gradients) and from N and d; the rest is structure. In expectation tr
 * D² = (tr D)² (1/n + (1 − 1/n)/d) with n = (Σ|g_k|²)² / Σ|g_k|⁴ the effective number of examples.
 *
 * @param source the gradients whose lengths are kept
 * @param seed of the directions, one random stream an example
 */
public record RandomDirections(GradientSource source, long seed) implements GradientSource {
  @Override
  public int dimension() {
    return source.dimension();
  }

  @Override
  public int examples() {
    return source.examples();
  }

  @Override
  public Reader open() {
    Reader inner = source.open();
    float[] row = new float[dimension()];
    return new Reader() {
      @Override
      public void read(int from, int count, FloatMatrix out) {
        inner.read(from, count, out);
        for (int k = 0; k < count; k++) {
          out.row(k, row);
          turn(row, from + k);
          out.setRow(k, row);
        }
      }

      @Override
      public void close() {
        inner.close();
      }
    };
  }

  /** Replaces a gradient by one of the same length in a random direction. */
  private void turn(float[] gradient, int example) {
    RandomStream stream = new RandomStream(seed, StreamName.SURROGATE, example);
    double length = 0;
    double drawn = 0;
    for (int i = 0; i < gradient.length; i++) {
      length += (double) gradient[i] * gradient[i];
      gradient[i] = (float) stream.nextGaussian();
      drawn += (double) gradient[i] * gradient[i];
    }
    float scale = (float) Math.sqrt(length / drawn);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= scale;
    }
  }
}

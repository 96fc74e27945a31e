package eddy.diffusion;

import eddy.run.RandomStream;
import eddy.run.StreamName;

/** Gradients that are simply given, with D and the mean computed the plain way in float64. */
record ArrayGradients(float[][] gradients) implements GradientSource {

  /**
   * Gaussian gradients with the standard deviations {@code scale[i]} about {@code mean}, mixed by a
   * rotation of neighbouring coordinates; the mean drifts over the data, as in sorted sets.
   */
  static ArrayGradients random(int n, double[] scale, double mean, long seed) {
    RandomStream random = new RandomStream(seed, StreamName.DATA);
    float[][] g = new float[n][scale.length];
    for (int k = 0; k < n; k++) {
      double before = 0;
      for (int i = 0; i < scale.length; i++) {
        double now = scale[i] * random.nextGaussian();
        g[k][i] = (float) (mean * (1 + 1e-4 * k / n) + 0.8 * now + 0.6 * before);
        before = now;
      }
    }
    return new ArrayGradients(g);
  }

  @Override
  public int dimension() {
    return gradients[0].length;
  }

  @Override
  public int examples() {
    return gradients.length;
  }

  @Override
  public Reader open() {
    return (from, count, out) -> {
      for (int k = 0; k < count; k++) {
        out.setRow(k, gradients[from + k]);
      }
    };
  }

  double[] mean() {
    double[] mean = new double[dimension()];
    for (float[] gradient : gradients) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += (double) gradient[i] / gradients.length;
      }
    }
    return mean;
  }

  double[][] diffusion() {
    double[] mean = mean();
    int d = mean.length;
    double[][] matrix = new double[d][d];
    for (float[] gradient : gradients) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          matrix[i][j] += (gradient[i] - mean[i]) * (gradient[j] - mean[j]) / gradients.length;
        }
      }
    }
    return matrix;
  }
}

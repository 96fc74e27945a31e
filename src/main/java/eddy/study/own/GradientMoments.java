package eddy.study.own;

import eddy.diffusion.GradientSource;
import eddy.linalg.FloatMatrix;
import eddy.run.Interrupts;
import eddy.run.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * What one pass over the gradients g_k of single examples gives without a matrix: Σ|g_k|² and
 * |Σg_k|², of all examples and of all but one of a few groups, from which a jackknife takes errors.
 * Example k belongs to group k mod {@link #GROUPS}, so examples may be sorted by class.
 *
 * @param all of all N examples
 * @param without of all examples but one group, for each group
 */
public record GradientMoments(Part all, List<Part> without) {
  /** How many groups a jackknife leaves out one by one, where there are as many examples. */
  public static final int GROUPS = 20;

  private static final int BLOCK = 256;

  /**
   * Sums over some examples.
   *
   * @param examples how many, n
   * @param squares Σ|g_k|²
   * @param squaredSum |Σg_k|²
   */
  public record Part(int examples, double squares, double squaredSum) {
    /** |g|², of the mean gradient of these examples. */
    public double meanSquared() {
      return squaredSum / ((double) examples * examples);
    }

    /** tr D = (1/n) Σ|g_k|² − |g|². */
    public double trace() {
      return squares / examples - meanSquared();
    }

    /** The unbiased estimate n/(n − 1) tr D of the trace for the distribution of the examples. */
    public double unbiasedTrace() {
      return trace() * examples / (examples - 1.0);
    }

    /** The unbiased estimate |g|² − unbiasedTrace/n of the same distribution; may be negative. */
    public double unbiasedMeanSquared() {
      return meanSquared() - unbiasedTrace() / examples;
    }
  }

  /**
   * Reads all gradients once.
   *
   * @throws IllegalArgumentException if there are fewer than two examples, or a gradient is not
   *     finite; the message names the example
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted
   */
  public static GradientMoments of(GradientSource source, Progress progress) {
    int n = source.examples();
    if (n < 2) {
      throw new IllegalArgumentException(
          "The noise of a gradient needs at least 2 examples, but there is " + n + ".");
    }
    int groups = Math.min(GROUPS, n);
    double[] squares = new double[groups];
    double[][] sums = new double[groups][source.dimension()];
    int block = Math.min(BLOCK, n);
    float[] row = new float[source.dimension()];
    try (GradientSource.Reader reader = source.open();
        FloatMatrix rows = new FloatMatrix(block, source.dimension())) {
      for (int from = 0; from < n; from += block) {
        Interrupts.check("");
        int count = Math.min(block, n - from);
        reader.read(from, count, rows);
        for (int k = 0; k < count; k++) {
          rows.row(k, row);
          int group = (from + k) % groups;
          squares[group] += add(row, sums[group], from + k);
        }
        progress.report("lengths of gradients", from + count, n, "");
      }
    }
    return of(n, squares, sums);
  }

  private static double add(float[] gradient, double[] sum, int example) {
    double squared = 0;
    for (int i = 0; i < gradient.length; i++) {
      squared += (double) gradient[i] * gradient[i];
      sum[i] += gradient[i];
    }
    if (!Double.isFinite(squared)) {
      throw new IllegalArgumentException(
          "The gradient of example %d (counted from 0) is not finite: its loss overflows, so scale the inputs as in training."
              .formatted(example));
    }
    return squared;
  }

  private static GradientMoments of(int n, double[] squares, double[][] sums) {
    double[] total = new double[sums[0].length];
    double all = 0;
    for (int j = 0; j < sums.length; j++) {
      all += squares[j];
      for (int i = 0; i < total.length; i++) {
        total[i] += sums[j][i];
      }
    }
    List<Part> without = new ArrayList<>();
    for (int j = 0; j < sums.length; j++) {
      double rest = 0;
      for (int i = 0; i < total.length; i++) {
        rest += (total[i] - sums[j][i]) * (total[i] - sums[j][i]);
      }
      int left = n - (n - j + sums.length - 1) / sums.length;
      without.add(new Part(left, all - squares[j], rest));
    }
    double squaredTotal = 0;
    for (double t : total) {
      squaredTotal += t * t;
    }
    return new GradientMoments(new Part(n, all, squaredTotal), without);
  }
}

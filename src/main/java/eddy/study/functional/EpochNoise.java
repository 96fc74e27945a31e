package eddy.study.functional;

import eddy.run.Interrupts;
import eddy.run.Progress;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.Arrays;

/**
 * How the noise of mini-batch gradients adds up over an epoch at fixed weights: E |sum over the
 * first m steps of (g_b - g)|^2 by tr D, under three ways to draw batches. With N examples and
 * batches of b,
 *
 * <pre>
 *   with replacement            m / b
 *   a fresh subset each step    m / b (N - b)/(N - 1)
 *   shuffled epochs             m / b (N - m b)/(N - 1)
 * </pre>
 *
 * <p>The first two are the two cases of Appendix A of Chaudhari and Soatto (2018); the last, which
 * is how networks are usually trained, ends at 0: its noises are anti-correlated, and their sum
 * over an epoch is exactly 0.
 */
public final class EpochNoise {
  private final double[][] centred;
  private final double trace;
  private final int batch;
  private final long seed;

  /** How batches are drawn. */
  public enum Scheme {
    /** Every example of a batch on its own. */
    WITH_REPLACEMENT,
    /** A uniform subset, a new one each step. */
    FRESH_SUBSET,
    /** One permutation an epoch, cut into batches. */
    SHUFFLED_EPOCH
  }

  /**
   * The noise as measured.
   *
   * @param scheme how batches were drawn
   * @param steps m = 1, 2, ... to the end of the epoch
   * @param mean E |sum|^2 by tr D after m steps
   * @param error its standard error over epochs
   * @param predicted the formula
   * @param lastSum the largest |entry| of the sum over a whole epoch, by sqrt(tr D)
   */
  public record Measured(
      Scheme scheme,
      double[] steps,
      double[] mean,
      double[] error,
      double[] predicted,
      double lastSum) {
    /** Twice the standard errors. */
    public double[] twoErrors() {
      return Sweep.map(error, e -> 2 * e);
    }

    /** The noise summed over a whole epoch, by tr D. */
    public double atTheEnd() {
      return mean[mean.length - 1];
    }

    /** The largest |mean - predicted| by its standard error, where that is not rounding. */
    public double worst() {
      double worst = 0;
      for (int m = 0; m < mean.length; m++) {
        if (error[m] > 1e-12) {
          worst = Math.max(worst, Math.abs(mean[m] - predicted[m]) / error[m]);
        }
      }
      return worst;
    }
  }

  /**
   * Gradients to draw from.
   *
   * @param gradients g[k][i], example k, weight i; at least two
   * @param batch b, a divisor of N
   * @param seed of the draws
   */
  public EpochNoise(double[][] gradients, int batch, long seed) {
    int n = gradients.length;
    if (n < 2 || batch < 1 || n % batch != 0) {
      throw new IllegalArgumentException(
          "An epoch needs two examples or more and a batch size that divides their number, not "
              + n
              + " and "
              + batch
              + ".");
    }
    int d = gradients[0].length;
    double[] mean = new double[d];
    for (double[] g : gradients) {
      for (int i = 0; i < d; i++) {
        mean[i] += g[i] / n;
      }
    }
    centred = new double[n][d];
    double sum = 0;
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < d; i++) {
        centred[k][i] = gradients[k][i] - mean[i];
        sum += centred[k][i] * centred[k][i] / n;
      }
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("All gradients are the same: there is no noise.");
    }
    trace = sum;
    this.batch = batch;
    this.seed = seed;
  }

  /** E |sum over m steps|^2 by tr D. */
  public double predicted(Scheme scheme, int m) {
    double n = centred.length;
    double independent = (double) m / batch;
    return switch (scheme) {
      case WITH_REPLACEMENT -> independent;
      case FRESH_SUBSET -> independent * (n - batch) / (n - 1);
      case SHUFFLED_EPOCH -> independent * (n - (double) m * batch) / (n - 1);
    };
  }

  /**
   * Draws epochs.
   *
   * @param scheme how batches are drawn
   * @param epochs how many, at least two
   * @param progress hears about them
   */
  public Measured measure(Scheme scheme, int epochs, Progress progress) {
    int n = centred.length;
    int steps = n / batch;
    double[] mean = new double[steps];
    double[] square = new double[steps];
    double lastSum = 0;
    int[] index = new int[batch];
    for (int e = 0; e < epochs; e++) {
      Interrupts.check("");
      RandomStream random =
          new RandomStream(seed, StreamName.SAMPLING, (long) scheme.ordinal() * epochs + e);
      double[] sum = new double[centred[0].length];
      int[] order = random.permutation(n);
      for (int m = 0; m < steps; m++) {
        draw(scheme, m, order, index, random);
        double size = addBatch(sum, index) / trace;
        mean[m] += size / epochs;
        square[m] += size * size / epochs;
      }
      lastSum = Math.max(lastSum, Arrays.stream(sum).map(Math::abs).max().orElseThrow());
      progress.report("epochs of batches", e + 1L, epochs, "");
    }
    double[] error = new double[steps];
    Arrays.setAll(error, m -> Math.sqrt(Math.max(0, square[m] - mean[m] * mean[m]) / (epochs - 1)));
    double[] formula = new double[steps];
    Arrays.setAll(formula, m -> predicted(scheme, m + 1));
    double[] axis = new double[steps];
    Arrays.setAll(axis, m -> m + 1);
    return new Measured(scheme, axis, mean, error, formula, lastSum / Math.sqrt(trace));
  }

  private void draw(Scheme scheme, int m, int[] order, int[] index, RandomStream random) {
    int n = order.length;
    for (int i = 0; i < batch; i++) {
      switch (scheme) {
        case WITH_REPLACEMENT -> index[i] = random.nextInt(n);
        case SHUFFLED_EPOCH -> index[i] = order[m * batch + i];
        case FRESH_SUBSET -> {
          int j = i + random.nextInt(n - i);
          index[i] = order[j];
          order[j] = order[i];
          order[i] = index[i];
        }
      }
    }
  }

  /** Adds the noise of a batch and returns the square of the length of the sum. */
  private double addBatch(double[] sum, int[] index) {
    for (int k : index) {
      double[] g = centred[k];
      for (int i = 0; i < sum.length; i++) {
        sum[i] += g[i] / batch;
      }
    }
    double square = 0;
    for (double v : sum) {
      square += v * v;
    }
    return square;
  }
}

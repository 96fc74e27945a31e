package eddy.study.own;

/**
 * The gradient noise scale tr Σ/|G|² of S. McCandlish, J. Kaplan and D. Amodei, "An empirical model
 * of large-batch training" (arXiv 1812.06162), equation (2.9): the batch size at which the noise of
 * a batch's gradient, tr Σ/b, is as large as the gradient itself, |G|². Far below it a larger batch
 * makes a step proportionally better, far above it hardly better. It grows while the loss falls,
 * and has no meaning at a minimum, where G = 0. An L2 term is no part of G here.
 *
 * <p>Two answers. For the N examples as they are, which is what SGD on them sees, tr D/|g|² is
 * exact. For the distribution that they were drawn from, G and Σ are estimated without bias (there,
 * Appendix A.1, with batches of 1 and N): tr Σ ≈ N/(N − 1) tr D and |G|² ≈ |g|² − tr Σ/N. Its
 * interval is the jackknife's for |G|²/tr Σ, in which leaving out groups is nearly linear, turned
 * over; it is open above when N examples cannot tell G from 0.
 *
 * @param trace tr D of the examples
 * @param gradientSquared |g|² of the examples
 * @param ofTheExamples tr D/|g|²
 * @param ofTheDistribution the estimate from unbiased parts; ∞ if |G|² is estimated at 0 or below
 * @param low lower end of its 95 % interval
 * @param high upper end; ∞ where it is open
 */
public record NoiseScale(
    double trace,
    double gradientSquared,
    double ofTheExamples,
    double ofTheDistribution,
    double low,
    double high) {
  private static final double NORMAL = 1.96;

  /** From the lengths of the gradients. */
  public static NoiseScale of(GradientMoments moments) {
    GradientMoments.Part all = moments.all();
    int groups = moments.without().size();
    double[] left = moments.without().stream().mapToDouble(NoiseScale::signal).toArray();
    double mean = 0;
    for (double value : left) {
      mean += value / groups;
    }
    double squares = 0;
    for (double value : left) {
      squares += (value - mean) * (value - mean);
    }
    double half = NORMAL * Math.sqrt((groups - 1.0) / groups * squares);
    double signal = signal(all);
    return new NoiseScale(
        all.trace(),
        all.meanSquared(),
        all.trace() / all.meanSquared(),
        inverse(signal),
        inverse(signal + half),
        inverse(signal - half));
  }

  /** |G|²/tr Σ; 0 where too few examples are left to say. */
  private static double signal(GradientMoments.Part part) {
    return part.examples() < 2 ? 0 : part.unbiasedMeanSquared() / part.unbiasedTrace();
  }

  private static double inverse(double signal) {
    return signal > 0 ? 1 / signal : Double.POSITIVE_INFINITY;
  }

  /** Whether the examples show that G is not 0. */
  public boolean gradientIsSeen() {
    return high < Double.POSITIVE_INFINITY;
  }
}

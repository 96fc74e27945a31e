package eddy.study.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The pairs (η, b) that Remark 15 of Chaudhari and Soatto (arXiv 1710.11029) holds equivalent to
 * the user's: (η/2b) · mean λ(D) stays the same, and since D belongs to weights and examples, so
 * does the temperature.
 *
 * <p>This is leading order in η. For a quadratic loss with curvature k, heavy ball with momentum μ
 * has the stationary variance
 *
 * <pre>  S = η C (1 + μ) / (k (1 − μ) (2(1 + μ) − η k)),   C = Cov g_b,</pre>
 *
 * <p>and is stable for η k &lt; 2(1 + μ). So two pairs of one temperature differ by the factor (2(1
 * + μ) − η k)/(2(1 + μ) − η′ k), which for b′ = 2b without momentum is Remark 11's (2 − ηk)/(2 −
 * 2ηk): nothing in flat directions, much in the stiffest. The rate at which the stiffest direction
 * keeps its variance is smaller, η′ = 2(1 + μ)v/(C′ + v k) with v = η C/(2(1 + μ) − η k) of the
 * user's run, so no single rate serves all directions.
 *
 * @param own the user's run
 * @param meanEigenvalue mean λ(D) = tr D/d
 * @param curvature the largest curvature k; NaN if that is not known
 * @param runs one for each batch size
 */
public record EquivalentRuns(
    Temperature own, double meanEigenvalue, double curvature, List<EquivalentRun> runs) {
  private static final int DOUBLINGS = 4;

  /** Copies the list. */
  public EquivalentRuns {
    runs = List.copyOf(runs);
  }

  /**
   * The user's batch size, and those that are 1/16 to 16 times as large and between 1 and N.
   *
   * @param own the user's run
   * @param meanEigenvalue mean λ(D), positive
   * @param curvature the largest curvature, positive; NaN if it is not known
   */
  public static EquivalentRuns of(Temperature own, double meanEigenvalue, double curvature) {
    if (!(meanEigenvalue > 0) || curvature <= 0) {
      throw new IllegalArgumentException(
          "Equivalent runs need a positive mean eigenvalue, and a positive curvature or NaN, not "
              + meanEigenvalue
              + " and "
              + curvature
              + ".");
    }
    if (own.value() == 0) {
      throw new IllegalArgumentException(
          "Your batches hold all %d examples, so there is no noise to keep: give a smaller batch size."
              .formatted(own.examples()));
    }
    List<EquivalentRun> runs = new ArrayList<>();
    for (int power = -DOUBLINGS; power <= DOUBLINGS; power++) {
      double batch = own.batch() * Math.pow(2, power);
      if (batch == Math.rint(batch) && batch >= 1 && batch <= own.examples()) {
        runs.add(run(own, (int) batch, curvature));
      }
    }
    return new EquivalentRuns(own, meanEigenvalue, curvature, runs);
  }

  private static EquivalentRun run(Temperature own, int batch, double k) {
    double noise = own.noiseOfBatch(batch);
    double rate = own.rate() * own.noiseOfBatch(own.batch()) / noise;
    double limit = limit(own);
    double ownRoom = limit - own.rate() * k;
    double room = limit - rate * k;
    boolean stable = !(room <= 0);
    double ratio = stable ? ownRoom / room : Double.POSITIVE_INFINITY;
    double variance = own.rate() * own.noiseOfBatch(own.batch()) / ownRoom;
    double stiff = limit * variance / (noise + variance * k);
    return new EquivalentRun(
        batch,
        rate,
        own.rate() / rate,
        rate * k,
        stable,
        ownRoom > 0 ? ratio : Double.NaN,
        ownRoom > 0 ? stiff : Double.NaN);
  }

  private static double limit(Temperature own) {
    return 2 * (1 + own.momentum());
  }

  /** (η/2b) · mean λ(D), with the factors of {@link Temperature#value}: what stays the same. */
  public double noise() {
    return own.value() * meanEigenvalue;
  }

  /** Whether the largest curvature is known. */
  public boolean curvatureIsKnown() {
    return !Double.isNaN(curvature);
  }

  /** The largest rate that is stable in the stiffest direction, 2(1 + μ)/k; NaN if not known. */
  public double largestStableRate() {
    return limit(own) / curvature;
  }

  /** What the table rests on, in a sentence. */
  public String sentence() {
    if (!curvatureIsKnown()) {
      return "The largest curvature of the loss is not known, so this table cannot say which of"
          + " these rates diverge, nor by how much the variances of stiff directions differ: the"
          + " pairs agree to leading order in the learning rate only.";
    }
    String limit = String.format(Locale.ROOT, "%.3g", largestStableRate());
    return own.rate() >= largestStableRate()
        ? "Your learning rate is above the limit of stability %s of the stiffest direction: a quadratic loss would diverge, so what keeps this run in place is not in this table."
            .formatted(limit)
        : "Pairs with a rate near or above the limit of stability %s of the stiffest direction are not equivalent to yours; in flat directions all others are."
            .formatted(limit);
  }
}

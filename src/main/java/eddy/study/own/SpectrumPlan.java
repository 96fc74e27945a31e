package eddy.study.own;

import eddy.diffusion.Precision;
import java.util.Locale;

/**
 * How the eigenvalues of D are computed, chosen by what each way costs for d weights and N
 * examples.
 *
 * @param way the way
 * @param precision in which D is accumulated
 * @param leading how many eigenvalues
 * @param dimension d
 * @param examples N
 * @param sentence what was chosen and why
 */
public record SpectrumPlan(
    Way way, Precision precision, int leading, int dimension, int examples, String sentence) {
  private static final int LEADING = 50;
  private static final int BASIS = 18;
  private static final double MEGA = 1e6;
  private static final double GIGA = 1e9;

  /** The ways to eigenvalues. */
  public enum Way {
    /** All, from the d x d matrix D. */
    MATRIX,
    /** All, from the N x N matrix of scalar products of gradients. */
    GRAM,
    /** The leading ones, by block Krylov; D is never formed. */
    LEADING
  }

  /**
   * Chooses: the smaller of the two matrices if its memory and its operations fit the budget, in
   * float64 rather than float32; else the other one, else the leading eigenvalues.
   *
   * @param dimension d
   * @param examples N, at least 2
   * @param budget what it may cost
   */
  public static SpectrumPlan of(int dimension, int examples, Budget budget) {
    double d = dimension;
    double n = examples;
    double gram = 12 * n * d + 16 * n * n;
    boolean gramInTime = n * n * d + 4 * n * n * n / 3 <= budget.operations();
    boolean matrixInTime = n * d * d + 4 * d * d * d / 3 <= budget.operations();
    if (n <= d && gram <= budget.bytes() && gramInTime) {
      return new SpectrumPlan(
          Way.GRAM,
          Precision.FLOAT64,
          dimension,
          dimension,
          examples,
          said(
              "All eigenvalues, exactly: there are fewer examples (%,d) than weights (%,d), so they come from the %,d x %,d matrix of scalar products of gradients, in %s of memory.",
              examples, dimension, examples, examples, memory(gram)));
    }
    for (Precision precision : new Precision[] {Precision.FLOAT64, Precision.FLOAT32}) {
      double bytes = d * d * (precision == Precision.FLOAT64 ? 8 : 4);
      if (bytes <= budget.bytes() && matrixInTime) {
        return new SpectrumPlan(
            Way.MATRIX,
            precision,
            dimension,
            dimension,
            examples,
            said(
                "All eigenvalues, exactly: D of %,d x %,d weights takes %s of memory in %s.",
                dimension, dimension, memory(bytes), precision.name().toLowerCase(Locale.ROOT)));
      }
    }
    String why =
        4 * d * d > budget.bytes()
            ? said(
                "would take %s of memory, of which this machine can spare %s",
                memory(4 * d * d), memory(budget.bytes()))
            : said(
                "would take %.1e operations, of which the budget has %.1e",
                n * d * d + 4 * d * d * d / 3, budget.operations());
    return leading(dimension, examples, leadingCount(dimension, examples, budget), why);
  }

  /**
   * The leading eigenvalues whatever the size, to compare the two.
   *
   * @param dimension d
   * @param examples N, at least 2
   * @param budget whose memory limits how many
   */
  public static SpectrumPlan leading(int dimension, int examples, Budget budget) {
    int k = leadingCount(dimension, examples, budget);
    return leading(dimension, examples, k, "is not formed, as was asked");
  }

  private static SpectrumPlan leading(int dimension, int examples, int k, String why) {
    return new SpectrumPlan(
        Way.LEADING,
        Precision.FLOAT32,
        k,
        dimension,
        examples,
        said(
            "The %d leading eigenvalues only: D of %,d x %,d weights %s; the trace is exact all the same, and rank and participation ratio are bounds.",
            k, dimension, dimension, why));
  }

  /** How many fit: the Krylov basis may take a quarter of the memory. */
  private static int leadingCount(int dimension, int examples, Budget budget) {
    double eachPair = BASIS * 16.0 * dimension;
    int most = (int) Math.min(LEADING, budget.bytes() / 4 / eachPair);
    return Math.max(1, Math.min(most, Math.min(dimension, examples - 1)));
  }

  private static String memory(double bytes) {
    return bytes < GIGA ? said("%.1f MB", bytes / MEGA) : said("%,.1f GB", bytes / GIGA);
  }

  private static String said(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}

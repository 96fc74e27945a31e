package eddy.study.own;

import eddy.diffusion.DiffusionMatrix;
import eddy.diffusion.GradientGram;
import eddy.diffusion.GradientSource;
import eddy.diffusion.LeadingEigenpairs;
import eddy.diffusion.Precision;
import eddy.run.Progress;
import java.util.Arrays;

/**
 * Eigenvalues of D with what is read off them, all of them or the leading ones. Where only the
 * leading ones are known, the rest is bounded: each is at most the last known one, and together
 * they make up the trace, which is known from the lengths of the gradients.
 *
 * @param plan how they were computed
 * @param values largest first; all d, or {@link SpectrumPlan#leading} of them
 * @param trace tr D
 * @param residual the largest ‖D v − λ v‖/λmax of the leading eigenpairs; 0 where all are known
 */
public record OwnSpectrum(SpectrumPlan plan, double[] values, double trace, double residual) {

  /**
   * Bounds on a number; equal where it is known.
   *
   * @param low at least
   * @param high at most
   */
  public record Bounds(double low, double high) {
    /** Whether the number is known. */
    public boolean exact() {
      return low == high;
    }
  }

  /**
   * Takes the values as they are.
   *
   * @throws IllegalArgumentException if there are none, or the largest is not positive
   */
  public OwnSpectrum {
    if (values.length == 0 || !(values[0] > 0)) {
      throw new IllegalArgumentException(
          "All eigenvalues of D are 0: every example has the same gradient here, so there is no"
              + " noise to speak of.");
    }
    values = values.clone();
  }

  /**
   * Computes.
   *
   * @param source the gradients
   * @param plan how; made for the same d and N
   * @param moments of the same gradients
   * @param key names these gradients; the same key must mean the same D
   * @param progress hears about gradients and passes
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted
   */
  public static OwnSpectrum of(
      GradientSource source,
      SpectrumPlan plan,
      GradientMoments moments,
      String key,
      Progress progress) {
    double trace = moments.all().trace();
    return switch (plan.way()) {
      case MATRIX -> {
        double[] values =
            DiffusionMatrix.exact(source, plan.precision(), progress).spectrum(key).values();
        yield new OwnSpectrum(plan, values, trace, 0);
      }
      case GRAM -> {
        try (GradientGram gram = GradientGram.of(source)) {
          yield new OwnSpectrum(plan, gram.spectrum().values(), trace, 0);
        }
      }
      case LEADING -> {
        try (LeadingEigenpairs pairs = LeadingEigenpairs.of(source, plan.leading(), progress)) {
          yield new OwnSpectrum(plan, pairs.pairs().values(), trace, pairs.worstResidual());
        }
      }
    };
  }

  /** A copy of the values. */
  @Override
  public double[] values() {
    return values.clone();
  }

  /** Whether all eigenvalues are known. */
  public boolean complete() {
    return values.length == plan.dimension();
  }

  /** λmax. */
  public double largest() {
    return values[0];
  }

  /** mean λ(D) = tr D/d. */
  public double mean() {
    return trace / plan.dimension();
  }

  /** λmax · d · ε, above which an eigenvalue counts for the rank. */
  public double threshold(Precision epsilon) {
    return largest() * plan.dimension() * epsilon.epsilon();
  }

  /**
   * The rank: how many eigenvalues lie above the threshold. From leading ones it is bounded below
   * by those known, unless the last known one is already under it, and above by min(d, N − 1).
   *
   * @param epsilon whose machine epsilon sets the threshold
   */
  public Bounds rank(Precision epsilon) {
    double threshold = threshold(epsilon);
    int above = (int) Arrays.stream(values).filter(value -> value > threshold).count();
    boolean seen = complete() || above < values.length;
    return new Bounds(above, seen ? above : possible());
  }

  /** Whether a rank at this epsilon can be told from round-off. */
  public boolean resolves(Precision epsilon) {
    return plan.dimension() * epsilon.epsilon() >= plan.precision().noiseFloor();
  }

  /** (tr D)²/tr D²: d when all eigenvalues are equal, 1 when one dominates. */
  public Bounds participationRatio() {
    Bounds squares = squares();
    return new Bounds(trace * trace / squares.high(), trace * trace / squares.low());
  }

  /** √(tr D²/d − mean²), the standard deviation over all d eigenvalues. */
  public Bounds deviation() {
    Bounds squares = squares();
    double mean = mean() * mean();
    return new Bounds(
        Math.sqrt(Math.max(0, squares.low() / plan.dimension() - mean)),
        Math.sqrt(Math.max(0, squares.high() / plan.dimension() - mean)));
  }

  /** The share of the trace that the known eigenvalues make up. */
  public double shown() {
    return Arrays.stream(values).sum() / trace;
  }

  /** tr D². */
  private Bounds squares() {
    double known = Arrays.stream(values).map(value -> value * value).sum();
    if (complete()) {
      return new Bounds(known, known);
    }
    double rest = Math.max(0, trace - Arrays.stream(values).sum());
    int others = Math.max(1, possible() - values.length);
    double last = values[values.length - 1];
    return new Bounds(known + rest * rest / others, known + rest * last);
  }

  /** The largest possible rank, min(d, N − 1). */
  private int possible() {
    return Math.min(plan.dimension(), plan.examples() - 1);
  }
}

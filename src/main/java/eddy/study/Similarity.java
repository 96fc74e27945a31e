package eddy.study;

import eddy.diffusion.Precision;
import eddy.diffusion.Spectrum;

/**
 * How alike D is at two instants of one run. Equal spectra do not make equal matrices: the first
 * three numbers compare eigenvalues, the last two the matrices.
 *
 * @param earlier epochs at the first
 * @param later epochs at the second
 * @param traceRatio larger trace by smaller trace, at least 1
 * @param largestRatio larger λmax by smaller λmax, at least 1
 * @param kolmogorov Kolmogorov distance of log λ above the float32 threshold, 0 to 1
 * @param distance ‖D₁ − D₂‖_F / ‖D₁‖_F
 * @param overlap of the leading {@link #LEADING} eigenspaces, 0 to 1
 */
public record Similarity(
    int earlier,
    int later,
    double traceRatio,
    double largestRatio,
    double kolmogorov,
    double distance,
    double overlap) {

  /** How many leading eigenvectors the overlap takes. */
  public static final int LEADING = 20;

  static Similarity of(Instant a, Instant b, double distance, double overlap) {
    Spectrum s = a.spectrum();
    Spectrum t = b.spectrum();
    return new Similarity(
        a.epoch(),
        b.epoch(),
        ratio(s.trace(), t.trace()),
        ratio(s.largest(), t.largest()),
        s.kolmogorovDistance(t, Precision.FLOAT32),
        distance,
        overlap);
  }

  private static double ratio(double a, double b) {
    return Math.max(a, b) / Math.min(a, b);
  }
}

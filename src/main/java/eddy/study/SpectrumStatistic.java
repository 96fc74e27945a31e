package eddy.study;

import eddy.diffusion.Precision;
import eddy.diffusion.Spectrum;
import java.util.function.ToDoubleFunction;

/** The numbers by which an eigenspectrum is judged. */
public enum SpectrumStatistic {
  /** Share of eigenvalues above λmax d ε, ε of float32: the paper's rank. */
  RANK("rank, % of d (float32 ε)", s -> 100.0 * s.rank(Precision.FLOAT32) / s.dimension()),
  /** The same with ε of float64; only of a D accumulated in float64. */
  RANK_FLOAT64("rank, % of d (float64 ε)", s -> 100.0 * s.rank(Precision.FLOAT64) / s.dimension()),
  /** Mean after raising what is below the threshold to it, as the authors print it. */
  CLIPPED_MEAN("mean after clipping", s -> s.clipped(Precision.FLOAT32).mean()),
  /** Standard deviation of the same. */
  CLIPPED_STD("std after clipping", s -> s.clipped(Precision.FLOAT32).std()),
  /** Share of that mean which is the threshold itself. */
  FLOOR_SHARE("floor share of that mean, %", s -> 100 * s.clipped(Precision.FLOAT32).floorShare()),
  /** tr D / d, without a threshold. */
  RAW_MEAN("mean, tr D / d", s -> s.raw().mean()),
  /** Standard deviation without a threshold. */
  RAW_STD("std", s -> s.raw().std()),
  /** λmax. */
  LARGEST("largest eigenvalue", Spectrum::largest),
  /** (tr D)² / tr D². */
  PARTICIPATION_RATIO("participation ratio", Spectrum::participationRatio),
  /** tr D / λmax. */
  STABLE_RANK("stable rank", Spectrum::stableRank);

  private final String label;
  private final ToDoubleFunction<Spectrum> function;

  SpectrumStatistic(String label, ToDoubleFunction<Spectrum> function) {
    this.label = label;
    this.function = function;
  }

  /** As a table calls it. */
  public String label() {
    return label;
  }

  /** Its value. */
  public double of(Spectrum spectrum) {
    return function.applyAsDouble(spectrum);
  }
}

package eddy.study.own;

/**
 * A pair (η, b) with the temperature of the user's.
 *
 * @param batch b
 * @param rate η at which β⁻¹ is the same; ∞ where a batch has no noise
 * @param stepsRatio how many steps cover the same time, as a share of the user's number: η₀/η
 * @param stepCurvature η k for the largest curvature k; NaN if that is not known
 * @param stable whether η k lies below the limit of stability 2(1 + μ) there; true if not known
 * @param varianceRatio the variance of the stiffest direction, by that of the user's run; ∞ where
 *     the run is not stable, NaN if the curvature is not known
 * @param stiffRate η at which the stiffest direction has the same variance; NaN if not known
 */
public record EquivalentRun(
    int batch,
    double rate,
    double stepsRatio,
    double stepCurvature,
    boolean stable,
    double varianceRatio,
    double stiffRate) {}

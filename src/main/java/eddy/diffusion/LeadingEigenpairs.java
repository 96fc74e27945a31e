package eddy.diffusion;

import eddy.linalg.Eigenpairs;
import eddy.run.Progress;
import java.util.Arrays;

/**
 * The k largest eigenvalues of a diffusion matrix with their eigenvectors, by block Krylov with
 * full orthogonalisation (Golub and Underwood, "The block Lanczos method", 1977; Musco and Musco,
 * NIPS 2015). D is only multiplied with blocks of vectors, so it need not exist.
 *
 * @param pairs values, largest first, and vectors as rows; to be closed
 * @param residuals ‖D v_i − λ_i v_i‖₂ / λmax; each λ_i is within this of an eigenvalue, in units of
 *     λmax
 * @param passes how often D was multiplied with a block
 * @param converged whether all residuals met the tolerance
 */
public record LeadingEigenpairs(Eigenpairs pairs, double[] residuals, int passes, boolean converged)
    implements AutoCloseable {

  /**
   * How far to go.
   *
   * @param block vectors multiplied at once, at least 1; a little more than k is good
   * @param tolerance largest residual accepted, relative to λmax; float32 products reach about 1e-6
   * @param mostPasses give up after so many products
   * @param seed of the first block
   */
  public record Settings(int block, double tolerance, int mostPasses, long seed) {
    /** Checks the ranges. */
    public Settings {
      if (block < 1 || !(tolerance > 0) || mostPasses < 2) {
        throw new IllegalArgumentException(
            "Block Krylov needs a block of at least 1, a positive tolerance and at least 2"
                + " passes.");
      }
    }

    /** Block 1.5 k (at least k + 8), tolerance 1e-6, 12 passes, seed 1. */
    public static Settings forCount(int k) {
      return new Settings(Math.max(k + 8, k + k / 2), 1e-6, 12, 1);
    }
  }

  /**
   * Of the diffusion matrix of some gradients, without forming it.
   *
   * @param source the gradients
   * @param k how many, 1 .. d
   * @param progress hears about gradients and passes
   */
  public static LeadingEigenpairs of(GradientSource source, int k, Progress progress) {
    try (GradientCovariance operator = new GradientCovariance(source, progress)) {
      return of(operator, k, Settings.forCount(k), progress);
    }
  }

  /**
   * Of any symmetric positive semi-definite operator.
   *
   * @param operator A
   * @param k how many, 1 .. d
   * @param settings how far to go
   * @param progress hears about passes
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted
   */
  public static LeadingEigenpairs of(
      SymmetricOperator operator, int k, Settings settings, Progress progress) {
    int d = operator.dimension();
    if (k < 1 || k > d) {
      throw new IllegalArgumentException(
          "A matrix of size " + d + " does not have " + k + " leading eigenpairs.");
    }
    try (KrylovBasis basis = new KrylovBasis(operator, settings, k)) {
      LeadingEigenpairs found = null;
      for (int pass = 1; pass <= settings.mostPasses(); pass++) {
        boolean complete = !basis.extend();
        progress.report("block Krylov", pass, settings.mostPasses(), "");
        if (pass == 1 && !complete) {
          continue;
        }
        if (found != null) {
          found.close();
        }
        found = basis.ritz(pass, complete);
        if (found.converged || complete) {
          break;
        }
      }
      return found;
    }
  }

  /** The largest of the residuals. */
  public double worstResidual() {
    return Arrays.stream(residuals).max().orElseThrow();
  }

  @Override
  public void close() {
    pairs.close();
  }
}

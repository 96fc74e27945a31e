package eddy.study;

import eddy.diffusion.DiffusionMatrix;
import eddy.diffusion.GradientGram;
import eddy.diffusion.GradientGram.Comparison;
import eddy.diffusion.GradientSource;
import eddy.diffusion.LeadingEigenpairs;
import eddy.diffusion.Overlap;
import eddy.diffusion.Precision;
import eddy.diffusion.Spectrum;
import eddy.run.Progress;

/** D at one instant, in memory for comparisons: as a matrix, or with few examples as its dual. */
sealed interface NoiseMatrix extends AutoCloseable {

  /** The matrix where there are more examples than weights, else the dual, which is float64. */
  static NoiseMatrix of(GradientSource gradients, Precision precision, Progress progress) {
    return gradients.examples() > gradients.dimension()
        ? new Dense(DiffusionMatrix.exact(gradients, precision, progress))
        : new Dual(GradientGram.of(gradients));
  }

  /** All eigenvalues; uses this up. */
  Spectrum spectrum(String key);

  /** ‖D − D'‖_F / ‖D‖_F, and the overlap of the leading k eigenspaces, 0 to 1. */
  Comparison compare(NoiseMatrix other, int k);

  @Override
  void close();

  /** The matrix itself. */
  final class Dense implements NoiseMatrix {
    private final DiffusionMatrix matrix;
    private LeadingEigenpairs leading;

    Dense(DiffusionMatrix matrix) {
      this.matrix = matrix;
    }

    @Override
    public Spectrum spectrum(String key) {
      return matrix.spectrum(key);
    }

    @Override
    public Comparison compare(NoiseMatrix other, int k) {
      Dense theirs = (Dense) other;
      return new Comparison(
          matrix.relativeDistance(theirs.matrix),
          Overlap.subspace(leading(k).pairs(), theirs.leading(k).pairs()));
    }

    private LeadingEigenpairs leading(int k) {
      if (leading == null || leading.pairs().values().length != k) {
        closeLeading();
        leading =
            LeadingEigenpairs.of(
                matrix.operator(), k, LeadingEigenpairs.Settings.forCount(k), Progress.NONE);
      }
      return leading;
    }

    private void closeLeading() {
      if (leading != null) {
        leading.close();
      }
    }

    @Override
    public void close() {
      closeLeading();
      matrix.close();
    }
  }

  /** Through the N x N matrix of scalar products of gradients. */
  record Dual(GradientGram gram) implements NoiseMatrix {
    @Override
    public Spectrum spectrum(String key) {
      try (gram) {
        return gram.spectrum();
      }
    }

    @Override
    public Comparison compare(NoiseMatrix other, int k) {
      return GradientGram.compare(gram, ((Dual) other).gram, k);
    }

    @Override
    public void close() {
      gram.close();
    }
  }
}

/**
 * The diffusion matrix D(x) of SGD: the covariance of the per-example gradients at weights x, how
 * mini-batches inherit it, its eigenspectrum, and how two of them compare.
 *
 * <p>Start with {@link eddy.diffusion.DiffusionMatrix} (D itself), {@link eddy.diffusion.Spectrum}
 * (what is read off its eigenvalues) and {@link eddy.diffusion.LeadingEigenpairs} (when D does not
 * fit into memory).
 */
package eddy.diffusion;

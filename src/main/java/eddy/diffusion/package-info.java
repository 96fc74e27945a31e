/**
 * The diffusion matrix of SGD: the covariance of the per-example gradients g_k at weights x, how
 * mini-batches inherit it, its eigenspectrum, and how two of them compare (Definition 1, Appendix A
 * and Section 4.1 of Chaudhari and Soatto 2018).
 *
 * <pre>
 *   D(x) = (1/N) Σ_k g_k g_kᵀ − g gᵀ,   g = (1/N) Σ_k g_k                    (2), (A1)
 *   Cov(g_b) = D/b                           batches with replacement             (A1)
 *   Cov(g_b) = (N − b)/(N − 1) · D/b         batches without replacement
 * </pre>
 *
 * <p>The last line replaces (A2), which has a wrong sign in (1 − 1/(N − 1)) g gᵀ: as printed, equal
 * gradients would be noisy. Remark 12's factor 1 − b/N is right up to 1/N. D is taken in evaluation
 * mode, where the gradient of an example does not depend on its batch (App. E).
 *
 * <p>What is read off the eigenvalues λ of D ({@link eddy.diffusion.Spectrum}):
 *
 * <pre>
 *   rank = #{λ &gt; λ_max d ε}                ε = 1.19e-7 in the authors' float32
 *   λ(D) = mean ± std                      after raising every λ to λ_max d ε   Figures 1, 2
 *   (tr D)²/tr D²,  tr D/λ_max             participation ratio, stable rank
 *   (η/2b) · mean λ(D) = constant          Remark 15                            (14)
 * </pre>
 *
 * <p>The rank depends on ε and on N (at most N − 1), the printed mean mostly on the threshold λ_max
 * d ε; the trace and the ratios of the third line do not. Equal spectra are not equal matrices
 * (Remark 13): {@link eddy.diffusion.DiffusionMatrix#relativeDistance} and {@link
 * eddy.diffusion.Overlap} compare those.
 *
 * <p>Start with {@link eddy.diffusion.DiffusionMatrix} (all of D), {@link
 * eddy.diffusion.GradientGram} (fewer examples than weights) or {@link
 * eddy.diffusion.LeadingEigenpairs} (when D does not fit into memory). The null model of a spectrum
 * is {@link eddy.diffusion.RandomDirections}.
 */
package eddy.diffusion;

/**
 * Statistics of a trajectory that is given as arrays (right half of Section 4.2 of Chaudhari and
 * Soatto 2018). This package knows no networks; any recorded motion will do.
 *
 * <p><b>The authors' own statistics</b>, as their code has them, for the figures:
 *
 * <pre>
 *   |FFT of w(t+1) − w(t)|, no window, not normalised; mean over weights      Figure 3a
 *   r(h) = Σ (w(t) − m)(w(t+h) − m) / Σ (w(t) − m)², biased                   Figure 3b
 *   |∇f|/√d, exponentially weighted                                           Figure 3c
 * </pre>
 *
 * <p>None of them can show the force j: if F is symmetric, each coordinate in its eigenbasis has
 * the spectrum 2 β⁻¹ D_kk/(ω² + λ_k²) (two-sided, ω in radians per unit time), whatever the entries
 * of D are in which Q lies. Brownian motion gives the curve of Figure 3b, too: its expected biased
 * autocorrelation over n values is about (1 − t)(1 − 4t + 2t²) at lag t n.
 *
 * <p><b>What can show it</b> is the antisymmetric part of the covariance between two series, C(τ) =
 * ⟨x(t+τ) x(t)ᵀ⟩, which is 0 under detailed balance:
 *
 * <pre>
 *   A_ij = ½⟨x_i(t) x_j(t+1) − x_j(t) x_i(t+1)⟩ = Δt β⁻¹ Q_ij   for small Δt    {@link eddy.spectral.AreaRate}
 *   T = |(K − Kᵀ)/2|_F,  K = S^(−1/2) C(τ) S^(−1/2)                             {@link eddy.spectral.Circulation}
 * </pre>
 *
 * <p>with p-values from a {@link eddy.spectral.ReversibleNull}, chosen by what the series are like,
 * and {@link eddy.spectral.Calibration} to see whether a test keeps its level.
 *
 * <p>Time counts snapshots; frequencies are cycles per unit of the interval that the caller states.
 * Series come as {@code double[]}, as {@code double[series][time]}, or as a {@link
 * eddy.spectral.Series}, which may be a {@code .npy} file larger than the memory.
 */
package eddy.spectral;
